import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isLive, newId, type Running, readConfig } from '@banyan/kit';
import { notificationSettings, startNotification } from '@banyan/notification';
import { type SeedNotification, seedNotifications } from '@banyan/notification/seed';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { importJWK, SignJWT } from 'jose';
import { type Aws, startAws } from '../dev/aws/aws.ts';
import { makeKeys } from '../dev/keys.ts';
import { awsEnvironment } from '../dev/services.ts';
import { expiryFor } from '../subgraphs/notification/expiry.ts';
import { createLoaders } from '../subgraphs/notification/loaders.ts';
import type { Happening } from '../subgraphs/notification/notification.ts';
import { createStore, type Store } from '../subgraphs/notification/store.ts';
import { ask } from './harness/client.ts';

const environment = { ...process.env };
const keys = await makeKeys();
const table = { TABLE_PREFIX: 'of-a-test-' };
let path: string;
let aws: Aws;
let service: Running;
let store: Store;

beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'banyan-notification-'));
  aws = await startAws({ path, dynamodbPort: 0, kinesisPort: 0, s3Port: 0, buckets: ['unused'] });
  const ports = { DynamoDB: Number(new URL(aws.dynamodbUrl).port), Kinesis: 0, S3: 0 };
  Object.assign(process.env, awsEnvironment(ports));
  const env = { ...keys, ...table, PORT: '0', LOG_LEVEL: 'silent', REQUEST_DEADLINE_MS: '10000' };
  service = await startNotification(readConfig(notificationSettings, env));
  store = createStore(`${table.TABLE_PREFIX}notification`);
});

afterAll(async () => {
  await service?.stop();
  store?.client.destroy();
  await aws?.close();
  await rm(path, { recursive: true, force: true });
  process.env = environment;
});

const happening = (id = newId()): Happening => ({ id, kind: 'POST_LIKED', createdAt: new Date().toISOString() });

/** Everything that a person can see, by id, newest first. */
async function lookAt(userId: string) {
  const { inbox, isRead } = createLoaders(store, userId);
  const { epoch, disabled } = await inbox();
  const listed = await store.notifications.list(userId, { limit: 1_000 });
  const read = await Promise.all(listed.map(isRead));
  const unread = (await store.unread.list(userId, epoch, { limit: 1_000 })).map(({ id }) => id);
  expect(unread).toEqual(listed.filter((_, at) => !read[at]).map(({ id }) => id));
  const count = await store.unread.count(userId, epoch);
  return { ids: listed.map(({ id }) => id), unread, count, disabled: [...disabled] };
}

async function mark(userId: string, ids: readonly string[]): Promise<void> {
  const found = await store.notifications.find(userId, ids);
  await store.unread.clear(
    userId,
    found.filter((notification) => notification !== undefined),
  );
}

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
          const adds = enabled && !model.has(action.id);
          expect(await store.notifications.add(userId, happening(action.id))).toBe(adds);
          if (adds) model.set(action.id, { unread: true, expiresAt: expiryFor(Date.now()) });
        } else if (action.what === 'mark') {
          await mark(userId, action.ids);
          for (const id of action.ids) Object.assign(model.get(id) ?? {}, { unread: false });
        } else if (action.what === 'mark all') {
          await store.inboxes.beginEpoch(userId);
          for (const notification of model.values()) notification.unread = false;
        } else if (action.what === 'prefer') {
          enabled = action.enabled;
          await store.inboxes.setPreferences(userId, [{ kind: 'POST_LIKED', enabled }]);
        } else if (action.what === 'wait') {
          waited += action.days * day;
        } else {
          await aws.dynamodb.sweep();
          for (const [id, { expiresAt }] of model) if (expiresAt <= Date.now() / 1_000) model.delete(id);
        }
        const live = [...model].filter(([, { expiresAt }]) => isLive({ pk: '', sk: '', expiresAt }));
        const newestFirst = live.sort(([a], [b]) => (a < b ? 1 : -1));
        const unread = newestFirst.filter(([, notification]) => notification.unread).map(([id]) => id);
        expect(await lookAt(userId)).toEqual({
          ids: newestFirst.map(([id]) => id),
          unread,
          count: unread.length,
          disabled: enabled ? [] : ['POST_LIKED'],
        });
      }
    });
    await fc.assert(run, { numRuns: 40 }).finally(() => clock.mockRestore());
  });

  test('counts right when the same is told and marked many times at once', async () => {
    const userId = newId();
    const old = Array.from({ length: 30 }, () => newId());
    for (const id of old) await store.notifications.add(userId, happening(id));
    const fresh = Array.from({ length: 20 }, () => newId());
    aws.dynamodb.conflictRate = 0.2;
    const toldTwice = [...fresh, ...fresh].map((id) => store.notifications.add(userId, happening(id)));
    const markers = Array.from({ length: 8 }, (_, at) => mark(userId, old.slice(at, at + 20)));
    const [told] = await Promise.all([Promise.all(toldTwice), Promise.all(markers)]).finally(() => {
      aws.dynamodb.conflictRate = 0;
    });
    expect(told.filter(Boolean)).toHaveLength(20);
    const after = await lookAt(userId);
    expect(after.ids).toHaveLength(50);
    expect(new Set(after.unread)).toEqual(new Set([...fresh, ...old.slice(27)]));
    expect(after.count).toBe(23);
  });

  test('counts right when everything is marked while more arrives', async () => {
    const userId = newId();
    aws.dynamodb.conflictRate = 0.2;
    const adds = Array.from({ length: 25 }, () => store.notifications.add(userId, happening()));
    const marks = Array.from({ length: 4 }, () => store.inboxes.beginEpoch(userId));
    const [added] = await Promise.all([Promise.all(adds), Promise.all(marks)]).finally(() => {
      aws.dynamodb.conflictRate = 0;
    });
    expect(added).toEqual(adds.map(() => true));
    const { ids, unread, count } = await lookAt(userId);
    expect(ids).toHaveLength(25);
    expect(count).toBe(unread.length);
    await store.inboxes.beginEpoch(userId);
    expect(await lookAt(userId)).toMatchObject({ unread: [], count: 0 });
  });

  test.each([
    ['everything is marked is unread', [true, 1, 1], (userId: string) => store.inboxes.beginEpoch(userId)],
    [
      'its kind is switched off is not stored',
      [false, 0, 0],
      (userId: string) => store.inboxes.setPreferences(userId, [{ kind: 'POST_LIKED', enabled: false }]),
    ],
  ])('an arrival that has read the inbox before %s', async (_, expected, change) => {
    const userId = newId();
    const stale = await store.inboxes.get(userId);
    await change(userId);
    const get = jest.spyOn(store.inboxes, 'get').mockResolvedValueOnce(stale);
    const added = await store.notifications.add(userId, happening());
    expect(get).toHaveBeenCalledTimes(2);
    get.mockRestore();
    const { ids, count } = await lookAt(userId);
    expect([added, ids.length, count]).toEqual(expected);
  });

  test('reads whether a page of 100 is read in one batch and one item', async () => {
    const userId = newId();
    await Promise.all(Array.from({ length: 100 }, () => store.notifications.add(userId, happening())));
    const page = await store.notifications.list(userId, { limit: 100 });
    const send = jest.spyOn(store.client, 'send');
    const { isRead } = createLoaders(store, userId);
    expect(await Promise.all(page.map(isRead))).toEqual(page.map(() => false));
    expect(send.mock.calls.map(([command]) => command.constructor.name)).toEqual(['GetCommand', 'BatchGetCommand']);
    send.mockRestore();
  });
});

const fields = `
  fragment Page on NotificationConnection {
    edges { cursor node { id kind createdAt read actor { id } post { id } } }
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
async function askAs(userId: string | undefined, query: string, variables: object = {}) {
  const jwk = JSON.parse(keys.GATEWAY_SIGNING_JWK);
  const identity = new SignJWT().setProtectedHeader({ alg: 'EdDSA', kid: jwk.kid });
  identity.setIssuer('gateway').setAudience('subgraph').setExpirationTime('60s');
  if (userId) identity.setSubject(userId);
  return ask<Data>(`${service.url}/graphql`, query, variables, await identity.sign(await importJWK(jwk)));
}

/** A person with so many notifications, the first of them read. */
async function somebodyWith(count: number) {
  const userId = newId();
  const one = (at: number): SeedNotification => ({ ...happening(), userId, actorId: newId(), read: at === 0 });
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
      const { id, kind, createdAt, actorId } = newest as SeedNotification;
      expect(nodes[0]).toEqual({ id, kind, createdAt, read: false, actor: { id: actorId }, post: null });
      expect(one.unreadNotificationCount).toBe(4);
    }
  });

  test('seeding twice changes nothing', async () => {
    const { userId, notifications } = await somebodyWith(3);
    const before = await lookAt(userId);
    await seedNotifications(table, { notifications });
    expect(await lookAt(userId)).toEqual(before);
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
    expect((await lookAt(userId)).count).toBe(100);
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
    const input = { preferences: [{ kind: 'POST_LIKED', enabled: false }] };
    const twice = { preferences: [...input.preferences, { kind: 'POST_LIKED', enabled: true }] };
    const { data: refused } = await askAs(userId, preferMutation, { input: twice });
    const userErrors = [{ code: 'BAD_USER_INPUT', field: 'preferences' }];
    expect(refused.updateNotificationPreferences).toEqual({ preferences: null, userErrors });
    await askAs(userId, preferMutation, { input });
    const { notificationPreferences } = (await askAs(userId, preferencesQuery)).data;
    expect(notificationPreferences).toHaveLength(7);
    expect(notificationPreferences.filter(({ enabled }) => !enabled)).toEqual(input.preferences);
    expect(await store.notifications.add(userId, happening())).toBe(false);
    expect(await store.notifications.add(userId, { ...happening(), kind: 'MENTIONED' })).toBe(true);
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
    const direct = await ask(`${service.url}/graphql`, preferencesQuery);
    expect([direct.status, codesOf(direct)]).toEqual([401, ['UNAUTHENTICATED']]);
  });
});
