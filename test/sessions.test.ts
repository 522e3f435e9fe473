import { grantScopes } from '@banyan/user/grant';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask, want } from './harness/client.ts';
import { type Somebody, signUp } from './harness/people.ts';
import { type System, startSystem } from './harness/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system?.stop());

interface Auth {
  user: { handle: string } | null;
  accessToken: string | null;
  refreshToken: string | null;
  userErrors: { code: string; field: string }[];
}

const fields = '{ user { handle } accessToken refreshToken userErrors { code field } }';

const refresh = async (refreshToken: string) =>
  (
    await want<{ refreshSession: Auth }>(
      system.endpoint,
      `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) ${fields} }`,
      { input: { refreshToken } },
    )
  ).refreshSession;

const signIn = async (login: string, password: string) =>
  (
    await want<{ signIn: Auth }>(
      system.endpoint,
      `mutation ($input: SignInInput!) { signIn(input: $input) ${fields} }`,
      { input: { login, password } },
    )
  ).signIn;

const signOut = (refreshToken: string, everywhere: boolean) =>
  want<{ signOut: { userErrors: object[] } }>(
    system.endpoint,
    'mutation ($input: SignOutInput!) { signOut(input: $input) { userErrors { code } } }',
    { input: { refreshToken, everywhere } },
  );

const open = (auth: Auth) => auth.refreshToken ?? '';
const works = async (refreshToken: string) => (await refresh(refreshToken)).accessToken !== null;

describe('signing in', () => {
  let ann: Somebody;
  beforeAll(async () => {
    ann = await signUp(system.endpoint, 'ann');
  });

  test('by handle in any case, with @, and by address', async () => {
    for (const login of [ann.handle, `@${ann.handle.toUpperCase()}`, `${ann.handle}@EXAMPLE.com`]) {
      expect((await signIn(login, ann.password)).user).toEqual({ handle: ann.handle });
    }
  });

  test('an unknown login and a wrong password are answered alike', async () => {
    const unknown = await signIn('nobody_at_all', ann.password);
    const wrong = await signIn(ann.handle, 'wrong password');
    expect(wrong).toEqual(unknown);
    expect(wrong).toMatchObject({ accessToken: null, userErrors: [{ code: 'BAD_USER_INPUT', field: 'password' }] });
    for (const nobody of ['', '@', `${'a'.repeat(3_000)}`, `${'a'.repeat(3_000)}@example.com`]) {
      expect(await signIn(nobody, ann.password)).toEqual(wrong);
      expect(
        await want(system.endpoint, 'query ($handle: String!) { userByHandle(handle: $handle) { id } }', {
          handle: nobody,
        }),
      ).toEqual({
        userByHandle: null,
      });
    }
  });

  test('the access token says who asks, and shows the address to its owner alone', async () => {
    const query = `{ viewer { handle email } }`;
    const { viewer } = await want<{ viewer: object }>(system.endpoint, query, {}, ann.token);
    expect(viewer).toEqual({ handle: ann.handle, email: `${ann.handle}@example.com` });
    const stranger = await want<{ user: object }>(system.endpoint, `{ user(id: "${ann.id}") { handle email } }`);
    expect(stranger.user).toEqual({ handle: ann.handle, email: null });
    expect(await want(system.endpoint, query)).toEqual({ viewer: null });
  });
});

describe('a refresh token', () => {
  test('works once and gives the next', async () => {
    const { refreshToken } = await signUp(system.endpoint);
    const second = await refresh(refreshToken);
    expect(second.accessToken).toBeTruthy();
    expect(await works(open(second))).toBe(true);
  });

  test('used twice ends its whole session, and no other', async () => {
    const ben = await signUp(system.endpoint, 'ben');
    const elsewhere = await signIn(ben.handle, ben.password);
    const second = await refresh(ben.refreshToken);
    const reused = await refresh(ben.refreshToken);
    expect(reused).toMatchObject({
      accessToken: null,
      userErrors: [{ code: 'BAD_USER_INPUT', field: 'refreshToken' }],
    });
    expect(await works(open(second))).toBe(false);
    expect(await works(open(elsewhere))).toBe(true);
  });

  test('sent ten times at once is used once, and its session ends', async () => {
    const { refreshToken } = await signUp(system.endpoint);
    const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(refreshToken)));
    const [won, ...others] = answers.filter(({ accessToken }) => accessToken !== null);
    expect(others).toEqual([]);
    expect(won && (await works(open(won)))).toBe(false);
  });

  test.each(['', 'x', 'a.b', '../x', `${'a'.repeat(36)}.${'b'.repeat(43)}`])('%j is none', async (token) => {
    expect(await works(token)).toBe(false);
  });

  test('with a guessed secret neither works nor ends the session', async () => {
    const { refreshToken } = await signUp(system.endpoint);
    const [session] = refreshToken.split('.');
    expect(await works(`${session}.${'x'.repeat(43)}`)).toBe(false);
    expect(await works(refreshToken)).toBe(true);
  });
});

describe('signing out', () => {
  test('ends this session', async () => {
    const cat = await signUp(system.endpoint, 'cat');
    const elsewhere = await signIn(cat.handle, cat.password);
    for (const _ of [1, 2]) expect(await signOut(cat.refreshToken, false)).toEqual({ signOut: { userErrors: [] } });
    expect(await works(cat.refreshToken)).toBe(false);
    expect(await works(open(elsewhere))).toBe(true);
  });

  test('everywhere ends all sessions, and a new one can be opened', async () => {
    const dan = await signUp(system.endpoint, 'dan');
    const elsewhere = await signIn(dan.handle, dan.password);
    await signOut(dan.refreshToken, true);
    expect(await works(dan.refreshToken)).toBe(false);
    expect(await works(open(elsewhere))).toBe(false);
    expect(await works(open(await signIn(dan.handle, dan.password)))).toBe(true);
  });
});

test('scopes that are granted are in the next access token, and no other person’s', async () => {
  const moderator = await signUp(system.endpoint, 'mod');
  const list = '{ blockedUrls { edges { cursor } } }';
  const before = await ask(system.endpoint, list, {}, moderator.token);
  expect(before.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', service: 'gateway' });
  await grantScopes({ TABLE_PREFIX: 'banyan-' }, `@${moderator.handle}`, ['spam:moderate']);
  const { accessToken } = await refresh(moderator.refreshToken);
  expect(await want(system.endpoint, list, {}, accessToken ?? '')).toEqual({ blockedUrls: { edges: [] } });
  await expect(grantScopes({ TABLE_PREFIX: 'banyan-' }, 'nobody_at_all', [])).rejects.toThrow('nobody with the handle');
  await expect(grantScopes({ TABLE_PREFIX: 'banyan-' }, moderator.handle, ['all'])).rejects.toThrow('not a scope');
});

test('the public keys are for everybody, and hold no private part', async () => {
  const url = new URL('/.well-known/jwks.json', system.subgraphUrl('user'));
  const { keys } = (await (await fetch(url)).json()) as { keys: Record<string, string>[] };
  expect(keys.length).toBe(3);
  for (const key of keys) {
    expect(key).toMatchObject({ kty: 'OKP', crv: 'Ed25519', use: 'sig' });
    expect(key).not.toHaveProperty('d');
  }
});

test('tokens are verified while user is away, when its keys have been seen', async () => {
  const eve = await signUp(system.endpoint, 'eve');
  await want(system.endpoint, '{ viewer { id } }', {}, eve.token);
  await system.stopSubgraph('user');
  const { status, errors } = await ask(system.endpoint, '{ homeFeed { edges { cursor } } }', {}, eve.token);
  await system.startSubgraph('user');
  expect({ status, errors }).toEqual({ status: 200, errors: undefined });
});
