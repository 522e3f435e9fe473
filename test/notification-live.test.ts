import { newId } from '@banyan/kit';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Happening } from '../subgraphs/notification/notification.ts';
import type { Store } from '../subgraphs/notification/store.ts';
import { ask, until } from './harness/client.ts';
import { codesOf, listenAs, subscription } from './notificationListener.ts';
import { happening, like, type NotificationWorld, startNotificationWorld } from './notificationWorld.ts';

let world: NotificationWorld;
let store: Store;

beforeAll(async () => {
  world = await startNotificationWorld({ LIVE_LOOK_MS: '50', LIVE_HEARTBEAT_MS: '100', LIVE_STREAMS_A_PERSON: '3' });
  ({ store } = world);
});

afterAll(() => world?.stop());

async function tell(userId: string, what: Happening = happening()): Promise<string> {
  const id = newId();
  expect(await store.arrivals.tell(userId, what, id)).toBe(true);
  return id;
}

test('what reaches a person is received by all who listen for them, and by nobody else', async () => {
  const [userId, other] = [newId(), newId()];
  await tell(userId);
  const [one, two, stranger] = await Promise.all([
    listenAs(world, userId),
    listenAs(world, userId),
    listenAs(world, other),
  ]);
  const ids = [await tell(userId), await tell(userId), await tell(userId)];
  await Promise.all([one.has(3), two.has(3)]);
  const forTheOther = await tell(other);
  await stranger.has(1);
  expect([one.ids(), two.ids(), stranger.ids()]).toEqual([ids, ids, [forTheOther]]);
  for (const stream of [one, two, stranger]) stream.stop();
});

test('whoever joins an unread notification is told of under the same id, and counted', async () => {
  const userId = newId();
  const postId = newId();
  const stream = await listenAs(world, userId);
  const id = await tell(userId, like(postId));
  await stream.has(1);
  await tell(userId, like(postId));
  await stream.has(2);
  expect(stream.received()).toMatchObject([
    { id, actorCount: 1, read: false },
    { id, actorCount: 2, read: false },
  ]);
  stream.stop();
});

test('after an id or a revision comes what was missed, in order and once, and then what is new', async () => {
  const userId = newId();
  const postId = newId();
  const before = await tell(userId);
  const liked = await tell(userId, like(postId));
  const missed = [await tell(userId), await tell(userId)];
  await tell(userId, like(postId));
  const stream = await listenAs(world, userId, before);
  await stream.has(3);
  const last = await tell(userId);
  await stream.has(4);
  expect(stream.ids()).toEqual([...missed, liked, last]);

  const [, second] = stream.received();
  const exact = await listenAs(world, userId, second?.revision);
  await exact.has(2);
  expect(exact.ids()).toEqual([liked, last]);
  const end = await listenAs(world, userId, stream.received().at(-1)?.revision);
  const next = await tell(userId);
  await end.has(1);
  expect(end.ids()).toEqual([next]);
  for (const each of [stream, exact, end]) each.stop();
});

test('nothing is lost or doubled between what was missed and what is new, while a lot arrives', async () => {
  const userId = newId();
  const ids = [await tell(userId)];
  const [start] = ids;
  const telling = (async () => {
    for (let count = 0; count < 120; count++) ids.push(await tell(userId));
  })();
  const streams = [await listenAs(world, userId, start), await listenAs(world, userId, start)];
  await until('half is told', async () => ids.length > 60);
  streams.push(await listenAs(world, userId, start));
  await telling;
  await Promise.all(streams.map((stream) => stream.has(120)));
  for (const stream of streams) {
    expect(stream.ids()).toEqual(ids.slice(1));
    stream.stop();
  }
});

test('what is no place of the own order is refused, beside one that is', async () => {
  const [userId, other] = [newId(), newId()];
  const [own, foreign] = [await tell(userId), await tell(other)];
  for (const after of [foreign, newId(), 'x', '2', '-1', '1e1']) {
    const stream = await listenAs(world, userId, after);
    expect([await stream.ended, codesOf(stream)]).toEqual(['complete', ['BAD_USER_INPUT']]);
  }
  for (const after of [own, '1', '0', null]) {
    const stream = await listenAs(world, userId, after);
    await tell(userId);
    await stream.has(1);
    expect(codesOf(stream)).toEqual([]);
    stream.stop();
    await store.inboxes.beginEpoch(userId);
  }
});

test('a person has 3 streams at one time, as set, and another when one has ended', async () => {
  const userId = newId();
  const streams = [await listenAs(world, userId), await listenAs(world, userId), await listenAs(world, userId)];
  const refused = await listenAs(world, userId);
  expect([await refused.ended, codesOf(refused)]).toEqual(['complete', ['RATE_LIMITED']]);
  const other = await listenAs(world, newId());
  streams.pop()?.stop();
  const again = await until('there is room again', async () => {
    const stream = await listenAs(world, userId, '0');
    await tell(userId);
    await stream.has(1);
    return codesOf(stream).length === 0 && stream;
  });
  for (const stream of [...streams, other, again]) {
    expect(codesOf(stream)).toEqual([]);
    stream.stop();
  }
});

test('a silent stream shows that it is alive', async () => {
  const stream = await listenAs(world, newId());
  const before = stream.heartbeats();
  await until('three heartbeats more', async () => stream.heartbeats() >= before + 3, 5_000);
  stream.stop();
});

test('only a signed-in person is served, and only subscriptions', async () => {
  const nobody = await listenAs(world, undefined);
  expect([await nobody.ended, codesOf(nobody)]).toEqual(['complete', ['UNAUTHENTICATED']]);
  const url = `${world.service.url}/graphql`;
  const accept = 'text/event-stream';
  const direct = await ask(url, subscription, {}, undefined, { accept });
  expect([direct.status, direct.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  const token = await world.identityOf(newId());
  const events = async (query: string) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, accept };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return response.text();
  };
  expect(await events('{ unreadNotificationCount }')).toMatch(/"code":"BAD_USER_INPUT"[\s\S]*event: complete/);
  expect(await events('subscription { nothing }')).toMatch(/"code":"BAD_USER_INPUT"[\s\S]*event: complete/);
  const plain = await ask(url, 'subscription { notificationReceived { id } }', {}, token);
  expect(plain.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  const mixed = await ask(url, '{ unreadNotificationCount }', {}, token, { accept: `application/json, ${accept}` });
  expect(mixed.data).toEqual({ unreadNotificationCount: 0 });
});
