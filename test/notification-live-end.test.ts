import { createConnection } from 'node:net';
import { createStream, newId } from '@banyan/kit';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Store } from '../subgraphs/notification/store.ts';
import { until } from './harness/client.ts';
import { codesOf, listenAs } from './notificationListener.ts';
import { happening, type NotificationWorld, startNotificationWorld } from './notificationWorld.ts';

let world: NotificationWorld;
let store: Store;
const anHour = String(3_600_000);

beforeAll(async () => {
  world = await startNotificationWorld({ LIVE_LOOK_MS: '50', LIVE_HEARTBEAT_MS: '300', EVENT_POLL_MS: '50' });
  ({ store } = world);
});

afterAll(() => world?.stop());

/** The same world with another instance in front. */
const at = async (settings: NodeJS.ProcessEnv) => ({ ...world, service: await world.startAnother(settings) });

test('a drain completes every stream, and is over at once', async () => {
  const other = await at({});
  const userId = newId();
  const streams = await Promise.all([listenAs(other, userId), listenAs(other, userId), listenAs(other, newId())]);
  const before = Date.now();
  await other.service.stop();
  expect(Date.now() - before).toBeLessThan(3_000);
  expect(await Promise.all(streams.map(({ ended }) => ended))).toEqual(['complete', 'complete', 'complete']);

  const id = newId();
  await store.arrivals.tell(userId, happening(), id);
  const resumed = await listenAs(world, userId, '0');
  await resumed.has(1);
  expect(resumed.ids()).toEqual([id]);
  resumed.stop();
});

test('a stream is completed when its life is over, and gives its place back', async () => {
  const other = await at({ LIVE_LIFE_MS: '200', LIVE_STREAMS_A_PERSON: '1' });
  const userId = newId();
  for (let turn = 0; turn < 3; turn++) {
    const stream = await listenAs(other, userId);
    expect([await stream.ended, codesOf(stream)]).toEqual(['complete', []]);
  }
  await other.service.stop();
});

test('what this instance has heard of itself is received without a look', async () => {
  const other = await at({ LIVE_LOOK_MS: anHour, TABLE_PREFIX: 'of-another-test-' });
  const [userId, actorId] = [newId(), newId()];
  const stream = await listenAs(other, userId);
  const event = {
    specversion: '1.0' as const,
    id: newId(),
    source: '/banyan/user',
    type: 'user.followed',
    subject: [userId, actorId].sort().join(':'),
    time: new Date().toISOString(),
    datacontenttype: 'application/json' as const,
    traceparent: '',
    sequence: 1,
    data: { userId: actorId, otherId: userId },
  };
  await createStream('banyan-events').send([event]);
  await stream.has(1);
  expect(stream.received()).toMatchObject([{ kind: 'NEW_FOLLOWER', actorCount: 1 }]);
  stream.stop();
  await other.service.stop();
});

test('a reader who takes nothing is cut off, while one who takes everything receives all', async () => {
  const userId = newId();
  const two = await at({ LIVE_STREAMS_A_PERSON: '2' });
  const { hostname, port } = new URL(two.service.url);
  const many = Array.from({ length: 3_000 }, (_, place) => `a${place}: createdAt`).join(' ');
  const body = JSON.stringify({ query: `subscription { notificationReceived(after: "0") { id ${many} } }` });
  const headers = [
    'POST /graphql HTTP/1.1',
    'host: localhost',
    'accept: text/event-stream',
    'content-type: application/json',
    `authorization: Bearer ${await world.identityOf(userId)}`,
    `content-length: ${body.length}`,
  ];
  const socket = createConnection({ host: hostname, port: Number(port) });
  socket.on('error', () => {});
  socket.pause();
  socket.write(`${headers.join('\r\n')}\r\n\r\n${body}`);

  const other = await listenAs(two, userId, '0');
  // 100 kB for each: more than the sockets between us hold.
  const ids = Array.from({ length: 150 }, () => newId());
  for (const id of ids) await store.arrivals.tell(userId, happening(), id);
  await other.has(ids.length);
  expect(other.ids()).toEqual(ids);
  const third = await until('the silent one has lost its place', async () => {
    const stream = await listenAs(two, userId);
    await new Promise(setImmediate);
    return codesOf(stream).length === 0 && stream;
  });

  let taken = '';
  socket.on('data', (chunk) => {
    taken += chunk;
  });
  socket.resume();
  await until('the connection is closed', async () => socket.closed);
  expect(taken).toContain(ids[0]);
  expect(taken).not.toContain(ids.at(-1));
  for (const stream of [other, third]) stream.stop();
  await two.service.stop();
});
