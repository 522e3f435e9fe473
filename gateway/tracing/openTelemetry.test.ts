import type { ServerResponse } from 'node:http';
import { newTraceId, traceIdOf } from '@banyan/kit';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { headersFor } from '../transport/headers.ts';
import { attributesOf, startCollector, startTracing } from './testing/collector.ts';
import type { Asked } from './tracing.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const parent = '00f067aa0ba902b7';
const kinds = { internal: 1, server: 2, client: 3 };
const fresh = () => ({ correlationId: newTraceId(), headers: {} });
const asked = (headers: Asked['headers'] = {}): Asked => ({ correlationId: traceId, headers });

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function collecting(env: Record<string, string> = {}) {
  const collector = await startCollector();
  ends.push(collector.close);
  return { collector, ...(await startTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, ...env })) };
}

describe('a request', () => {
  test('is a span, with what it took within', async () => {
    const { collector, tracing, logged } = await collecting();
    const trace = tracing.begin(asked());
    trace?.planned(40);
    trace?.fetch('people', false).end();
    trace?.fetch('posts', true).end(new GraphQLError('no', { extensions: { code: 'FORBIDDEN' } }));
    trace?.end({ operationName: 'Feed', operationType: 'query', codes: [] });
    await tracing.stop();
    expect(collector.paths).toEqual(['/v1/traces']);
    expect(collector.resources[0]).toMatchObject({ 'service.name': 'gateway' });
    const [plan, first, second, request] = collector.spans;
    expect(collector.spans.map(({ name, kind, status }) => [name, kind, status.code])).toEqual([
      ['plan', kinds.internal, 0],
      ['fetch people', kinds.client, 0],
      ['fetch posts', kinds.client, 2],
      ['query Feed', kinds.server, 0],
    ]);
    expect(new Set(collector.spans.map((span) => span.traceId))).toEqual(new Set([traceId]));
    expect(request?.parentSpanId).toBeUndefined();
    expect([plan, first, second].map((span) => span?.parentSpanId)).toEqual(Array(3).fill(request?.spanId));
    expect(request && attributesOf(request)).toEqual({
      'graphql.operation.type': 'query',
      'graphql.operation.name': 'Feed',
    });
    expect(first && attributesOf(first)).toEqual({ 'subgraph.name': 'people', 'subgraph.joined': false });
    expect(second && attributesOf(second)).toMatchObject({ 'subgraph.joined': true, 'error.type': 'FORBIDDEN' });
    const took = BigInt(plan?.endTimeUnixNano ?? 0) - BigInt(plan?.startTimeUnixNano ?? 0);
    expect(took).toBe(40_000_000n);
    expect(logged).toEqual([]);
  });

  test('that fails, and fetches that bring nothing', async () => {
    const { collector, tracing } = await collecting();
    const trace = tracing.begin(asked());
    trace?.fetch('people', false).end(new GraphQLError('late', { extensions: { code: 'SUBGRAPH_TIMEOUT' } }));
    trace?.fetch('people', false).end(new TypeError('wrong'));
    trace?.end({ codes: ['SUBGRAPH_TIMEOUT', 'INTERNAL_SERVER_ERROR'] });
    await tracing.stop();
    expect(collector.spans.map((span) => [span.name, span.status.code, attributesOf(span)['error.type']])).toEqual([
      ['fetch people', 2, 'SUBGRAPH_TIMEOUT'],
      ['fetch people', 2, 'TypeError'],
      ['GraphQL Operation', 2, 'SUBGRAPH_TIMEOUT'],
    ]);
  });

  test('is called as the operation, where it has a name, and as far as that is short', async () => {
    const { collector, tracing } = await collecting();
    tracing.begin(fresh())?.end({ operationType: 'mutation', operationName: null, codes: [] });
    tracing.begin(fresh())?.end({ operationType: 'query', operationName: 'x'.repeat(9_000), codes: [] });
    await tracing.stop();
    expect(collector.spans.map(({ name }) => name)).toEqual(['mutation', `query ${'x'.repeat(64)}`]);
  });
});

describe('what is propagated', () => {
  test("the client's span is the parent, and its state is kept", async () => {
    const { collector, tracing } = await collecting();
    const trace = tracing.begin(asked({ traceparent: `00-${traceId}-${parent}-00`, tracestate: 'vendor=1,other=2' }));
    const fetch = trace?.fetch('people', false);
    fetch?.end();
    trace?.end({ codes: [] });
    await tracing.stop();
    const [fetched, request] = collector.spans;
    expect(request).toMatchObject({ traceId, parentSpanId: parent, traceState: 'vendor=1,other=2' });
    expect(fetched).toMatchObject({ traceId, parentSpanId: request?.spanId, traceState: 'vendor=1,other=2' });
    expect(fetch?.traceparent).toBe(`00-${traceId}-${fetched?.spanId}-01`);
    expect(fetch?.tracestate).toBe('vendor=1,other=2');
    const context = { authorization: '', correlationId: traceId, deadline: 0, traceparent: fetch?.traceparent };
    expect(headersFor(context)).toContain(fetch?.traceparent);
  });

  test.each([
    ['no header', undefined],
    ['a malformed one', 'x'],
    ['one of a later version', `01-${traceId}-${parent}-01`],
    ['one of another trace', `00-${newTraceId()}-${parent}-01`],
  ])('%s: the trace begins here', async (_, traceparent) => {
    const { collector, tracing } = await collecting();
    const trace = tracing.begin(asked({ traceparent, tracestate: 'vendor=1' }));
    const fetch = trace?.fetch('people', false);
    expect([traceIdOf(fetch?.traceparent), fetch?.tracestate]).toEqual([traceId, undefined]);
    trace?.end({ codes: [] });
    await tracing.stop();
    expect(collector.spans).toMatchObject([{ traceId }]);
    expect(collector.spans[0]?.parentSpanId).toBeUndefined();
  });

  test.each(['no state', 'a=1\r\nx: y', `a=${'x'.repeat(600)}`, '🙂=1'])(
    'a state as it may not be is dropped: %j',
    async (tracestate) => {
      const { tracing } = await collecting();
      const fetch = tracing
        .begin(asked({ traceparent: `00-${traceId}-${parent}-01`, tracestate }))
        ?.fetch('people', false);
      expect(fetch).toMatchObject({ tracestate: undefined });
      await tracing.stop();
    },
  );
});

describe('the settings of OpenTelemetry', () => {
  test('the exact endpoint goes before the base URL, and the service has a name', async () => {
    const { collector, tracing } = await collecting({ OTEL_SERVICE_NAME: 'edge' });
    const exact = await startTracing({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1',
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${collector.url}/own`,
    });
    for (const each of [tracing, exact.tracing]) {
      each.begin(fresh())?.end({ codes: [] });
      await each.stop();
    }
    expect(collector.paths).toEqual(['/v1/traces', '/own']);
    expect(collector.resources.map((resource) => resource['service.name'])).toEqual(['edge', 'gateway']);
  });

  test('a request that is not traced has nothing', async () => {
    const { collector, tracing } = await collecting({ OTEL_TRACES_SAMPLER_ARG: '0' });
    expect(tracing.begin(asked({ traceparent: `00-${traceId}-${parent}-01` }))).toBeUndefined();
    await tracing.stop();
    expect(collector.paths).toEqual([]);
  });
});

describe('a collector that', () => {
  const before = process.env.OTEL_EXPORTER_OTLP_TIMEOUT;
  beforeAll(() => {
    // No time to try again.
    process.env.OTEL_EXPORTER_OTLP_TIMEOUT = '500';
  });
  afterAll(() => {
    if (before === undefined) delete process.env.OTEL_EXPORTER_OTLP_TIMEOUT;
    else process.env.OTEL_EXPORTER_OTLP_TIMEOUT = before;
  });

  async function until(isSo: () => boolean, act: () => void) {
    while (!isSo()) {
      act();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  test('is away: said once, and when it is back', async () => {
    let refused = 0;
    let away = true;
    const collector = await startCollector((_, response) => {
      if (away) refused++;
      response.writeHead(away ? 503 : 200).end('{}');
    });
    ends.push(collector.close);
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '1' };
    const { tracing, logged } = await startTracing(env);
    const trace = () => tracing.begin(fresh())?.end({ codes: [] });
    await until(() => refused > 3, trace);
    away = false;
    await until(() => logged.length > 1, trace);
    await tracing.stop();
    expect(logged).toEqual(['traces do not arrive and are dropped', 'traces arrive again']);
  });

  test('nobody runs: the end comes all the same', async () => {
    const { tracing, logged } = await startTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' });
    tracing.begin(fresh())?.end({ codes: [] });
    await tracing.stop();
    expect(logged).toEqual(['traces do not arrive and are dropped']);
  });

  test('has not answered yet: a bounded number of spans waits for it, and nobody else', async () => {
    const { collector, tracing } = await collecting();
    for (let n = 0; n < 10_000; n++) tracing.begin(fresh())?.end({ codes: [] });
    await tracing.stop();
    // The first batch was on its way, and the queue behind it full.
    expect(collector.spans.length).toBe(512 + 4_096);
  });

  test('never answers: the end is not held up by it for long', async () => {
    process.env.OTEL_EXPORTER_OTLP_TIMEOUT = '10000';
    const held: ServerResponse[] = [];
    const collector = await startCollector((_, response) => held.push(response));
    ends.push(collector.close);
    const { tracing } = await startTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
    tracing.begin(fresh())?.end({ codes: [] });
    const start = performance.now();
    await tracing.stop();
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(held).toHaveLength(1);
    for (const response of held) response.end('{}');
  });
});
