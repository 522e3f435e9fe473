import { request } from 'node:http';
import { expect, test } from '@jest/globals';
import { connectRaw, refusedStatus } from './testing/rawWebSocket.ts';
import { until } from './testing/until.ts';
import { arrived, codesOf, ofProduct, startWorld, subscription } from './testing/world.ts';

const large = (at: number) => arrived(`${at}`.padEnd(200_000, 'x'));

/** A client of an event stream that takes nothing until it is told to. */
async function startSlowSse(url: string) {
  const asked = request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
  });
  asked.on('error', () => {});
  asked.end(JSON.stringify(subscription));
  let text = '';
  const ended = Promise.withResolvers<string>();
  const started = Promise.withResolvers<() => void>();
  asked.on('response', (response) => {
    response.on('error', () => {});
    response.on('close', () => ended.resolve(text));
    response.pause();
    started.resolve(() => {
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.resume();
    });
  });
  return { resume: await started.promise, ended: ended.promise };
}

test('a client that is too slow is ended and told so, and holds up nobody', async () => {
  await using world = await startWorld({ SUBSCRIPTION_QUEUE: 8 });
  const slow = await startSlowSse(world.url);
  const slowSocket = await connectRaw(world.url);
  slowSocket.send({ id: '1', type: 'subscribe', payload: subscription });
  await until('both listen', () => world.subscriptions.count() === 2);
  slowSocket.socket.pause();
  const fast = world.sse(subscription);
  await until('all listen', () => world.subscriptions.count() === 3);
  const stream = await world.subgraph.stream();
  for (let at = 0; at < 60; at++) {
    stream.next(large(at));
    await fast.has(at + 1);
  }
  expect(codesOf(fast.results)).toEqual([]);
  slow.resume();
  slowSocket.socket.resume();
  const [last, complete] = (await slow.ended).trimEnd().split('\n\n').slice(-2);
  expect(last).toContain('RATE_LIMITED');
  expect(complete).toMatch(/^event: complete/);
  await slowSocket.has('complete');
  expect(slowSocket.received.at(-2)).toMatchObject({ payload: { errors: [{ extensions: { code: 'RATE_LIMITED' } }] } });
  expect(slowSocket.received.length).toBeLessThan(60);
  expect(world.subgraph.streams).toHaveLength(1);
});

test('a subgraph waits for its only listener, who has much to take', async () => {
  await using world = await startWorld({ SUBSCRIPTION_QUEUE: 4, SUBSCRIPTION_IDLE_MS: 200 });
  const held = Promise.withResolvers<void>();
  world.admission.beforeEvent = () => held.promise;
  const listener = world.ws(subscription);
  const stream = await world.subgraph.stream();
  const upcs = Array.from({ length: 500 }, (_, at) => `${at}`.padEnd(2_000, 'x'));
  for (const upc of upcs) stream.next(arrived(upc));
  stream.complete();
  // Longer than it may be quiet.
  await until('time has gone by', expired(400));
  expect(world.subscriptions.count()).toBe(1);
  held.resolve();
  expect(await listener.ended).toBe('complete');
  expect(listener.results).toEqual(upcs.map(ofProduct));
});

test('whoever joins is not held up by the first', async () => {
  await using world = await startWorld({ SUBSCRIPTION_QUEUE: 4 });
  const held = Promise.withResolvers<void>();
  world.admission.beforeEvent = ({ headers }) => (headers['x-slow'] ? held.promise : Promise.resolve());
  const slow = await connectRaw(world.url, { headers: { 'x-slow': 'yes' } });
  slow.send({ id: '1', type: 'subscribe', payload: subscription });
  const stream = await world.subgraph.stream();
  for (let at = 0; at < 100; at++) stream.next(large(at));
  await until('the subgraph waits', () => stream.waiting > 0);
  const fast = world.sse(subscription);
  await until('all has come', () => stream.waiting === 0);
  stream.next(arrived('last'));
  await until('the last one comes', () => JSON.stringify(fast.results.at(-1)) === JSON.stringify(ofProduct('last')));
  held.resolve();
  await slow.has('complete');
  expect(slow.received.at(-2)).toMatchObject({ payload: { errors: [{ extensions: { code: 'RATE_LIMITED' } }] } });
});

test('a client that takes nothing at all is cut off', async () => {
  await using world = await startWorld({ SUBSCRIPTION_QUEUE: 8, SUBSCRIPTION_HEARTBEAT_MS: 200 });
  await startSlowSse(world.url);
  const slowSocket = await connectRaw(world.url);
  slowSocket.send({ id: '1', type: 'subscribe', payload: subscription });
  await until('both listen', () => world.subscriptions.count() === 2);
  slowSocket.socket.pause();
  const stream = await world.subgraph.stream();
  for (let at = 0; at < 60; at++) stream.next(large(at));
  await until('both are cut off', () => world.subscriptions.count() === 0);
  await until('the subgraph is left', () => stream.isClosed);
});

test('at a new supergraph all subscriptions are completed, and clients can subscribe again', async () => {
  await using world = await startWorld();
  const raw = await connectRaw(world.url);
  raw.send({ id: '1', type: 'subscribe', payload: subscription });
  const listener = world.sse(subscription, 'ada');
  await world.subgraph.stream(1);
  const opening = world.sse(subscription, 'bob');
  await until('all listen', () => world.subscriptions.count() === 3);
  await world.subscriptions.endAll('a new supergraph');
  expect(await listener.ended).toBe('complete');
  expect(await opening.ended).toBe('complete');
  expect(listener.results).toEqual([]);
  await raw.has('complete');
  await until('the subgraph is left', () => world.subgraph.open === 0);
  const before = world.subgraph.streams.length;
  raw.send({ id: '1', type: 'subscribe', payload: subscription });
  (await world.subgraph.stream(before)).next(arrived('1'));
  await raw.has('next');
  expect(world.admission.finished.length).toBeGreaterThanOrEqual(3);
});

test('events that wait are delivered before the end', async () => {
  await using world = await startWorld();
  const held = Promise.withResolvers<void>();
  const begun: unknown[] = [];
  world.admission.beforeEvent = async () => {
    begun.push(1);
    await held.promise;
  };
  const listener = world.ws(subscription);
  const stream = await world.subgraph.stream();
  for (const upc of ['1', '2', '3']) stream.next(arrived(upc));
  stream.complete();
  await until('the first one is executed', () => begun.length === 1 && stream.isClosed);
  const ended = world.subscriptions.endAll('a new supergraph');
  held.resolve();
  await ended;
  expect(await listener.ended).toBe('complete');
  expect(listener.results).toEqual(['1', '2', '3'].map(ofProduct));
});

test('a stop completes subscriptions, closes connections and refuses new ones', async () => {
  await using world = await startWorld();
  const raw = await connectRaw(world.url);
  raw.send({ id: '1', type: 'subscribe', payload: subscription });
  const idle = await connectRaw(world.url);
  const listener = world.sse(subscription);
  await until('both listen', () => world.subscriptions.count() === 2);
  await world.subscriptions.stop();
  expect(await listener.ended).toBe('complete');
  expect(await raw.closed).toBe(1001);
  expect(await idle.closed).toBe(1001);
  expect(raw.received.map(({ type }) => type)).toEqual(['connection_ack', 'complete']);
  expect(await refusedStatus(world.url)).toBe(503);
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
  const refused = await fetch(world.url, { method: 'POST', headers, body: JSON.stringify(subscription) });
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] });
});

test('a client that takes nothing does not hold up a stop', async () => {
  await using world = await startWorld();
  await startSlowSse(world.url);
  await until('it listens', () => world.subscriptions.count() === 1);
  const stream = await world.subgraph.stream();
  for (let at = 0; at < 60; at++) stream.next(large(at));
  const began = Date.now();
  await world.subscriptions.stop();
  expect(Date.now() - began).toBeLessThan(8_000);
});

test('a subscription ends after its time, and when the token of its caller expires', async () => {
  await using world = await startWorld();
  const expiring = world.sse(subscription, `ada:${(Date.now() + 300) / 1_000}`);
  const lasting = world.ws(subscription, `ada:${(Date.now() + 3_600_000) / 1_000}`);
  expect(await expiring.ended).toBe('complete');
  expect(world.subscriptions.count()).toBe(1);
  expect(lasting.results).toEqual([]);

  await using brief = await startWorld({ SUBSCRIPTION_LIFE_MS: 50 });
  const listener = brief.ws(subscription);
  expect(await listener.ended).toBe('complete');
  expect(listener.results).toEqual([]);
});

function expired(ms: number): () => boolean {
  const end = Date.now() + ms;
  return () => Date.now() > end;
}
