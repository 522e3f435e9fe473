import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { connectRaw, openRaw, refusedStatus } from './testing/rawWebSocket.ts';
import { until } from './testing/until.ts';
import { arrived, codesOf, ofProduct, startWorld, subscription } from './testing/world.ts';

const init = { type: 'connection_init' };
const subscribe = (id: string, query = subscription.query) => ({ id, type: 'subscribe', payload: { query } });

test.each([
  ['no connection_init', [], 4408],
  ['a second connection_init', [init, init], 4429],
  ['an operation before connection_init', [subscribe('1')], 4401],
  ['what is no JSON', ['{"type":'], 4400],
  ['a message of an unknown type', [init, { type: 'start', id: '1' }], 4400],
  ['a message for clients', [init, { type: 'next', id: '1', payload: {} }], 4500],
  ['an operation without a query', [init, { type: 'subscribe', id: '1', payload: {} }], 4400],
  ['a list', [init, []], 4400],
  ['10 MB', [init, 'x'.repeat(10_000_000)], 1009],
])('a client that sends %s is closed', async (_, messages, code) => {
  await using world = await startWorld({ WEBSOCKET_INIT_MS: code === 4408 ? 100 : 60_000 });
  const raw = await openRaw(world.url);
  for (const message of messages) raw.send(message);
  expect(await raw.closed).toBe(code);
});

test('an id that is in use is refused with the connection, and its subscription ends', async () => {
  await using world = await startWorld();
  const raw = await connectRaw(world.url);
  raw.send(subscribe('1'));
  const stream = await world.subgraph.stream();
  raw.send(subscribe('1'));
  expect(await raw.closed).toBe(4409);
  await until('the subgraph is left', () => stream.isClosed);
});

test('ids that are used again and again leave nothing behind', async () => {
  await using world = await startWorld();
  const raw = await connectRaw(world.url);
  for (let round = 0; round < 20; round++) {
    raw.send(subscribe('__proto__'));
    raw.send({ type: 'complete', id: '__proto__' });
  }
  raw.send(subscribe('1', '{ here: __typename }'));
  await raw.has('next');
  raw.socket.close();
  await until('all have ended', () => world.subscriptions.count() === 0 && world.subgraph.open === 0);
});

test('who does not offer the subprotocol is closed', async () => {
  await using world = await startWorld();
  const raw = await openRaw(world.url, {}, []);
  expect(await raw.closed).toBe(4406);
  // The client misses its own in the answer, before it would be closed.
  await expect(openRaw(world.url, {}, ['graphql-ws'])).rejects.toThrow('subprotocol');
});

test('pages of other origins cannot connect', async () => {
  await using world = await startWorld();
  expect(await refusedStatus(world.url, { origin: 'https://evil.example' })).toBe(403);
  expect(await refusedStatus(world.url, { origin: 'null' })).toBe(403);
  for (const origin of ['https://allowed.example', new URL(world.url).origin]) {
    const raw = await connectRaw(world.url, { origin });
    raw.socket.close();
  }
});

test('an address has so many connections, and gets them back', async () => {
  await using world = await startWorld({ SUBSCRIPTION_CONNECTIONS_PER_ADDRESS: 2 });
  const [raw] = await Promise.all([connectRaw(world.url), connectRaw(world.url)]);
  expect(await refusedStatus(world.url)).toBe(429);
  const listener = world.sse(subscription);
  expect(await listener.ended).toBe('complete');
  expect(codesOf(listener.results)).toEqual(['RATE_LIMITED']);
  raw.socket.close();
  await raw.closed;
  const again = world.sse({ query: '{ here }' });
  expect(await again.ended).toBe('complete');
});

test('a connection has so many operations', async () => {
  await using world = await startWorld({ WEBSOCKET_MAX_OPERATIONS: 2 });
  const raw = await connectRaw(world.url);
  for (const id of ['1', '2', '3']) raw.send(subscribe(id));
  await raw.has('error');
  expect(raw.received.at(-1)).toMatchObject({ id: '3', payload: [{ extensions: { code: 'RATE_LIMITED' } }] });
  raw.send({ type: 'complete', id: '1' });
  raw.send(subscribe('4'));
  await until('another one listens', () => world.subscriptions.count() === 2);
});

test('a client that asks and takes no answer is cut off', async () => {
  await using world = await startWorld({ WEBSOCKET_MAX_OPERATIONS: 2 });
  const raw = await connectRaw(world.url);
  raw.socket.pause();
  const payload = { filling: 'x'.repeat(500_000) };
  for (let ping = 0; ping < 40; ping++) raw.send({ type: 'ping', payload });
  raw.socket.once('close', () => {});
  await until('what it sent is not read any more', () => raw.socket.bufferedAmount === 0);
  raw.socket.resume();
  expect(await raw.closed).toBe(1008);
});

test('a peer that does not answer pings is cut off', async () => {
  await using world = await startWorld({ SUBSCRIPTION_HEARTBEAT_MS: 50 });
  const alive = await connectRaw(world.url);
  const dead = await connectRaw(world.url, { autoPong: false });
  dead.send(subscribe('1'));
  const stream = await world.subgraph.stream();
  expect(await dead.closed).toBe(1006);
  await until('the subgraph is left', () => stream.isClosed);
  expect(alive.socket.readyState).toBe(alive.socket.OPEN);
});

test('the authorization of connection_init counts as the header', async () => {
  await using world = await startWorld();
  const headers = { authorization: 'Bearer bob' };
  for (const [at, payload] of [{ Authorization: 'Bearer ada' }, { authorization: 'Bearer ada' }, undefined].entries()) {
    const raw = await openRaw(world.url, { headers });
    raw.send({ ...init, payload });
    await raw.has('connection_ack');
    raw.send(subscribe('1'));
    expect((await world.subgraph.stream(at)).headers.authorization).toBe(payload ? 'Bearer ada' : 'Bearer bob');
    raw.socket.close();
    await until('it has left', () => world.subscriptions.count() === 0);
  }
});

test('a forged token is refused with the connection', async () => {
  await using world = await startWorld();
  const listener = world.ws(subscription, 'mallory');
  expect(await listener.ended).toMatchObject({ code: 4403, reason: 'The access token is not valid.' });
});

test('what may not be executed is told as an error', async () => {
  await using world = await startWorld();
  const listener = world.ws({ query: 'subscription { nothing }' });
  expect(await listener.ended).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
});

test('other upgrades and paths are answered as if they were not asked for', async () => {
  await using world = await startWorld();
  expect(await refusedStatus(world.url.replace('/graphql', '/elsewhere'))).toBe(404);
  // As the HTTP client of Java offers HTTP/2 with each request.
  const headers = { connection: 'Upgrade', upgrade: 'h2c', 'content-type': 'application/json' };
  const asked = request(world.url, { method: 'POST', headers });
  asked.end(JSON.stringify({ query: '{ product(upc: "1") { upc name } }' }));
  const [response] = await once(asked, 'response');
  expect(await text(response)).toContain(JSON.stringify({ data: { product: ofProduct('1').data.arrived } }));
});

test('results of operations on one connection do not wait for each other', async () => {
  await using world = await startWorld();
  const raw = await connectRaw(world.url);
  const held = Promise.withResolvers<void>();
  world.admission.beforeEvent = () => held.promise;
  raw.send(subscribe('slow'));
  (await world.subgraph.stream()).next(arrived('1'));
  raw.send(subscribe('query', '{ product(upc: "1") { upc } }'));
  await raw.has('complete');
  expect(raw.received.map(({ id }) => id)).toEqual([undefined, 'query', 'query']);
  held.resolve();
  await raw.has('next', 2);
});
