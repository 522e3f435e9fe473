import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import {
  ada,
  context,
  good,
  html,
  inTurn,
  json,
  outcome,
  request,
  startTestSubgraph,
  type TestSubgraph,
  timedOut,
  transportTo,
  unavailable,
} from './testSubgraph.ts';
import type { Transport } from './transport.ts';

let subgraph: TestSubgraph;
let transport: Transport;

beforeEach(async () => {
  subgraph = await startTestSubgraph();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await transport.stop(0);
  await subgraph.stop();
});

const use = (settings: Record<string, unknown> = {}) => {
  transport = transportTo(subgraph.url, settings);
};
const ask = (more = {}) => outcome(transport.send(request(more), context()));
const mutation = { query: 'mutation { like }', isMutation: true };

const reset: TestSubgraph['answer'] = (_response, _body, { socket }) => socket.resetAndDestroy();
const passing: [string, TestSubgraph['answer']][] = [
  ['502 and HTML', html(502)],
  ['503 and HTML', html(503)],
  ['504 and other JSON', json({ message: 'sad' }, 504)],
  ['a reset', reset],
];

describe('a query', () => {
  test.each(passing)('is sent again after %s', async (_, answer) => {
    use();
    subgraph.answer = inTurn(answer, answer, good);
    expect(await ask()).toEqual(ada);
    expect(subgraph.requests).toHaveLength(3);
  });

  test.each(passing)('is not sent for ever after %s', async (_, answer) => {
    use();
    subgraph.answer = answer;
    expect(await ask()).toEqual(unavailable);
    expect(subgraph.requests).toHaveLength(3);
  });

  test.each([
    ['errors of GraphQL', json({ errors: [{ message: 'no' }] }, 503), { errors: [{ message: 'no' }] }],
    ['HTML with 200', html(200), unavailable],
    ['HTML with 500', html(500), unavailable],
  ] as const)('is not sent again after %s', async (_, answer, result) => {
    use();
    subgraph.answer = inTurn(answer, good);
    expect(await ask()).toEqual(result);
    expect(subgraph.requests).toHaveLength(1);
  });

  test('is not sent again when the pause would end after its time', async () => {
    use({ SUBGRAPH_TIMEOUT_MS: 1_000, SUBGRAPH_RETRIES: 10 });
    jest.spyOn(Math, 'random').mockReturnValue(40);
    subgraph.answer = html(502);
    expect(await ask()).toEqual(unavailable);
    expect(subgraph.requests).toHaveLength(1);
  });

  test('times out within a pause', async () => {
    use();
    jest.spyOn(Math, 'random').mockReturnValue(40);
    subgraph.answer = html(502);
    const asked = transport.send(request(), context({ deadline: Date.now() + 300 }));
    expect(await outcome(asked)).toEqual(timedOut);
    expect(subgraph.requests).toHaveLength(1);
  });
});

describe('a mutation', () => {
  test.each(passing)('is not sent again after %s', async (_, answer) => {
    use();
    subgraph.answer = inTurn(answer, good);
    expect(await ask(mutation)).toEqual(unavailable);
    expect(subgraph.requests).toHaveLength(1);
    expect(await ask(mutation)).toEqual(ada);
  });

  test('goes on when the client has gone', async () => {
    use();
    const client = new AbortController();
    subgraph.answer = (...args) => {
      client.abort();
      good(...args);
    };
    expect(await transport.send(request(mutation), context({ signal: client.signal }))).toEqual(ada);
  });
});

describe('a subgraph that fails too often', () => {
  const settings = { SUBGRAPH_BREAKER_FAILURES: 4, SUBGRAPH_BREAKER_OPEN_MS: 60_000, SUBGRAPH_RETRIES: 0 };
  const fail = async (times: number, answer: TestSubgraph['answer'], result: unknown = unavailable) => {
    subgraph.answer = answer;
    for (let n = 0; n < times; n++) expect(await ask()).toEqual(result);
  };
  const later = (ms: number) => {
    const now = Date.now() + ms;
    jest.spyOn(Date, 'now').mockImplementation(() => now);
  };

  test('is left alone, tried once, and asked again by all', async () => {
    use({ ...settings, SUBGRAPH_CONNECTIONS: 1 });
    await fail(4, reset);
    subgraph.answer = good;
    expect(await ask()).toEqual(unavailable);
    expect(subgraph.requests).toHaveLength(4);
    later(60_000);
    const reached = new Promise<() => void>((resolve) => {
      subgraph.answer = (...args) => resolve(() => good(...args));
    });
    const probe = ask();
    const answer = await reached;
    expect(await ask({ query: '{ you }' })).toEqual(unavailable);
    subgraph.answer = good;
    answer();
    expect(await probe).toEqual(ada);
    expect(await Promise.all([ask({ query: '{ you }' }), ask()])).toEqual([ada, ada]);
    expect(subgraph.requests).toHaveLength(7);
  });

  test('is not asked within the retries of one query either', async () => {
    use({ ...settings, SUBGRAPH_RETRIES: 10 });
    await fail(1, reset);
    expect(subgraph.requests).toHaveLength(4);
  });

  test('may be late', async () => {
    use({ ...settings, SUBGRAPH_TIMEOUT_MS: 30 });
    await fail(4, () => undefined, timedOut);
    subgraph.answer = good;
    expect(await ask()).toEqual(unavailable);
  });

  test('is not one that was given too little time', async () => {
    use(settings);
    subgraph.answer = () => undefined;
    for (let n = 0; n < 4; n++) {
      expect(await outcome(transport.send(request(), context({ deadline: Date.now() + 10 })))).toEqual(timedOut);
    }
    await fail(1, good, ada);
  });

  test.each([
    ['errors of GraphQL', json({ errors: [{ message: 'no' }] }, 500), { errors: [{ message: 'no' }] }],
    ['what is no use', html(200), unavailable],
  ] as const)('is not one that answers %s', async (_, answer, result) => {
    use(settings);
    await fail(8, answer, result);
    await fail(1, good, ada);
  });
});
