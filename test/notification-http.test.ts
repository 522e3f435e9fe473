import { newId } from '@banyan/kit';
import { type SeedNotification, seedNotifications } from '@banyan/notification/seed';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Store } from '../subgraphs/notification/store.ts';
import { ask } from './harness/client.ts';
import { happening, lookAt, type NotificationWorld, startNotificationWorld } from './notificationWorld.ts';

let world: NotificationWorld;
let store: Store;
let table: NotificationWorld['table'];

beforeAll(async () => {
  world = await startNotificationWorld();
  ({ store, table } = world);
});

afterAll(() => world?.stop());

const fields = `
  fragment Page on NotificationConnection {
    edges { cursor node { id kind createdAt updatedAt read actor { id } actors { id } actorCount post { id } photo { id } reason } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }`;
const pageQuery = `query ($first: Int, $after: String, $unreadOnly: Boolean) {
  notifications(first: $first, after: $after, unreadOnly: $unreadOnly) { ...Page }
  unreadNotificationCount
} ${fields}`;
const markMutation = `mutation ($input: MarkNotificationsReadInput!) {
  markNotificationsRead(input: $input) {
    notifications { id read } unreadNotificationCount userErrors { code field }
  }
}`;
const preferencesQuery = '{ notificationPreferences { kind enabled } }';
const preferMutation = `mutation ($input: UpdateNotificationPreferencesInput!) {
  updateNotificationPreferences(input: $input) { preferences { kind enabled } userErrors { code field } }
}`;
const entityQuery = `query ($id: ID!) {
  _entities(representations: [{ __typename: "Notification", id: $id }]) { ... on Notification { id read } }
}`;

interface Node {
  id: string;
  read: boolean;
}
interface Data {
  notifications: { edges: { cursor: string; node: Node }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  unreadNotificationCount: number;
  markNotificationsRead: { notifications: Node[] | null; unreadNotificationCount: number | null; userErrors: object[] };
  updateNotificationPreferences: { preferences: object[] | null; userErrors: object[] };
  notificationPreferences: { kind: string; enabled: boolean }[];
  _entities: (Node | null)[];
}

/** Asks as the gateway does, for a person or for nobody. */
const askAs = async (userId: string | undefined, query: string, variables: object = {}) =>
  ask<Data>(`${world.service.url}/graphql`, query, variables, await world.identityOf(userId));

/** A person with so many notifications, the first of them read. */
async function somebodyWith(count: number) {
  const userId = newId();
  const one = (at: number): SeedNotification => ({
    id: newId(),
    userId,
    kind: 'POST_LIKED',
    actorId: newId(),
    postId: newId(),
    createdAt: new Date().toISOString(),
    read: at === 0,
  });
  const notifications = Array.from({ length: count }, (_, at) => one(at));
  await seedNotifications(table, { notifications });
  return { userId, notifications, ids: notifications.map(({ id }) => id) };
}

const codesOf = ({ errors }: { errors?: { extensions: Record<string, unknown> }[] }) =>
  errors?.map(({ extensions }) => extensions.code);

describe('over HTTP', () => {
  test('pages through all and through the unread, newest first', async () => {
    const { userId, notifications, ids } = await somebodyWith(5);
    const [newest] = notifications.slice(-1);
    for (const unreadOnly of [false, true]) {
      const { data: one } = await askAs(userId, pageQuery, { first: 3, unreadOnly });
      const after = one.notifications.pageInfo.endCursor;
      const { data: two } = await askAs(userId, pageQuery, { first: 3, after, unreadOnly });
      expect([one, two].map(({ notifications: { pageInfo } }) => pageInfo.hasNextPage)).toEqual([true, false]);
      const nodes = [one, two].flatMap((page) => page.notifications.edges.map(({ node }) => node));
      expect(nodes.map(({ id }) => id)).toEqual(ids.slice(unreadOnly ? 1 : 0).reverse());
      expect(nodes.map(({ read }) => read)).toEqual(
        unreadOnly ? Array(4).fill(false) : [...Array(4).fill(false), true],
      );
      const { id, kind, createdAt, actorId, postId } = newest as SeedNotification;
      const actor = { id: actorId };
      const did = { actor, actors: [actor], actorCount: 1, post: { id: postId }, photo: null, reason: null };
      expect(nodes[0]).toEqual({ id, kind, createdAt, updatedAt: createdAt, read: false, ...did });
      expect(one.unreadNotificationCount).toBe(4);
    }
  });

  test('seeding twice changes nothing', async () => {
    const { userId, notifications } = await somebodyWith(3);
    const before = await lookAt(store, userId);
    await seedNotifications(table, { notifications });
    expect(await lookAt(store, userId)).toEqual(before);
    expect(before.count).toBe(2);
  });

  test('pages hold 0 to 100 and take only cursors of their own list', async () => {
    const [{ userId }, other] = await Promise.all([somebodyWith(101), somebodyWith(2)]);
    const { data } = await askAs(userId, pageQuery, { first: 100 });
    expect(data.notifications.edges).toHaveLength(100);
    expect(data.notifications.pageInfo.hasNextPage).toBe(true);
    expect((await askAs(userId, pageQuery, { first: 0 })).data.notifications.edges).toEqual([]);
    const after = (await askAs(other.userId, pageQuery)).data.notifications.pageInfo.endCursor;
    const own = data.notifications.pageInfo.endCursor;
    expect((await askAs(userId, pageQuery, { after: own })).data.notifications.edges).toHaveLength(1);
    const refused = [{ first: -1 }, { first: 101 }, { after }, { after: `${own}A` }, { after: own, unreadOnly: true }];
    for (const variables of refused) {
      const answer = await askAs(userId, pageQuery, variables);
      expect([codesOf(answer), answer.data.notifications]).toEqual([['BAD_USER_INPUT'], null]);
    }
  });

  test('marks up to 100 of your own, once, or none', async () => {
    const [{ userId, ids }, other] = await Promise.all([somebodyWith(101), somebodyWith(1)]);
    const markAs = async (input: object) => (await askAs(userId, markMutation, { input })).data.markNotificationsRead;
    const error = (code: string, field: string | null) => ({
      notifications: null,
      unreadNotificationCount: null,
      userErrors: [{ code, field }],
    });
    expect(await markAs({ ids: [ids[1], ...other.ids] })).toEqual(error('NOT_FOUND', 'ids'));
    expect(await markAs({ ids: [ids[1], newId()] })).toEqual(error('NOT_FOUND', 'ids'));
    expect(await markAs({ ids })).toEqual(error('BAD_USER_INPUT', 'ids'));
    expect(await markAs({})).toEqual(error('BAD_USER_INPUT', null));
    expect((await lookAt(store, userId)).count).toBe(100);
    const hundred = ids.slice(0, 100);
    const marked = {
      notifications: hundred.map((id) => ({ id, read: true })),
      unreadNotificationCount: 1,
      userErrors: [],
    };
    expect(await markAs({ ids: hundred })).toEqual(marked);
    expect(await markAs({ ids: hundred })).toEqual(marked);
    expect(await markAs({ all: true })).toEqual({ notifications: null, unreadNotificationCount: 0, userErrors: [] });
    expect((await askAs(userId, pageQuery, { unreadOnly: true })).data.notifications.edges).toEqual([]);
  });

  test('answers each of several mutations in one request with what it has left', async () => {
    const { userId } = await somebodyWith(3);
    const [some, every] = ['{ ids: [] }', '{ all: true }'].map(
      (input) => `markNotificationsRead(input: ${input}) { unreadNotificationCount }`,
    );
    const { data } = await askAs(userId, `mutation { some: ${some} every: ${every} }`);
    expect(data).toEqual({ some: { unreadNotificationCount: 2 }, every: { unreadNotificationCount: 0 } });
  });

  test('keeps preferences, each kind named once', async () => {
    const userId = newId();
    const input = { preferences: [{ kind: 'PHOTO_PROCESSED', enabled: false }] };
    const twice = { preferences: [...input.preferences, { kind: 'PHOTO_PROCESSED', enabled: true }] };
    const { data: refused } = await askAs(userId, preferMutation, { input: twice });
    const userErrors = [{ code: 'BAD_USER_INPUT', field: 'preferences' }];
    expect(refused.updateNotificationPreferences).toEqual({ preferences: null, userErrors });
    await askAs(userId, preferMutation, { input });
    const { notificationPreferences } = (await askAs(userId, preferencesQuery)).data;
    expect(notificationPreferences).toHaveLength(7);
    expect(notificationPreferences.filter(({ enabled }) => !enabled)).toEqual(input.preferences);
    expect(await store.arrivals.tell(userId, happening())).toBe(false);
    expect(await store.arrivals.tell(userId, { ...happening(), kind: 'PHOTO_REJECTED' })).toBe(true);
  });

  test('is seen by its person alone', async () => {
    const [{ userId, ids }, other] = await Promise.all([somebodyWith(1), somebodyWith(1)]);
    const [id] = ids;
    expect((await askAs(userId, entityQuery, { id })).data._entities).toEqual([{ id, read: true }]);
    for (const who of [other.userId, undefined]) {
      expect((await askAs(who, entityQuery, { id })).data._entities).toEqual([null]);
    }
    expect((await askAs(userId, entityQuery, { id: 'x' })).data._entities).toEqual([null]);
    const input = { all: true };
    for (const [query, count] of [
      [pageQuery, 2],
      [preferencesQuery, 1],
      [markMutation, 1],
    ] as const) {
      expect(codesOf(await askAs(undefined, query, { input }))).toEqual(Array(count).fill('UNAUTHENTICATED'));
    }
    const direct = await ask(`${world.service.url}/graphql`, preferencesQuery);
    expect([direct.status, codesOf(direct)]).toEqual([401, ['UNAUTHENTICATED']]);
  });
});
