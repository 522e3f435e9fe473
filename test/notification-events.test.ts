import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { type CloudEvent, newId } from '@banyan/kit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createHandlers } from '../subgraphs/notification/events.ts';
import { actorCountOf, actorIdsOf, keptActors } from '../subgraphs/notification/notification.ts';
import type { Store } from '../subgraphs/notification/store.ts';
import { lookAt, mark, type NotificationWorld, startNotificationWorld } from './notificationWorld.ts';

let world: NotificationWorld;
let store: Store;
let handlers: ReturnType<typeof createHandlers>;
let userId: string;

beforeAll(async () => {
  world = await startNotificationWorld();
  ({ store } = world);
  handlers = createHandlers(store, () => {});
});
beforeEach(() => {
  userId = newId();
});
afterEach(() => {
  world.aws.dynamodb.conflictRate = 0;
});
afterAll(() => world?.stop());

const deliver = async (event: CloudEvent) => handlers[event.type]?.(event);

const eventOf = (type: string, subject: string, sequence: number, data: object): CloudEvent => ({
  specversion: '1.0',
  id: newId(),
  source: '/test',
  type,
  subject,
  time: new Date().toISOString(),
  datacontenttype: 'application/json',
  traceparent: '',
  sequence,
  data,
});

const like = (postId: string, actorId: string, sequence = 1) =>
  eventOf('post.liked', `${postId}:${actorId}`, sequence, { postId, authorId: userId, userId: actorId });
const comment = (postId: string, authorId: string) => {
  const commentId = newId();
  return eventOf('comment.added', commentId, 1, { commentId, postId, postAuthorId: userId, authorId, text: 'Nice.' });
};
const publish = (authorId: string, ...mentions: string[]) => {
  const postId = newId();
  const data = { postId, authorId, text: '', photoIds: [], hashtags: [], mentions };
  return eventOf('post.published', postId, 1, data);
};
const register = (handle: string) => eventOf('user.registered', userId, 1, { userId, handle });

/** What the person has been told, oldest first. */
const toldOf = async (whom = userId) => (await lookAt(store, whom)).listed.toReversed();
const markAll = async () =>
  mark(
    store,
    userId,
    (await store.notifications.list(userId, { limit: 100 })).map(({ id }) => id),
  );

describe('collapsing', () => {
  test('counts everybody once and keeps the latest by name', async () => {
    const postId = newId();
    const actors = Array.from({ length: keptActors + 4 }, () => newId());
    const events = actors.map((actorId) => like(postId, actorId));
    for (const event of events) await deliver(event);
    const [told, ...more] = await toldOf();
    expect(more).toEqual([]);
    expect(told && [actorCountOf(told), actorIdsOf(told)]).toEqual([
      actors.length,
      actors.toReversed().slice(0, keptActors),
    ]);
    expect(told).toMatchObject({ createdAt: events[0]?.time, updatedAt: events.at(-1)?.time });
    expect((await lookAt(store, userId)).count).toBe(1);
  });

  test('another post, another kind, or what was read, begins another', async () => {
    const [postId, a, b, c] = [newId(), newId(), newId(), newId()];
    for (const event of [like(postId, a), like(newId(), a), comment(postId, a), comment(postId, b)])
      await deliver(event);
    expect((await toldOf()).map(actorCountOf)).toEqual([1, 1, 2]);
    await markAll();
    for (const event of [comment(postId, a), like(postId, b), like(postId, c)]) await deliver(event);
    const after = await lookAt(store, userId);
    expect([after.listed.toReversed().map(actorCountOf), after.count]).toEqual([[1, 1, 2, 1, 2], 2]);
  });

  test('a like that is taken back and given again tells nothing, another one does', async () => {
    const [postId, a, b] = [newId(), newId(), newId()];
    await deliver(like(postId, a, 1));
    await deliver(like(postId, a, 3));
    expect((await toldOf()).map(actorCountOf)).toEqual([1]);
    await markAll();
    await deliver(like(postId, a, 5));
    expect((await lookAt(store, userId)).count).toBe(0);
    await deliver(like(postId, b, 1));
    expect((await lookAt(store, userId)).count).toBe(1);
  });

  test('who joins keeps the notification as long as a new one, and the count right', async () => {
    const realNow = Date.now.bind(Date);
    let days = 0;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => realNow() + days * 86_400_000);
    try {
      const postId = newId();
      await deliver(like(postId, newId()));
      await deliver(like(newId(), newId()));
      days = 60;
      await deliver(like(postId, newId()));
      expect((await lookAt(store, userId)).count).toBe(2);
      days = 120;
      await world.aws.dynamodb.sweep();
      const { listed, count } = await lookAt(store, userId);
      expect([listed.map(actorCountOf), count]).toEqual([[2], 1]);
      days = 160;
      await deliver(like(postId, newId()));
      expect((await toldOf()).map(actorCountOf)).toEqual([1]);
    } finally {
      clock.mockRestore();
    }
  });
});

describe('never twice', () => {
  test('whatever arrives many times at once, while it is being read', async () => {
    const postId = newId();
    const actors = Array.from({ length: 10 }, () => newId());
    const events = actors.flatMap((actorId) => [like(postId, actorId), comment(postId, actorId)]);
    world.aws.dynamodb.conflictRate = 0.2;
    const reading = (async () => {
      for (let time = 0; time < 6; time++) await markAll();
    })();
    for (const three of [events.slice(0, 7), events.slice(7, 14), events.slice(14)]) {
      await Promise.all([...three, ...three, ...three.toReversed()].map(deliver));
    }
    await reading;
    world.aws.dynamodb.conflictRate = 0;
    for (const kind of ['POST_LIKED', 'COMMENT_ADDED']) {
      const told = (await toldOf()).filter((notification) => notification.kind === kind);
      expect(told.reduce((sum, notification) => sum + actorCountOf(notification), 0)).toBe(actors.length);
    }
    await Promise.all(events.map(deliver));
    const before = await lookAt(store, userId);
    await markAll();
    expect([before.count, (await lookAt(store, userId)).count]).toEqual([before.unread.length, 0]);
  });

  test.each([
    ['one is', markAll],
    ['everything is', () => store.inboxes.beginEpoch(userId)],
  ])('what %s marked as read while somebody joins it begins another', async (_, marking) => {
    const postId = newId();
    await deliver(like(postId, newId()));
    const send = store.client.send.bind(store.client);
    const between = jest.spyOn(store.client, 'send').mockImplementation((async (command: { constructor: object }) => {
      if (command.constructor === TransactWriteCommand) {
        between.mockRestore();
        await marking();
      }
      return send(command as never);
    }) as never);
    await deliver(like(postId, newId()));
    const { listed, count } = await lookAt(store, userId);
    expect([listed.map(actorCountOf), count]).toEqual([[1, 1], 1]);
  });

  test.each(['before', 'after'])('an event whose handling fails right %s it is written', async (when) => {
    const event = like(newId(), newId());
    const send = store.client.send.bind(store.client);
    const broken = jest.spyOn(store.client, 'send').mockImplementation((async (command: { constructor: object }) => {
      if (command.constructor !== TransactWriteCommand) return send(command as never);
      if (when === 'after') await send(command as never);
      throw new Error('killed');
    }) as never);
    await expect(deliver(event)).rejects.toThrow('killed');
    broken.mockRestore();
    await deliver(event);
    await deliver(event);
    const { listed, count } = await lookAt(store, userId);
    expect([listed.map(actorCountOf), count]).toEqual([[1], 1]);
  });
});

describe('a mention', () => {
  const toldAs = async () => (await toldOf()).map(({ kind, postId }) => [kind, postId]);

  test('is told when the registration is known before, after, or at the same time', async () => {
    const [handle, ...authors] = [newId(), newId(), newId(), newId()];
    const registered = register(handle);
    const posts = authors.map((author) => publish(author, handle, 'nobody'));
    const [early, meanwhile, late] = posts as [CloudEvent, CloudEvent, CloudEvent];
    await deliver(early);
    expect(await toldAs()).toEqual([]);
    await Promise.all([deliver(meanwhile), deliver(registered)]);
    await deliver(late);
    await Promise.all([...posts, registered].map(deliver));
    expect(new Set((await toldAs()).map(([, postId]) => postId))).toEqual(new Set(posts.map(({ subject }) => subject)));
    expect(await toldAs()).toHaveLength(3);
  });

  test.each(['first', 'last'])('from before the handle was taken is not told, known %s', async (order) => {
    const handle = newId();
    const before = publish(newId(), handle);
    const registered = { ...register(handle), time: new Date(Date.parse(before.time) + 1).toISOString() };
    const atOnce = { ...publish(newId(), handle), time: registered.time };
    const events = [before, atOnce];
    for (const event of order === 'first' ? [registered, ...events] : [...events, registered]) await deliver(event);
    expect(await toldAs()).toEqual([['MENTIONED', atOnce.subject]]);
  });

  test('of oneself, or by somebody blocked, is not told', async () => {
    const [handle, other] = [newId(), newId()];
    await deliver(register(handle));
    await deliver(publish(userId, handle));
    const pair = [userId, other].sort().join(':');
    await deliver(eventOf('user.blocked', pair, 1, { userId: other, otherId: userId }));
    await deliver(publish(other, handle));
    expect(await toldAs()).toEqual([]);
    await deliver(eventOf('user.unblocked', pair, 2, { userId: other, otherId: userId }));
    await deliver(eventOf('user.blocked', pair, 1, { userId: other, otherId: userId }));
    const told = publish(other, handle);
    await deliver(told);
    expect(await toldAs()).toEqual([['MENTIONED', told.subject]]);
  });
});
