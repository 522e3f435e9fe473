import { createHash } from 'node:crypto';
import { newId } from '@banyan/kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../registry/keys/actor.ts';
import type { PersistedOperation } from '../../registry/persistedQueries/operation.ts';
import { createPersistedQueries, type PersistedQueries } from '../../registry/persistedQueries/persistedQueries.ts';
import { type RegistryTable, startRegistryTable } from './registryTable.ts';

const ci: Actor = { keyId: 'k', name: 'CI', role: 'publish', resources: 'everything' };

let world: RegistryTable;
let lists: PersistedQueries;
let graphId: string;

/** Documents in memory; `beforePut` is called before each is there. */
const stored = new Map<string, string>();
let beforePut = async () => {};
const documents = {
  async put(text: string) {
    await beforePut();
    const id = createHash('sha256').update(text).digest('hex');
    stored.set(id, text);
    return id;
  },
  async get(id: string) {
    const text = stored.get(id);
    if (text === undefined) throw new Error(`no document ${id}`);
    return text;
  },
};

beforeAll(async () => {
  world = await startRegistryTable();
  lists = createPersistedQueries({ client: world.client, table: world.table, documents, chunkBytes: 1_000 });
});
beforeEach(() => {
  graphId = `g-${newId()}`;
  beforePut = async () => {};
});
afterAll(() => world?.stop());

const operation = (id: string, more: Partial<PersistedOperation> = {}): PersistedOperation => ({
  id,
  name: 'Read',
  type: 'QUERY',
  body: 'query Read { __typename }',
  ...more,
});
const many = (count: number, prefix = 'op') => Array.from({ length: count }, (_, at) => operation(`${prefix}${at}`));

const prod = () => ({ graphId, variant: 'prod' });

/** What Rover does for a graph ref. */
async function publish(operations: PersistedOperation[], variant = 'prod') {
  const list = await lists.listOf({ graphId, variant });
  return lists.publish(graphId, list?.id ?? '', operations, ci);
}

/** What a gateway that follows the variant has. */
async function followed(variant = 'prod'): Promise<{ id: string }[] | undefined> {
  const found = await lists.chunks({ graphId, variant });
  const bodies = await Promise.all(found?.chunks.map(({ id }) => lists.chunk(id)) ?? []);
  return found && bodies.flatMap((body) => JSON.parse(body ?? '').operations);
}

describe('publishing', () => {
  test('to a variant without a list makes it one of its name', async () => {
    expect(await lists.listOf(prod())).toMatchObject({ name: 'prod', revision: 0, operationCount: 0 });
    expect(await lists.chunks(prod())).toBeUndefined();
    expect(await lists.lists(graphId, { limit: 10 })).toEqual([]);
    expect(await publish(many(2))).toEqual({
      outcome: 'published',
      unchanged: false,
      list: expect.objectContaining({
        name: 'prod',
        revision: 1,
        operationCount: 2,
        publishedBy: { keyId: 'k', name: 'CI' },
      }),
      counts: { added: 2, identical: 0, updated: 0, unaffected: 0, removed: 0 },
    });
    expect(await followed()).toEqual(many(2).map((each) => ({ ...each, type: 'query' })));
    expect(await followed('staging')).toBeUndefined();
  });

  test('the same again changes nothing', async () => {
    await publish(many(3));
    const before = await lists.chunks(prod());
    expect(await publish(many(2))).toMatchObject({
      unchanged: true,
      list: { revision: 1, operationCount: 3 },
      counts: { added: 0, identical: 2, updated: 0, unaffected: 1, removed: 0 },
    });
    expect(await lists.chunks(prod())).toEqual(before);
  });

  test('adds, renames and leaves alone', async () => {
    await publish(many(2));
    const renamed = operation('op0', { name: 'Again', body: 'query Read { __typename }' });
    await expect(publish([renamed])).rejects.toThrow('no query of that name');
    const both = 'query Read { a } query Again { b }';
    await publish([operation('both', { body: both })]);
    expect(await publish([operation('both', { body: both, name: 'Again' }), operation('new')])).toMatchObject({
      unchanged: false,
      list: { revision: 3, operationCount: 4 },
      counts: { added: 1, identical: 0, updated: 1, unaffected: 2, removed: 0 },
    });
  });

  test('another body under the same id changes nothing at all', async () => {
    await publish(many(2));
    const before = await lists.chunks(prod());
    const changed = operation('op1', { body: 'query Read { other }' });
    expect(await publish([operation('new'), changed])).toEqual({
      outcome: 'cannotModifyBody',
      message: expect.stringContaining('"op1"'),
    });
    expect(await lists.chunks(prod())).toEqual(before);
    // Another client may have that id.
    expect(await publish([{ ...changed, clientName: 'web' }])).toMatchObject({ outcome: 'published' });
  });

  test('many at once loses none', async () => {
    world.dynamodb.conflictRate = 0.1;
    const published = await Promise.all(
      Array.from({ length: 8 }, (_, at) => publish([...many(5, `by${at}-`), operation('shared')])),
    ).finally(() => {
      world.dynamodb.conflictRate = 0;
    });
    const revisions = published.map((each) => (each.outcome === 'published' ? each.list.revision : 0));
    expect(revisions.sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const added = published.map((each) => (each.outcome === 'published' ? each.counts.added : 0));
    expect(added.reduce((sum, count) => sum + count, 0)).toBe(41);
    expect(await followed()).toHaveLength(41);
  });

  test('that dies before its documents are there leaves the list as it was', async () => {
    await publish(many(2));
    const before = await lists.chunks(prod());
    let count = 0;
    beforePut = async () => {
      count += 1;
      if (count === 2) throw new Error('killed');
    };
    await expect(publish(many(50, 'more'))).rejects.toThrow('killed');
    expect(await lists.chunks(prod())).toEqual(before);
    expect(await followed()).toHaveLength(2);
  });

  test('to a list that is not there is refused', async () => {
    await expect(lists.publish(graphId, newId(), many(1), ci)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(lists.publish(graphId, 'x'.repeat(5_000), many(1), ci)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a chunk', () => {
  test('is one of several, of which a publish changes the last', async () => {
    await publish(many(50));
    const before = (await lists.chunks(prod()))?.chunks ?? [];
    expect(before.length).toBeGreaterThan(3);
    await publish([operation('new')]);
    const after = (await lists.chunks(prod()))?.chunks ?? [];
    expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
    expect(await followed()).toHaveLength(51);
    // A gateway that was told just before still gets what it was told of.
    expect(await lists.chunk(before.at(-1)?.id ?? '')).toContain('"op49"');
  });

  test('is served, and no other document', async () => {
    const other = await documents.put('type Query { secret: Int }');
    await publish(many(1));
    const [chunk] = (await lists.chunks(prod()))?.chunks ?? [];
    expect(await lists.chunk(chunk?.id ?? '')).toContain('apollo-persisted-query-manifest');
    for (const id of [other, '0'.repeat(64), '', '../x', '__proto__', chunk?.id.toUpperCase() ?? '']) {
      expect(await lists.chunk(id)).toBeUndefined();
    }
  });
});

describe('a list', () => {
  test('can be followed by several variants, and each follows at most one', async () => {
    const shared = await lists.create(graphId, ' Shared ');
    expect(shared).toMatchObject({ name: 'Shared', revision: 0 });
    await publish(many(1));
    for (const variant of ['prod', 'staging']) await lists.link({ graphId, variant }, shared.id);
    expect(await lists.variantsOf(graphId, shared.id)).toEqual(['prod', 'staging']);
    expect(await lists.listOf(prod())).toEqual(shared);
    await publish(many(3, 'shared'), 'staging');
    expect(await followed()).toHaveLength(3);
    await lists.link(prod(), 'variant:prod');
    expect(await lists.variantsOf(graphId, shared.id)).toEqual(['staging']);
    expect(await followed()).toHaveLength(1);
    expect((await lists.lists(graphId, { limit: 10 })).map(({ name }) => name).sort()).toEqual(['Shared', 'prod']);
  });

  test('is not linked when it is not there', async () => {
    await expect(lists.link(prod(), newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const elsewhere = await lists.create(`${graphId}x`, 'elsewhere');
    await expect(lists.link(prod(), elsewhere.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await lists.list(graphId, elsewhere.id)).toBeUndefined();
  });

  test('can be unlinked, which holds, and deleted then', async () => {
    await publish(many(1));
    await expect(lists.remove(graphId, 'variant:prod')).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Unlink it from prod first.',
    });
    await lists.unlink(prod());
    expect(await lists.listOf(prod())).toBeUndefined();
    expect(await followed()).toBeUndefined();
    expect(await lists.remove(graphId, 'variant:prod')).toBe(true);
    expect(await lists.remove(graphId, 'variant:prod')).toBe(false);
    await lists.link(prod(), 'variant:prod');
    expect(await lists.chunks(prod())).toBeUndefined();
    expect(await publish(many(2))).toMatchObject({ list: { revision: 1 } });
  });

  test('is another state to a gateway when it has other operations, and only then', async () => {
    await publish(many(2));
    const first = await lists.chunks(prod());
    const copy = await lists.create(graphId, 'copy');
    await lists.publish(graphId, copy.id, many(2), ci);
    await lists.link(prod(), copy.id);
    expect((await lists.chunks(prod()))?.id).toBe(first?.id);
    await lists.publish(graphId, copy.id, many(3), ci);
    expect((await lists.chunks(prod()))?.id).not.toBe(first?.id);
  });

  test('loses operations only when they are taken out', async () => {
    await publish([...many(3), operation('op0', { clientName: 'web' })]);
    const list = (await lists.listOf(prod()))?.id ?? '';
    expect(await lists.removeOperations(graphId, list, [{ id: 'op0' }, { id: 'none' }], ci)).toEqual({
      list: expect.objectContaining({ revision: 2, operationCount: 3 }),
      counts: { added: 0, identical: 0, updated: 0, unaffected: 3, removed: 1 },
    });
    expect(await followed()).toMatchObject([{ id: 'op1' }, { id: 'op2' }, { id: 'op0', clientName: 'web' }]);
    expect(await lists.removeOperations(graphId, list, [{ id: 'op0' }], ci)).toMatchObject({ list: { revision: 2 } });
    // What was taken out may come back with another body: nobody is served the old one.
    expect(await publish([operation('op0', { body: 'query Read { other }' })])).toMatchObject({ counts: { added: 1 } });
  });

  test('without any operation left allows none, which is not the same as no list', async () => {
    await publish(many(1));
    await lists.removeOperations(graphId, 'variant:prod', [{ id: 'op0' }], ci);
    expect(await followed()).toEqual([]);
  });

  test('is read in pages, from the chunks that they are in', async () => {
    await publish(many(50));
    const ids: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await lists.operations(graphId, 'variant:prod', { limit: 7, after });
      ids.push(...page.map(({ id }) => id));
      if (page.length < 7) break;
      after = page.at(-1)?.place;
    }
    expect(ids).toEqual(many(50).map(({ id }) => id));
    expect(await lists.operations(graphId, 'variant:prod', { limit: 7, after: '999' })).toEqual([]);
    expect(await lists.operations(graphId, 'variant:none', { limit: 7 })).toEqual([]);
    await expect(lists.operations(graphId, 'variant:prod', { limit: 7, after: 'x' })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});
