import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  ada,
  context,
  good,
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
let asking: ServerResponse[];
let asked: number;

beforeEach(async () => {
  subgraph = await startTestSubgraph();
  asking = [];
  asked = 0;
});
afterEach(async () => {
  await transport.stop(0);
  await subgraph.stop();
});

const hold: TestSubgraph['answer'] = (response) => void asking.push(response);
const release = () => {
  for (const response of asking.splice(0)) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(ada));
  }
};
/** Each is another, so that none is shared. */
const ask = (more = {}) => outcome(transport.send(request({ variables: { n: asked++ } }), context(more)));

describe('connections', () => {
  test('are used again', async () => {
    transport = transportTo(subgraph.url);
    for (let n = 0; n < 50; n++) expect(await ask()).toEqual(ada);
    // One rests until the end of a turn of the event loop while the next is in use.
    expect(subgraph.connections).toBeLessThanOrEqual(2);
  });

  test('are no more than the limit; what comes beyond waits, and beyond that is refused at once', async () => {
    transport = transportTo(subgraph.url, { SUBGRAPH_CONNECTIONS: 3, SUBGRAPH_QUEUE: 2 });
    subgraph.answer = hold;
    const served = [ask(), ask(), ask(), ask(), ask()];
    expect(await ask()).toEqual(unavailable);
    await subgraph.reached(3);
    expect(subgraph.requests).toHaveLength(3);
    subgraph.answer = good;
    release();
    expect(await Promise.all(served)).toEqual([ada, ada, ada, ada, ada]);
    expect(subgraph.connections).toBeLessThanOrEqual(3);
    expect(await ask()).toEqual(ada);
  });

  test('are waited for within the deadline, and then not used', async () => {
    transport = transportTo(subgraph.url, { SUBGRAPH_CONNECTIONS: 1 });
    subgraph.answer = hold;
    const first = ask();
    await subgraph.reached(1);
    expect(await ask({ deadline: Date.now() + 30 })).toEqual(timedOut);
    subgraph.answer = good;
    release();
    expect(await first).toEqual(ada);
    expect(await ask()).toEqual(ada);
    expect(subgraph.requests).toHaveLength(2);
  });

  test('of fetches that timed out are given back', async () => {
    transport = transportTo(subgraph.url, { SUBGRAPH_CONNECTIONS: 1, SUBGRAPH_QUEUE: 0 });
    expect(await ask()).toEqual(ada);
    subgraph.answer = hold;
    expect(await ask({ deadline: Date.now() + 30 })).toEqual(timedOut);
    subgraph.answer = good;
    expect(await ask()).toEqual(ada);
  });
});

describe('a new supergraph', () => {
  test('moves a subgraph: what is under way ends where it began', async () => {
    transport = transportTo(subgraph.url);
    subgraph.answer = hold;
    const early = ask();
    await subgraph.reached(1);
    const other = await startTestSubgraph();
    transport.setSubgraphs(new Map([['people', other.url]]));
    expect(await ask()).toEqual(ada);
    expect(other.requests).toHaveLength(1);
    const closed = new Promise((resolve) => asking[0]?.socket?.on('close', resolve));
    release();
    expect(await early).toEqual(ada);
    await closed;
    await transport.stop();
    await other.stop();
  });

  test('keeps the connections of a subgraph that stays', async () => {
    transport = transportTo(subgraph.url);
    await ask();
    transport.setSubgraphs(new Map([['people', subgraph.url]]));
    await ask();
    await ask();
    expect(subgraph.connections).toBeLessThanOrEqual(2);
    expect(subgraph.closed).toBe(0);
  });

  test('without the subgraph, or with no URL for it, leaves it unavailable', async () => {
    transport = transportTo(subgraph.url);
    for (const urls of [new Map(), new Map([['people', '']]), new Map([['people', 'file:///etc/passwd']])]) {
      transport.setSubgraphs(urls);
      expect(await ask()).toEqual(unavailable);
    }
    transport.setSubgraphs(new Map([['people', subgraph.url]]));
    expect(await ask()).toEqual(ada);
  });
});

describe('a stop', () => {
  test('lets what is under way end, and refuses what comes', async () => {
    transport = transportTo(subgraph.url, { SUBGRAPH_CONNECTIONS: 1 });
    subgraph.answer = hold;
    const early = [ask(), ask()];
    await subgraph.reached(1);
    const stopped = transport.stop();
    expect(await ask()).toEqual(unavailable);
    subgraph.answer = good;
    release();
    expect(await Promise.all(early)).toEqual([ada, ada]);
    await stopped;
    expect(subgraph.requests).toHaveLength(2);
  });

  test('ends at its limit, and what is then under way fails', async () => {
    transport = transportTo(subgraph.url, { SUBGRAPH_CONNECTIONS: 1 });
    subgraph.answer = hold;
    const early = [ask(), ask()];
    await subgraph.reached(1);
    await transport.stop(30);
    expect(await Promise.all(early)).toEqual([unavailable, unavailable]);
    expect(subgraph.requests).toHaveLength(1);
  });

  test('may come twice', async () => {
    transport = transportTo(subgraph.url);
    await Promise.all([transport.stop(), transport.stop()]);
    transport.setSubgraphs(new Map([['people', subgraph.url]]));
    expect(await ask()).toEqual(unavailable);
  });
});
