import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type IReport, type ITrace, Report } from '@apollo/usage-reporting-protobuf';
import { afterAll, describe, expect, test } from '@jest/globals';
import { BadReport } from './badReport.ts';
import { readGraphRef } from './graphRef.ts';
import { toRuns } from './histogram.ts';
import { createReportReader } from './reader.ts';
import { readReport } from './readReport.ts';
import type { Tally } from './tally.ts';
import { bodyOf, header, ofRequests, ofTraces } from './testing.ts';

const limit = 1024 * 1024;
const read = (report: IReport) => readReport(bodyOf(report), limit);
const key = '# Me\nquery Me{me{name}}';
const seconds = 1_790_000_000;

/** A trace of a gateway: its subgraph's nodes lie in the query plan. */
const trace: ITrace = {
  clientName: 'web',
  clientVersion: '1',
  durationNs: 5_000_000,
  fieldExecutionWeight: 10,
  endTime: { seconds },
  queryPlan: {
    sequence: {
      nodes: [
        {
          fetch: {
            serviceName: 'user',
            trace: {
              root: {
                child: [
                  {
                    responseName: 'alias',
                    originalFieldName: 'me',
                    parentType: 'Query',
                    type: 'User',
                    startTime: 0,
                    endTime: 2_000_000,
                    child: [
                      {
                        responseName: 'name',
                        parentType: 'User',
                        type: 'String',
                        startTime: 5,
                        endTime: 5,
                        error: [{ message: 'a' }, { message: 'b' }],
                      },
                    ],
                  },
                  { responseName: '_entities', parentType: 'Query', type: '[_Entity]!', startTime: 1, endTime: 2 },
                ],
              },
            },
          },
        },
      ],
    },
  },
};
const referencedFieldsByType = { Query: { fieldNames: ['me'] }, User: { fieldNames: ['name'] } };

/** The same as the plugin tells it when it has added it up. */
const stats = {
  context: { clientName: 'web', clientVersion: '1' },
  queryLatencyStats: { requestCount: 1, requestsWithErrorsCount: 1, latencyCount: [-90, 1] },
  perTypeStat: {
    Query: {
      perFieldStat: {
        me: { returnType: 'User', observedExecutionCount: 1, estimatedExecutionCount: 10, latencyCount: [-80, 10] },
        _entities: { returnType: 'x', observedExecutionCount: 1, estimatedExecutionCount: 10, latencyCount: [10] },
      },
    },
    User: {
      perFieldStat: {
        name: {
          returnType: 'x',
          observedExecutionCount: 1,
          estimatedExecutionCount: 10,
          errorsCount: 2,
          latencyCount: [10],
        },
      },
    },
  },
};

const comparable = ({ operations, fields }: Tally) => ({
  operations: operations.map(({ clients, ...rest }) => ({
    ...rest,
    clients: clients.map(({ latency, ...figures }) => ({ ...figures, latency: toRuns(latency) })),
  })),
  fields: fields
    .map(({ latency, ...figures }) => ({ ...figures, latency: toRuns(latency) }))
    .sort((a, b) => (a.type < b.type ? -1 : 1)),
});

test('a trace and statistics give the same figures', () => {
  const report = ofTraces(key, [trace]);
  const entry = report.tracesPerQuery?.[key];
  const ofTrace = read({ ...report, tracesPerQuery: { [key]: { ...entry, referencedFieldsByType } } });
  const ofStats = read({
    header,
    endTime: { seconds },
    tracesPerQuery: { [key]: { statsWithContext: [stats], referencedFieldsByType } },
  });
  expect(comparable(ofTrace)).toEqual(comparable(ofStats));
  expect(ofTrace.endedAt).toBe(ofStats.endedAt);
  expect(comparable(ofTrace).fields).toEqual([
    { type: 'Query', field: 'me', requests: 1, observed: 1, executions: 10, errors: 0, latency: [-80, 10] },
    { type: 'User', field: 'name', requests: 1, observed: 1, executions: 10, errors: 2, latency: [10] },
  ]);
  expect(ofTrace.operations[0]).toMatchObject({
    name: 'Me',
    signature: 'query Me{me{name}}',
    clients: [{ requests: 1, errors: 1 }],
  });
});

test('traces are a sample where statistics hold everything', () => {
  const entry = { ...ofTraces(key, [trace]).tracesPerQuery?.[key], statsWithContext: [stats] };
  const once = read({ header, tracesPreAggregated: true, tracesPerQuery: { [key]: entry } });
  const twice = read({ header, tracesPerQuery: { [key]: entry } });
  expect(once.operations[0]?.clients[0]?.requests).toBe(1);
  expect(twice.operations[0]?.clients[0]?.requests).toBe(2);
});

test('an anonymous operation has no name, and what could not be executed no text', () => {
  const { operations } = read({
    header,
    tracesPerQuery: {
      ...ofRequests('# -\n{me}', 1).tracesPerQuery,
      ...ofRequests('## GraphQLParseFailure\n', 2).tracesPerQuery,
    },
  });
  expect(operations.map(({ name, signature }) => [name, signature])).toEqual([
    [undefined, '{me}'],
    ['GraphQLParseFailure', undefined],
  ]);
});

test('names of the language are names like others', () => {
  const report = ofRequests('# constructor\n{me}', 1, {}, '__proto__');
  const names = ['constructor', 'toString', 'hasOwnProperty', '__proto__'];
  const entry = report.tracesPerQuery?.['# constructor\n{me}'];
  if (entry) entry.referencedFieldsByType = { constructor: { fieldNames: names }, Query: { fieldNames: names } };
  const { operations, fields } = read(report);
  expect(operations[0]?.clients[0]).toMatchObject({ name: '__proto__', version: '1', requests: 1 });
  expect(fields.filter(({ type }) => type === 'constructor').map(({ field }) => field)).toEqual(names);
  expect(({} as Record<string, unknown>).requests).toBeUndefined();
});

describe('hostile bodies, each beside a legal neighbour', () => {
  const legal = bodyOf(ofRequests(key, 1));
  const padded = (bytes: number): IReport => ({
    ...ofRequests(key, 1),
    header: { ...header, uname: 'x'.repeat(bytes) },
  });
  const nested = (depth: number) => {
    let node = Buffer.alloc(0);
    const varint = (value: number) => {
      const bytes: number[] = [];
      for (let left = value; ; left >>>= 7) {
        bytes.push(left < 0x80 ? left : (left & 0x7f) | 0x80);
        if (left < 0x80) return Buffer.from(bytes);
      }
    };
    const field = (number: number, inner: Buffer) =>
      Buffer.concat([varint((number << 3) | 2), varint(inner.length), inner]);
    for (let level = 0; level < depth; level++) node = field(12, node);
    const entry = field(1, field(14, node));
    const map = Buffer.concat([field(1, Buffer.from(key)), field(2, entry)]);
    return gzipSync(Buffer.concat([Report.encode({ header }).finish(), field(5, map)]));
  };

  test.each([
    ['not gzip', Buffer.from('hello'), 400],
    ['gzip that is cut off', legal.subarray(0, legal.length - 9), 400],
    ['gzip of no protobuf', gzipSync(randomBytes(64)), 400],
    ['protobuf that is cut off', gzipSync(Report.encode(ofRequests(key, 1)).finish().subarray(0, 60)), 400],
    ['a bomb', gzipSync(Buffer.alloc(limit + 1)), 413],
    ['a report that is too long by little', bodyOf(padded(limit)), 413],
    ['a trace nested deeper than the stack', nested(20_000), 400],
    ['a count beyond belief', bodyOf(ofRequests(key, 2 ** 41)), 400],
    [
      'a histogram beyond its buckets',
      bodyOf(
        ofRequests(key, 1, {
          tracesPerQuery: { [key]: { statsWithContext: [{ queryLatencyStats: { latencyCount: [-1_000, 1] } }] } },
        }),
      ),
      400,
    ],
    ['a key that is none', bodyOf(ofRequests('query Me{me{name}}', 1)), 400],
  ])('%s is refused', (_what, body, status) => {
    expect(() => readReport(body, limit)).toThrow(expect.objectContaining({ status }));
  });

  test.each([
    ['a report', legal],
    ['a report of just the length', bodyOf(padded(limit - 300))],
    ['a trace nested deep', nested(100)],
    ['a large count', bodyOf(ofRequests(key, 2 ** 40))],
    [
      'a histogram to its last bucket',
      bodyOf(
        ofRequests(key, 1, {
          tracesPerQuery: {
            [key]: { statsWithContext: [{ queryLatencyStats: { requestCount: 1, latencyCount: [-383, 1] } }] },
          },
        }),
      ),
    ],
  ])('%s is counted', (_what, body) => {
    expect(readReport(body, limit).operations).toHaveLength(1);
  });
});

describe('the graph ref is read from the first bytes', () => {
  test('of a report', async () => {
    await expect(readGraphRef(bodyOf(ofRequests(key, 1)))).resolves.toBe('shop@current');
  });
  test('of a bomb as well, without unpacking it', async () => {
    const head = Report.encode({ header }).finish();
    await expect(readGraphRef(gzipSync(Buffer.concat([head, Buffer.alloc(2 ** 26)])))).resolves.toBe('shop@current');
  });
  test.each([
    ['not gzip', Buffer.from('hello')],
    ['no header', bodyOf({ operationCount: 1 })],
    ['a header of no graph', bodyOf({ header: { hostname: 'x' } })],
    ['a name that is no graph ref', bodyOf({ header: { graphRef: 'shop' } })],
    ['a header longer than its bytes', gzipSync(Buffer.from([0x0a, 0x7f, 1]))],
    ['an endless length', gzipSync(Buffer.from([0x0a, 0xff, 0xff, 0xff, 0xff]))],
    ['nothing', gzipSync('')],
  ])('%s is refused', async (_what, body) => {
    await expect(readGraphRef(body)).rejects.toThrow(BadReport);
  });
});

describe('a thread of its own', () => {
  const reader = createReportReader(limit);
  afterAll(() => reader.stop());

  test('reads, and goes on after a bad report', async () => {
    await expect(reader.read(bodyOf(ofRequests(key, 3)))).resolves.toMatchObject({ graphRef: 'shop@current' });
    await expect(reader.read(Buffer.from('hello'))).rejects.toMatchObject({ status: 400 });
    await expect(reader.read(gzipSync(Buffer.alloc(limit + 1)))).rejects.toMatchObject({ status: 413 });
    await expect(reader.read(bodyOf(ofRequests(key, 3)))).resolves.toMatchObject({ operations: [{ name: 'Me' }] });
  });

  test('reports that it cannot read any more are lost, and the next starts another', async () => {
    // Its thread is only starting, so it cannot have answered.
    const another = createReportReader(limit);
    const lost = another.read(bodyOf(ofRequests(key, 1)));
    await Promise.all([expect(lost).rejects.toThrow('ended'), another.stop()]);
    await expect(another.read(bodyOf(ofRequests(key, 1)))).resolves.toMatchObject({ graphRef: 'shop@current' });
    await another.stop();
  });
});
