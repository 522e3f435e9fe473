import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { SubgraphRequest } from '../engine/subgraphs.ts';
import type { TransportContext } from './headers.ts';
import {
  ada,
  context,
  html,
  outcome,
  request,
  startTestSubgraph,
  type TestSubgraph,
  timedOut,
  transportTo,
  unavailable,
} from './testSubgraph.ts';
import { questionOf, type Transport } from './transport.ts';

let subgraph: TestSubgraph;
let transport: Transport;
/** Those who have asked and have no answer yet. */
let asking: ServerResponse[];

beforeEach(async () => {
  subgraph = await startTestSubgraph((response) => void asking.push(response));
  transport = transportTo(subgraph.url);
  asking = [];
});
afterEach(async () => {
  jest.restoreAllMocks();
  await transport.stop(0);
  await subgraph.stop();
});

const ask = (more: Partial<SubgraphRequest & TransportContext> = {}) =>
  transport.send(request(more), context(more)) as Promise<typeof ada>;
/** Answers all, once so many have asked. */
const answer = async (count: number) => {
  await subgraph.reached(count);
  for (const response of asking.splice(0)) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(ada));
  }
};

describe('equal queries in flight', () => {
  test('share one fetch, and each gets an answer of its own', async () => {
    const asked = [ask(), ask({ correlationId: 'b'.repeat(32) }), ask()];
    await answer(1);
    const [first, second, third] = await Promise.all(asked);
    if (first) first.data.me.name = 'changed';
    expect([second, third]).toEqual([ada, ada]);
    expect(subgraph.requests).toHaveLength(1);
  });

  test('are asked again when the first has its answer', async () => {
    for (const count of [1, 2]) {
      const asked = ask();
      await answer(count);
      expect(await asked).toEqual(ada);
    }
    expect(subgraph.requests).toHaveLength(2);
  });

  test('fail together', async () => {
    transport = transportTo(subgraph.url, { SUBGRAPH_RETRIES: 0 });
    subgraph.answer = html(502);
    expect(await Promise.all([outcome(ask()), outcome(ask())])).toEqual([unavailable, unavailable]);
    expect(subgraph.requests).toHaveLength(1);
  });

  test.each<[string, Partial<SubgraphRequest & TransportContext>]>([
    ['another identity', { authorization: 'Bearer bob' }],
    ['no identity', { authorization: '' }],
    ['a wish for a trace', { trace: true }],
    ['other variables', { variables: { id: '1' } }],
    ['another query', { query: '{ me { id } }' }],
    ['another name', { operationName: 'Me' }],
  ])('do not share with one of %s', async (_, more) => {
    const asked = [ask(), ask(more)];
    await answer(2);
    expect(await Promise.all(asked)).toEqual([ada, ada]);
    expect(subgraph.requests).toHaveLength(2);
  });

  test('do not share when that is turned off', async () => {
    transport = transportTo(subgraph.url, { SUBGRAPH_DEDUPLICATION: 'false' });
    const asked = [ask(), ask()];
    await answer(2);
    expect(await Promise.all(asked)).toEqual([ada, ada]);
  });

  test('do not share across subgraphs', async () => {
    transport.setSubgraphs(
      new Map([
        ['people', subgraph.url],
        ['others', subgraph.url],
      ]),
    );
    const asked = [ask(), ask({ subgraph: 'others' })];
    await answer(2);
    expect(await Promise.all(asked)).toEqual([ada, ada]);
  });
});

test('what is asked and read in two steps is the same as what is sent', async () => {
  const asked = transport.ask(questionOf(request()), context());
  await answer(1);
  const text = await asked;
  expect(transport.read(text, 'people', context())).toEqual(ada);
  expect(() => transport.read('<html>', 'people', context())).toThrow('The service "people" is not available now.');
});

test('equal mutations do not share', async () => {
  const like = { query: 'mutation { like }', isMutation: true };
  const asked = [ask(like), ask(like)];
  await answer(2);
  expect(await Promise.all(asked)).toEqual([ada, ada]);
});

describe('who waits for a shared fetch', () => {
  test('has a deadline of his own, and leaves the others theirs', async () => {
    const hurried = outcome(ask({ deadline: Date.now() + 50 }));
    const patient = ask();
    expect(await hurried).toEqual(timedOut);
    await answer(1);
    expect(await patient).toEqual(ada);
    expect(subgraph.requests).toHaveLength(1);
  });

  test('ends it when he is the last who leaves, and nobody joins it any more', async () => {
    const [one, two] = [new AbortController(), new AbortController()];
    const asked = [outcome(ask({ signal: one.signal })), outcome(ask({ signal: two.signal }))];
    await subgraph.reached(1);
    const closed = new Promise((resolve) => asking[0]?.on('close', resolve));
    one.abort();
    expect(subgraph.closed).toBe(0);
    two.abort();
    const next = ask();
    await closed;
    expect(await Promise.all(asked)).toEqual([unavailable, unavailable]);
    await answer(2);
    expect(await next).toEqual(ada);
  });

  test('does not join one that has used half of its time', async () => {
    const slow = ask();
    await subgraph.reached(1);
    const now = Date.now() + 1_600;
    jest.spyOn(Date, 'now').mockImplementation(() => now);
    const next = ask();
    const third = ask();
    await answer(2);
    expect(await Promise.all([slow, next, third])).toEqual([ada, ada, ada]);
    expect(subgraph.requests).toHaveLength(2);
  });
});
