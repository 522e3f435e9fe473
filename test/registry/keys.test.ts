import { createLog, wholePartition } from '@banyan/kit';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Actor } from '../../registry/keys/actor.ts';
import { createKeys, type Keys } from '../../registry/keys/keys.ts';
import { newToken, textOf } from '../../registry/keys/token.ts';
import { type RegistryTable, startRegistryTable } from './registryTable.ts';

const log = createLog('test', 'silent');
const organization = 'banyan';
const bootstrapKey = textOf(newToken());
/** The one of several first keys that was taken. */
let taken = '';

let world: RegistryTable;
let keys: Keys;
let admin: Actor;

/** Another instance of the registry on the same table. */
const instance = () => createKeys({ client: world.client, table: world.table, log });

beforeAll(async () => {
  world = await startRegistryTable();
  keys = instance();
});

afterEach(() => keys.settle());
afterAll(() => world?.stop());

const make = (name: string, more: object = {}) =>
  keys.create(organization, { name, role: 'check', resources: [{ graphId: 'g' }], ...more }, admin);

const must = async (token: string, where = keys): Promise<Actor> => {
  const actor = await where.authenticate(token);
  if (!actor) throw new Error('not authenticated');
  return actor;
};

describe('the first key', () => {
  test('a token of another form is refused, with a way to make one', async () => {
    await expect(keys.bootstrap(organization, 'secret')).rejects.toThrow('openssl rand -hex 32');
    expect(await keys.list(organization, { limit: 10 })).toEqual([]);
  });

  test('opens nothing before it is taken', async () => {
    expect(await keys.authenticate(bootstrapKey)).toBeUndefined();
  });

  test('is taken once, however many instances start at once with however many keys', async () => {
    const offered = [bootstrapKey, bootstrapKey, textOf(newToken()), textOf(newToken())];
    const answers = await Promise.all(offered.map((token) => instance().bootstrap(organization, token)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    const [only, ...others] = await keys.list(organization, { limit: 10 });
    expect(others).toEqual([]);
    expect(only).toMatchObject({ name: 'bootstrap', role: 'admin', resources: 'everything', createdBy: undefined });
    taken = offered[answers.indexOf(true)] ?? '';
    admin = await must(taken);
    expect(admin).toEqual({ keyId: only?.id, name: 'bootstrap', role: 'admin', resources: 'everything' });
    for (const token of offered) expect(Boolean(await keys.authenticate(token))).toBe(token === taken);
  });

  test('does not come back once it was revoked, and no other takes its place', async () => {
    const first = admin;
    const { key, token } = await make('second admin', { role: 'admin', resources: 'everything' });
    await expect(keys.revoke(organization, first.keyId, first)).rejects.toMatchObject({ code: 'CONFLICT' });
    admin = await must(token);
    await keys.revoke(organization, first.keyId, admin);
    expect(await instance().bootstrap(organization, taken)).toBe(false);
    expect(await instance().bootstrap('another', textOf(newToken()))).toBe(false);
    expect(await keys.authenticate(taken)).toBeUndefined();
    expect((await keys.list(organization, { limit: 10 })).map(({ id }) => id)).toEqual([key.id]);
  });
});

describe('a key', () => {
  test('opens what it was made for', async () => {
    const { key, token } = await make('CI', { resources: [{ graphId: 'g', variant: 'v', subgraph: 's' }] });
    expect(await must(token, instance())).toEqual({
      keyId: key.id,
      name: 'CI',
      role: 'check',
      resources: [{ graphId: 'g', variant: 'v', subgraph: 's' }],
    });
    expect(key).toMatchObject({ createdBy: { keyId: admin.keyId, name: admin.name }, prefix: `banyan_${key.id}_` });
  });

  test('is in the table as a hash alone', async () => {
    const { key, token } = await make('hidden');
    const secret = token.slice(key.prefix.length);
    const items: unknown[] = [];
    for (const pk of [`KEY#${key.id}`, `ORGANIZATION#${organization}`]) {
      for await (const page of wholePartition(world.client, world.table, pk)) items.push(...page);
    }
    const stored = JSON.stringify(items);
    expect(stored).toContain(key.id);
    expect(stored).not.toContain(secret);
    expect(JSON.stringify([key, await keys.list(organization, { limit: 100 })])).not.toMatch(
      new RegExp(`${secret}|hash`),
    );
  });

  test('opens nothing with a secret that is nearly its own, or another key’s', async () => {
    const [{ token }, other] = [await make('one'), await make('other')];
    const last = token.endsWith('0') ? '1' : '0';
    expect(await keys.authenticate(token.slice(0, -1) + last)).toBeUndefined();
    expect(await keys.authenticate(other.key.prefix + token.slice(other.key.prefix.length))).toBeUndefined();
    expect(await keys.authenticate(textOf(newToken()))).toBeUndefined();
    expect(await keys.authenticate(token)).toBeDefined();
  });

  test('that is malformed is refused without a read', async () => {
    const send = jest.spyOn(world.client, 'send');
    for (const text of ['', 'service:g:x', '__proto__', 'x'.repeat(100_000), `banyan_${'é'.repeat(32)}_x`, undefined]) {
      expect(await keys.authenticate(text)).toBeUndefined();
    }
    expect(await keys.find(organization, '__proto__')).toBeUndefined();
    expect(send).not.toHaveBeenCalled();
    send.mockRestore();
  });

  test('that was revoked opens nothing at once, on any instance', async () => {
    const { key, token } = await make('leaked');
    const elsewhere = instance();
    expect(await elsewhere.authenticate(token)).toBeDefined();
    await elsewhere.settle();
    await keys.revoke(organization, key.id, admin);
    expect(await elsewhere.authenticate(token)).toBeUndefined();
    expect(await keys.find(organization, key.id)).toBeUndefined();
    expect((await keys.list(organization, { limit: 100 })).map(({ id }) => id)).not.toContain(key.id);
    await expect(keys.rename(organization, key.id, 'again')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(keys.revoke(organization, key.id, admin)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('that has expired opens nothing, and did before', async () => {
    const { token, key } = await make('for an hour', { expiresAt: new Date(Date.now() + 3_600_000) });
    expect(await keys.authenticate(token)).toBeDefined();
    await keys.settle();
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now + 3_600_001);
    expect(await keys.authenticate(token).finally(() => clock.mockRestore())).toBeUndefined();
    expect(await keys.find(organization, key.id)).toMatchObject({ expiresAt: expect.any(String) });
  });

  test('has another name from its renaming on', async () => {
    const { key, token } = await make('old');
    expect(await keys.rename(organization, key.id, ' new ')).toMatchObject({ id: key.id, name: 'new' });
    expect(await must(token)).toMatchObject({ name: 'new' });
    await expect(keys.rename(organization, key.id, '')).rejects.toMatchObject({ field: 'name' });
    await expect(keys.rename('another', key.id, 'mine')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('of one organization is none of another', async () => {
    const { key } = await make('ours');
    expect(await keys.find('another', key.id)).toBeUndefined();
    await expect(keys.revoke('another', key.id, admin)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await keys.find(organization, key.id)).toBeDefined();
  });
});

test('keys are listed newest first, in pages', async () => {
  const clock = jest.spyOn(Date.prototype, 'toISOString');
  for (let at = 0; at < 5; at++) {
    clock.mockReturnValueOnce(`2020-01-0${at + 1}T00:00:00.000Z`);
    await keys.create('paged', { name: `key ${at}`, role: 'read', resources: 'everything' }, admin);
  }
  clock.mockRestore();
  const pages: string[][] = [];
  for (let after: string | undefined; pages.length < 4; ) {
    const page = await keys.list('paged', { limit: 2, after });
    pages.push(page.map(({ name }) => name));
    after = page.at(-1)?.place ?? after;
  }
  expect(pages).toEqual([['key 4', 'key 3'], ['key 2', 'key 1'], ['key 0'], []]);
});

describe('the last use of a key', () => {
  const written = (calls: readonly (readonly [{ constructor: { name: string } }])[]) =>
    calls.filter(([command]) => command.constructor.name === 'UpdateCommand').length;

  test('is written once a minute, by however many requests and instances', async () => {
    const { key, token } = await make('busy');
    expect((await keys.find(organization, key.id))?.lastUsedAt).toBeUndefined();
    const send = jest.spyOn(world.client, 'send');
    await Promise.all(Array.from({ length: 20 }, () => keys.authenticate(token)));
    await keys.settle();
    await Promise.all(Array.from({ length: 20 }, () => keys.authenticate(token)));
    await keys.settle();
    expect(written(send.mock.calls as never)).toBeLessThanOrEqual(2);
    const first = (await keys.find(organization, key.id))?.lastUsedAt;
    expect(Date.parse(first ?? '')).toBeGreaterThan(Date.now() - 60_000);
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now + 61_000);
    const others = [keys, instance(), instance()];
    await Promise.all(others.map((other) => other.authenticate(token)));
    await Promise.all(others.map((other) => other.settle()));
    clock.mockRestore();
    send.mockRestore();
    expect((await keys.find(organization, key.id))?.lastUsedAt).toBe(new Date(now + 61_000).toISOString());
  });

  test('neither delays nor fails a request when it cannot be written', async () => {
    const { token } = await make('unlucky');
    const send = world.client.send.bind(world.client) as (command: unknown) => Promise<unknown>;
    let fail = (_: Error) => {};
    const stuck = new Promise<never>((_, reject) => {
      fail = reject;
    });
    const spy = jest
      .spyOn(world.client, 'send')
      .mockImplementation(((command: { constructor: { name: string } }) =>
        command.constructor.name === 'UpdateCommand' ? stuck : send(command)) as never);
    expect(await keys.authenticate(token)).toBeDefined();
    fail(new Error('the table is away'));
    await keys.settle();
    spy.mockRestore();
    expect(await keys.authenticate(token)).toBeDefined();
  });
});
