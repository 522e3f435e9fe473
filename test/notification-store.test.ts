import { isLive, newId } from '@banyan/kit';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { expiryFor } from '../subgraphs/notification/expiry.ts';
import { createLoaders } from '../subgraphs/notification/loaders.ts';
import type { Store } from '../subgraphs/notification/store.ts';
import { happening, lookAt, mark, type NotificationWorld, startNotificationWorld } from './notificationWorld.ts';

let world: NotificationWorld;
let aws: NotificationWorld['aws'];
let store: Store;

beforeAll(async () => {
  world = await startNotificationWorld();
  ({ aws, store } = world);
});

afterAll(() => world?.stop());

const add = (userId: string, id = newId()) => store.arrivals.tell(userId, happening(id), id);

describe('the store', () => {
  const ids = Array.from({ length: 6 }, () => newId());
  const someIds = fc.uniqueArray(fc.constantFrom(...ids));
  const day = 86_400_000;
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.record({ what: fc.constant('add' as const), id: fc.constantFrom(...ids) }) },
    { weight: 3, arbitrary: fc.record({ what: fc.constant('mark' as const), ids: someIds }) },
    fc.record({ what: fc.constant('mark all' as const) }),
    fc.record({ what: fc.constant('prefer' as const), enabled: fc.boolean() }),
    {
      weight: 2,
      arbitrary: fc.record({ what: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 120 }) }),
    },
    fc.record({ what: fc.constant('sweep' as const) }),
  );

  test('does what a list in memory would do, whatever arrives, is marked, expires, in any order', async () => {
    const realNow = Date.now.bind(Date);
    let waited = 0;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => realNow() + waited);
    const run = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const userId = newId();
      waited = 0;
      const model = new Map<string, { unread: boolean; expiresAt: number }>();
      let enabled = true;
      for (const action of steps) {
        if (action.what === 'add') {
          // What has expired is forgotten whenever the background comes by.
          const isGone = (model.get(action.id)?.expiresAt ?? Number.POSITIVE_INFINITY) <= Date.now() / 1_000;
          const adds = enabled && !model.has(action.id);
          const added = await add(userId, action.id);
          if (!(enabled && isGone)) expect(added).toBe(adds);
          if (added) model.set(action.id, { unread: true, expiresAt: expiryFor(Date.now()) });
        } else if (action.what === 'mark') {
          await mark(store, userId, action.ids);
          for (const id of action.ids) Object.assign(model.get(id) ?? {}, { unread: false });
        } else if (action.what === 'mark all') {
          await store.inboxes.beginEpoch(userId);
          for (const notification of model.values()) notification.unread = false;
        } else if (action.what === 'prefer') {
          enabled = action.enabled;
          await store.inboxes.setPreferences(userId, [{ kind: 'PHOTO_PROCESSED', enabled }]);
        } else if (action.what === 'wait') {
          waited += action.days * day;
        } else {
          await aws.dynamodb.sweep();
          for (const [id, { expiresAt }] of model) if (expiresAt <= Date.now() / 1_000) model.delete(id);
        }
        const live = [...model].filter(([, { expiresAt }]) => isLive({ pk: '', sk: '', expiresAt }));
        const newestFirst = live.sort(([a], [b]) => (a < b ? 1 : -1));
        const unread = newestFirst.filter(([, notification]) => notification.unread).map(([id]) => id);
        expect(await lookAt(store, userId)).toMatchObject({
          ids: newestFirst.map(([id]) => id),
          unread,
          count: unread.length,
          disabled: enabled ? [] : ['PHOTO_PROCESSED'],
        });
      }
    });
    await fc.assert(run, { numRuns: 40 }).finally(() => clock.mockRestore());
  });

  test('counts right when the same is told and marked many times at once', async () => {
    const userId = newId();
    const old = Array.from({ length: 30 }, () => newId());
    for (const id of old) await add(userId, id);
    const fresh = Array.from({ length: 20 }, () => newId());
    aws.dynamodb.conflictRate = 0.2;
    const toldTwice = [...fresh, ...fresh].map((id) => add(userId, id));
    const markers = Array.from({ length: 8 }, (_, at) => mark(store, userId, old.slice(at, at + 20)));
    const [told] = await Promise.all([Promise.all(toldTwice), Promise.all(markers)]).finally(() => {
      aws.dynamodb.conflictRate = 0;
    });
    expect(told.filter(Boolean)).toHaveLength(20);
    const after = await lookAt(store, userId);
    expect(after.ids).toHaveLength(50);
    expect(new Set(after.unread)).toEqual(new Set([...fresh, ...old.slice(27)]));
    expect(after.count).toBe(23);
  });

  test('counts right when everything is marked while more arrives', async () => {
    const userId = newId();
    aws.dynamodb.conflictRate = 0.2;
    const adds = Array.from({ length: 25 }, () => add(userId));
    const marks = Array.from({ length: 4 }, () => store.inboxes.beginEpoch(userId));
    const [added] = await Promise.all([Promise.all(adds), Promise.all(marks)]).finally(() => {
      aws.dynamodb.conflictRate = 0;
    });
    expect(added).toEqual(adds.map(() => true));
    const { ids, unread, count } = await lookAt(store, userId);
    expect(ids).toHaveLength(25);
    expect(count).toBe(unread.length);
    await store.inboxes.beginEpoch(userId);
    expect(await lookAt(store, userId)).toMatchObject({ unread: [], count: 0 });
  });

  test.each([
    ['everything is marked is unread', [true, 1, 1], (userId: string) => store.inboxes.beginEpoch(userId)],
    [
      'its kind is switched off is not stored',
      [false, 0, 0],
      (userId: string) => store.inboxes.setPreferences(userId, [{ kind: 'PHOTO_PROCESSED', enabled: false }]),
    ],
  ])('an arrival that has read the inbox before %s', async (_, expected, change) => {
    const userId = newId();
    const stale = await store.inboxes.get(userId);
    await change(userId);
    const get = jest.spyOn(store.inboxes, 'get').mockResolvedValueOnce(stale);
    const added = await add(userId);
    expect(get).toHaveBeenCalledTimes(2);
    get.mockRestore();
    const { ids, count } = await lookAt(store, userId);
    expect([added, ids.length, count]).toEqual(expected);
  });

  test('reads whether a page of 100 is read in one batch and one item', async () => {
    const userId = newId();
    for (let count = 0; count < 100; count++) await add(userId);
    const page = await store.notifications.list(userId, { limit: 100 });
    const send = jest.spyOn(store.client, 'send');
    const { isRead } = createLoaders(store, userId);
    expect(await Promise.all(page.map(isRead))).toEqual(page.map(() => false));
    expect(send.mock.calls.map(([command]) => command.constructor.name)).toEqual(['GetCommand', 'BatchGetCommand']);
    send.mockRestore();
  });
});
