import { setImmediate } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginUsageReporting } from '@apollo/server/plugin/usageReporting';
import { type IReport, Report } from '@apollo/usage-reporting-protobuf';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hourMs, hourOf } from '../registry/usage/hour.ts';
import { bodyOf, header, ofRequests } from '../registry/usage/testing.ts';
import { apiKey, graphRef, post, startUsageWorld, type UsageWorld } from './usageWorld.ts';

let world: UsageWorld;
beforeAll(async () => {
  world = await startUsageWorld();
});
afterAll(() => world.stop());

const all = [0, Number.MAX_SAFE_INTEGER] as const;
const key = '# Me\nquery Me{me}';
/** A report of one operation of `shop@variant`: each test has a variant of its own. */
const report = (variant: string, requests: number, more: IReport = {}, ofKey = key) =>
  bodyOf({ ...ofRequests(ofKey, requests, more), header: { ...header, graphRef: `shop@${variant}` } });
const at = (time: number): IReport => ({ endTime: { seconds: Math.floor(time / 1_000) } });
const requestsOf = (figures: { requests: number }[]) => figures.reduce((sum, { requests }) => sum + requests, 0);

describe('reports of the stock plugin', () => {
  const typeDefs = 'type Query { me: User fails: String } type User { name: String! }';
  const resolvers = {
    Query: {
      me: () => ({ name: 'me' }),
      fails: () => {
        throw new Error('as it should');
      },
    },
  };

  test('are counted: what comes as traces and what comes as statistics, by two instances at once', async () => {
    const [one, other] = [await world.start(), await world.start()];
    const servers = [one, other, one, other].map(({ url }) => {
      const failures: Error[] = [];
      const plugin = ApolloServerPluginUsageReporting({
        endpointUrl: url,
        reportErrorFunction: (error) => failures.push(error),
        logger: { debug() {}, info() {}, warn() {}, error() {} },
      });
      const apollo = { key: apiKey, graphRef };
      const server = new ApolloServer({
        typeDefs,
        resolvers,
        plugins: [plugin],
        apollo,
        stopOnTerminationSignals: false,
      });
      return { server, failures };
    });
    await Promise.all(servers.map(({ server }) => server.start()));

    const ask = async (server: ApolloServer, query: string, client: string) => {
      const headers = new Map([
        ['apollographql-client-name', client],
        ['apollographql-client-version', '1'],
      ]);
      const response = await server.executeOperation({
        query,
        http: { method: 'POST', headers: headers as never, search: '', body: {} },
      });
      expect(response.body.kind).toBe('single');
    };
    for (const { server } of servers) {
      for (let n = 0; n < 25; n++) await ask(server, 'query Me { me { name } }', n < 20 ? 'web' : 'ios');
      for (let n = 0; n < 3; n++) await ask(server, '{ again: fails }', 'web');
      await ask(server, '{ nothing', 'web');
    }
    // The plugin counts a request in the turn after it.
    await setImmediate();
    await Promise.all(servers.map(({ server }) => server.stop()));
    expect(servers.flatMap(({ failures }) => failures)).toEqual([]);

    const stats = await one.usage.operationStats(graphRef, ...all);
    expect(stats.map(({ name, signature, requests, errors }) => ({ name, signature, requests, errors }))).toEqual([
      { name: 'Me', signature: 'query Me{me{name}}', requests: 100, errors: 0 },
      { name: undefined, signature: '{fails}', requests: 12, errors: 12 },
      { name: 'GraphQLParseFailure', signature: undefined, requests: 4, errors: 4 },
    ]);
    expect(stats[0]?.clients.map(({ name, version, requests }) => [name, version, requests])).toEqual([
      ['web', '1', 80],
      ['ios', '1', 20],
    ]);
    expect(stats[0]?.p50Ms).toBeGreaterThan(0);

    const sent = await other.usage.operationsIn(graphRef, ...all);
    expect(sent.map(({ name, signature }) => [name, signature])).toEqual(
      expect.arrayContaining([
        ['Me', 'query Me{me{name}}'],
        [undefined, '{fails}'],
      ]),
    );
    expect(sent).toHaveLength(2);

    const fields = await one.usage.fieldUse(graphRef, ...all);
    expect(
      fields.map(({ parentType, field, requests, executions, errors }) => [
        `${parentType}.${field}`,
        requests,
        executions,
        errors,
      ]),
    ).toEqual([
      ['Query.fails', 12, 12, 12],
      ['Query.me', 100, 100, 0],
      ['User.name', 100, 100, 0],
    ]);
    expect(await one.usage.fieldUse(graphRef, ...all, ['User.name'])).toEqual([fields[2]]);
    expect(await one.usage.fieldUse('shop@other', ...all)).toEqual([]);
  });

  test('are asked for as statistics once they are taken', async () => {
    const { url } = await world.start();
    const answer = await post(url, report('traces', 1));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(await answer.json()).toEqual({ tracesIgnored: true });
  });
});

describe('what is answered is written, once', () => {
  test('a report that is sent again is not counted again, by whichever instance', async () => {
    const [one, other] = [await world.start(), await world.start()];
    const body = report('again', 7);
    const urls = [one.url, other.url, one.url, other.url];
    const answers = await Promise.all(urls.map((url) => post(url, body)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await post(other.url, body)).status).toBe(200);
    expect(requestsOf(await one.usage.operationStats('shop@again', ...all))).toBe(7);
  });

  test('an instance that comes after another adds to what that has counted', async () => {
    const first = await world.start();
    await post(first.url, report('after', 7));
    await first.stop();
    const second = await world.start();
    await post(second.url, report('after', 5));
    expect(requestsOf(await second.usage.operationStats('shop@after', ...all))).toBe(12);
  });

  test('what cannot be written is refused, and counted once when it is sent again', async () => {
    const { url, usage } = await world.start({ options: { deadlineMs: 300 } });
    const body = report('refused', 7);
    world.aws.dynamodb.conflictRate = 1;
    try {
      expect((await post(url, body)).status).toBe(503);
    } finally {
      world.aws.dynamodb.conflictRate = 0;
    }
    const answers = await Promise.all([post(url, body), post(url, body), post(url, report('refused', 1))]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(requestsOf(await usage.operationStats('shop@refused', ...all))).toBe(8);
  });

  test('conflicts cost no count', async () => {
    const { url, usage } = await world.start();
    world.aws.dynamodb.conflictRate = 0.3;
    try {
      const bodies = Array.from({ length: 30 }, (_, n) => report('conflicts', n + 1, {}, `# Q${n % 5}\n{me}`));
      const answers = await Promise.all(bodies.map((body) => post(url, body)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    } finally {
      world.aws.dynamodb.conflictRate = 0;
    }
    expect(requestsOf(await usage.operationStats('shop@conflicts', ...all))).toBe((30 * 31) / 2);
  });
});

describe('windows', () => {
  test('are cut at hours', async () => {
    const { url, usage } = await world.start();
    const now = hourOf(Date.now());
    for (const back of [0, 1, 2, 5]) {
      await post(url, report('windows', 10 ** back, at(now - back * hourMs)));
    }
    const within = async (from: number, to: number) => requestsOf(await usage.operationStats('shop@windows', from, to));
    expect(await within(now - 5 * hourMs, now + 1)).toBe(100_111);
    expect(await within(now - 5 * hourMs, now)).toBe(100_110);
    expect(await within(now - 2 * hourMs, now)).toBe(110);
    expect(await within(now - 2 * hourMs + 1, now - hourMs)).toBe(100);
    expect(await within(now, now)).toBe(0);
    const hours = await usage.hours('shop@windows', ...all);
    expect(hours.map(({ hour, requests }) => [Date.parse(hour), requests])).toEqual([
      [now - 5 * hourMs, 100_000],
      [now - 2 * hourMs, 100],
      [now - hourMs, 10],
      [now, 1],
    ]);
  });

  test('a time that cannot be is now', async () => {
    const { url, usage } = await world.start();
    for (const time of [0, Date.now() + 1_000 * hourMs, Date.now() - 1_000 * hourMs]) {
      await post(url, report('clocks', 1, at(time)));
    }
    const hours = await usage.hours('shop@clocks', Date.now() - 2 * hourMs, Date.now() + 1);
    expect(requestsOf(hours)).toBe(3);
  });
});

describe('operations whose text is not kept', () => {
  test('are told of without it, unlike what could not be executed', async () => {
    const { url, usage } = await world.start();
    const long = `# Long\nquery Long{${'me '.repeat(100_000)}}`;
    for (const [requests, ofKey] of [
      [1, key],
      [2, long],
      [4, '## GraphQLParseFailure\n'],
    ] as const) {
      await post(url, report('long', requests, {}, ofKey));
    }
    const sent = await usage.operationsIn('shop@long', ...all);
    expect(sent.map(({ name, signature, clients }) => ({ name, signature, clients }))).toEqual(
      expect.arrayContaining([
        { name: 'Me', signature: 'query Me{me}', clients: [{ name: 'web', version: '1', count: 1 }] },
        { name: 'Long', signature: undefined, clients: [{ name: 'web', version: '1', count: 2 }] },
      ]),
    );
    expect(sent).toHaveLength(2);
  });

  test('are told of together where there were too many', async () => {
    const { url, usage } = await world.start({
      options: { limits: { operations: 1, clientRows: 10, clientsAnOperation: 10, fields: 10 } },
    });
    for (const [n, requests] of [1, 2, 4].entries()) {
      await post(url, report('many', requests, {}, `# Q${n}\nquery Q${n}{me}`));
    }
    expect(await usage.operationsIn('shop@many', ...all)).toEqual([
      expect.objectContaining({ name: 'Q0', signature: 'query Q0{me}' }),
      { id: '', clients: [{ name: '(others)', version: '', count: 6 }] },
    ]);
  });
});

describe('what is refused, each beside what is not', () => {
  const body = report('refusals', 1);
  const of = (ref: string) => bodyOf({ ...ofRequests(key, 1), header: { ...header, graphRef: ref } });
  const twoHeaders = gzipSync(
    Buffer.concat([
      Report.encode(ofRequests(key, 1)).finish(),
      Report.encode({ header: { graphRef: 'shop@b' } }).finish(),
    ]),
  );

  test.each([
    ['a report', body, {}, 200],
    ['no key', body, { 'x-api-key': '' }, 401],
    ['an endless key', body, { 'x-api-key': 'x'.repeat(600) }, 401],
    ['an unknown key', body, { 'x-api-key': 'nobody' }, 403],
    ['another variant that the key is for', of('shop@other'), {}, 200],
    ['a graph that the key is not for', of('bank@current'), {}, 403],
    ['two graphs in one report', twoHeaders, {}, 400],
    ['no encoding', body, { 'content-encoding': 'identity' }, 415],
    ['a content type is no matter', body, { 'content-type': 'application/x-protobuf' }, 200],
    ['nothing', new Uint8Array(), {}, 400],
    ['no gzip', Buffer.from('hello'), {}, 400],
    ['more than the limit', Buffer.alloc(70_000), {}, 413],
  ])('%s', async (_what, sent, headers, status) => {
    const { url, stop } = await world.start({ USAGE_REPORT_BYTES: 65_536 });
    const answer = await post(url, sent, headers);
    expect(answer.status).toBe(status);
    if (status !== 200) expect(await answer.json()).toMatchObject({ errors: [{ message: expect.any(String) }] });
    expect((await post(url, body)).status).toBe(200);
    await stop();
  });
});
