import { randomBytes } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { currentRequest } from '@banyan/kit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask, want } from './harness/client.ts';
import { act, type Somebody, signUp, signUpWith } from './harness/people.ts';
import { type System, startSystem, subgraphNames } from './harness/system.ts';

/** What the schemas ask of callers, as clients see it: refused by the gateway, before any subgraph is asked. */

type Who = 'nobody' | 'ann' | 'moderator';

let system: System;
let ann: Somebody;
let moderator: Somebody;
let postId: string;

beforeAll(async () => {
  system = await startSystem();
  ann = await signUp(system.endpoint, 'ann');
  moderator = await signUpWith(['spam:moderate'], system.endpoint, 'moderator');
  postId = (await act(system.endpoint, ann, 'publishPost', { text: 'for everybody' })).post?.id ?? '';
});
afterAll(() => system?.stop());

const tokenOf = (who: Who) => (who === 'nobody' ? undefined : { ann, moderator }[who].token);

/** Asks as somebody; which subgraphs the gateway has sent requests for it, with the answer. */
async function observe(who: Who, query: string, variables: object = {}, headers: Record<string, string> = {}) {
  const correlationId = randomBytes(16).toString('hex');
  const names = new Map(subgraphNames.map((name) => [new URL(system.subgraphUrl(name)).origin, name]));
  const asked: string[] = [];
  const note = (message: unknown) => {
    const { origin } = (message as { request: { origin: string } }).request;
    const name = names.get(origin);
    if (name && currentRequest()?.correlationId === correlationId) asked.push(name);
  };
  subscribe('undici:request:create', note);
  const traceparent = `00-${correlationId}-00f067aa0ba902b7-00`;
  const { status, data, errors } = await ask(system.endpoint, query, variables, tokenOf(who), {
    traceparent,
    ...headers,
  });
  unsubscribe('undici:request:create', note);
  const told = errors?.map(({ path, extensions }) => `${path?.join('/')} ${extensions.code}`) ?? [];
  return {
    status,
    data: data as Record<string, unknown>,
    told,
    services: errors?.map((e) => e.extensions.service),
    asked,
  };
}

const U = 'UNAUTHENTICATED';
const F = 'FORBIDDEN';

describe.each<[string, string, Partial<Record<Who, string>>, string]>([
  ['homeFeed', '{ edges { cursor } }', { nobody: U }, 'feed'],
  ['blockedUsers', '{ edges { cursor } }', { nobody: U }, 'user'],
  ['unreadNotificationCount', '', { nobody: U }, 'notification'],
  ['notifications', '{ edges { node { kind } } }', { nobody: U }, 'notification'],
  ['notificationPreferences', '{ kind }', { nobody: U }, 'notification'],
  ['spamStatus', '{ releases }', { nobody: U, ann: F }, 'spam'],
  ['reviews', '{ edges { cursor } }', { nobody: U, ann: F }, 'spam'],
  ['heldPhotos', '{ edges { cursor } }', { nobody: U, ann: F, moderator: F }, 'photo'],
  ['viewer', '{ handle }', {}, 'user'],
])('Query.%s', (field, selection, refusals, subgraph) => {
  test.each<Who>(['nobody', 'ann', 'moderator'])('asked by %s', async (who) => {
    const { status, data, told, services, asked } = await observe(who, `{ ${field} ${selection} }`);
    const code = refusals[who];
    expect(status).toBe(200);
    expect([told, asked]).toEqual(code ? [[`${field} ${code}`], []] : [[], [subgraph]]);
    if (!code) return expect(data?.[field]).toEqual(field === 'viewer' && who === 'nobody' ? null : expect.anything());
    expect([data, services]).toEqual([{ [field]: null }, ['gateway']]);
  });
});

const open = (fields = '') => `post(id: "${postId}") { text ${fields} }`;

test('what may be read is answered beside what may not, and only its subgraphs are asked', async () => {
  const query = `{ ${open()} homeFeed { edges { cursor } } spamStatus { releases } unreadNotificationCount }`;
  const nobody = await observe('nobody', query);
  expect(nobody.data).toEqual({
    post: { text: 'for everybody' },
    homeFeed: null,
    spamStatus: null,
    unreadNotificationCount: null,
  });
  expect(nobody.told).toEqual([`homeFeed ${U}`, `spamStatus ${U}`, `unreadNotificationCount ${U}`]);
  expect(nobody.asked).toEqual(['feed']);
  const signedIn = await observe('ann', query);
  expect([signedIn.told, signedIn.asked.sort()]).toEqual([[`spamStatus ${F}`], ['feed', 'notification']]);
  expect((await observe('moderator', query)).told).toEqual([]);
});

test.each([
  ['an alias', () => `{ mine: unreadNotificationCount ${open()} }`, 'mine'],
  ['an alias that is the name of what is open', () => `{ viewer: unreadNotificationCount ${open()} }`, 'viewer'],
  [
    'a fragment',
    () => `{ ...Mine ${open()} } fragment Mine on Query { unreadNotificationCount }`,
    'unreadNotificationCount',
  ],
  [
    'fragments in fragments',
    () =>
      `{ ...A } fragment A on Query { ...B ... { ...B } } fragment B on Query { unreadNotificationCount ${open()} }`,
    'unreadNotificationCount',
  ],
  [
    'an inline fragment',
    () => `{ ... on Query { ... { unreadNotificationCount } } ${open()} }`,
    'unreadNotificationCount',
  ],
  ['@include(if: true)', () => `{ ${open()} unreadNotificationCount @include(if: true) }`, 'unreadNotificationCount'],
])('%s is no way round', async (_, query, key) => {
  const { data, told, asked } = await observe('nobody', query());
  expect(data).toEqual({ [key]: null, post: { text: 'for everybody' } });
  expect([told, asked]).toEqual([[`${key} ${U}`], ['feed']]);
  expect(await observe('ann', query())).toMatchObject({ told: [], data: { [key]: expect.any(Number) } });
});

test('what @skip and @include leave out is not refused', async () => {
  const query = `query ($mine: Boolean!) { ${open()} unreadNotificationCount @include(if: $mine) ... @skip(if: $mine) { viewer { id } } }`;
  expect(await observe('nobody', query, { mine: false })).toMatchObject({ told: [], data: { viewer: null } });
  const asked = await observe('nobody', query, { mine: true });
  expect(asked.data).toEqual({ post: { text: 'for everybody' }, unreadNotificationCount: null });
  expect(asked.told).toEqual([`unreadNotificationCount ${U}`]);
});

test('a mutation that is refused is not run, and those beside it are', async () => {
  const mutation = `mutation ($like: LikePostInput!, $in: SignInInput!) {
    likePost(input: $like) { post { likeCount } }
    signIn(input: $in) { user { id } }
    last: likePost(input: $like) { post { likeCount } }
  }`;
  const variables = { like: { postId }, in: { login: ann.handle, password: ann.password } };
  const nobody = await observe('nobody', mutation, variables);
  expect(nobody.data).toEqual({ likePost: null, signIn: { user: { id: ann.id } }, last: null });
  expect([nobody.told, nobody.asked]).toEqual([[`likePost ${U}`, `last ${U}`], ['user']]);
  const likes = `{ post(id: "${postId}") { likeCount } }`;
  expect(await want(system.endpoint, likes)).toEqual({ post: { likeCount: 0 } });
  expect((await observe('ann', mutation, variables)).told).toEqual([]);
  expect(await want(system.endpoint, likes)).toEqual({ post: { likeCount: 1 } });
});

test('nobody gets what was planned for somebody else, in any order and at the same time', async () => {
  const query = `{ ${open()} unreadNotificationCount spamStatus { releases } }`;
  const expected: Record<Who, string[]> = {
    nobody: [`unreadNotificationCount ${U}`, `spamStatus ${U}`],
    ann: [`spamStatus ${F}`],
    moderator: [],
  };
  const turns: Who[] = ['moderator', 'nobody', 'ann', 'nobody', 'moderator', 'ann', 'ann', 'moderator', 'nobody'];
  for (const who of turns) expect((await observe(who, query)).told).toEqual(expected[who]);
  const together = await Promise.all(turns.map((who) => observe(who, query)));
  expect(together.map(({ told }) => told)).toEqual(turns.map((who) => expected[who]));
});

test('a subscription that is refused says so and ends', async () => {
  const response = await fetch(system.endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: 'subscription { notificationReceived { id } }' }),
  });
  const text = await response.text();
  expect(text).toContain(`"code":"${U}"`);
  expect(text).toContain('event: complete');
});

test('the schema is no secret', async () => {
  const query = '{ __type(name: "Query") { fields { name } } }';
  const { __type } = await want<{ __type: { fields: { name: string }[] } }>(system.endpoint, query);
  expect(__type.fields.map(({ name }) => name)).toEqual(expect.arrayContaining(['viewer', 'homeFeed', 'spamStatus']));
});
