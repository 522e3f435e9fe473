import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ContractFilter } from '../../registry/contracts/filter.ts';
import { directBuilder } from '../../registry/graphs/directBuilder.ts';
import type { GraphRef } from '../../registry/graphs/graphRef.ts';
import type { Graphs } from '../../registry/graphs/graphs.ts';
import {
  by,
  expectWhole,
  type GraphsWorld,
  lonely,
  newGraph,
  publish,
  ref,
  refused,
  sdl,
  startGraphsWorld,
} from './graphsWorld.ts';

const onlyPublic: ContractFilter = { include: ['public'], exclude: [], hideUnreachableTypes: false };

let world: GraphsWorld;

beforeAll(async () => {
  world = await startGraphsWorld();
});

afterAll(() => world?.stop());

/** A variant with two subgraphs. */
async function source(graphs: Graphs): Promise<{ main: GraphRef; partner: GraphRef }> {
  const graph = newGraph();
  const main = ref(`${graph}@main`);
  await publish(graphs, main, 'people', sdl.people);
  await publish(graphs, main, 'posts', sdl.posts);
  return { main, partner: ref(`${graph}@partner`) };
}

const derive = (graphs: Graphs, contract: GraphRef, sourceVariant?: string, filter = onlyPublic, launch = true) =>
  graphs.publishContract({ ref: contract, sourceVariant, filter, launch, by });

describe('a contract', () => {
  test('is launched when it is published, and then with its source', async () => {
    const { graphs, told } = world;
    const { main, partner } = await source(graphs);
    const sourceLaunch = (await graphs.released(main))?.launchId;
    const derived = await derive(graphs, partner, 'main');
    expect(derived).toMatchObject({
      wasCreated: true,
      wasUpdated: false,
      errors: [],
      launch: {
        cause: 'contract',
        status: 'succeeded',
        contract: { sourceVariant: 'main', sourceLaunchId: sourceLaunch, filter: onlyPublic },
      },
      variant: { kind: 'contract', contract: { sourceVariant: 'main', filter: onlyPublic } },
    });
    expect(await graphs.variants(main.graphId)).toMatchObject([
      { name: 'main', kind: 'subgraphs' },
      { name: 'partner', kind: 'contract', sourceVariant: 'main' },
    ]);
    expect((await graphs.variant(main))?.contracts).toEqual(['partner']);
    const api = await graphs.apiSchema(partner);
    expect(api).toContain('viewer: User');
    expect(api).not.toContain('posts');
    expect((await graphs.subgraphs(partner)).map(({ name, url }) => [name, url])).toEqual([
      ['people', 'http://people.test/graphql'],
      ['posts', 'http://posts.test/graphql'],
    ]);
    await expectWhole(graphs, main);

    const more = sdl.people.replace('viewer:', 'hello: String @tag(name: "public") viewer:');
    const published = await publish(graphs, main, 'people', more);
    expect(published.contracts).toMatchObject([
      { ref: `${main.graphId}@partner`, cause: 'source', status: 'succeeded' },
    ]);
    expect(await graphs.apiSchema(partner)).toContain('hello: String');
    expect(told.slice(-2).map(({ id }) => id)).toEqual([published.launch.id, published.contracts[0]?.id]);
    await expectWhole(graphs, main);

    // What fails is no launch of the source, and none of its contracts.
    expect((await publish(graphs, main, 'clash', sdl.clash)).contracts).toEqual([]);
    expect((await graphs.released(partner))?.launchId).toBe(published.contracts[0]?.id);
    await expectWhole(graphs, main);
  });

  test('keeps what it has when the new source leaves it nothing', async () => {
    const { graphs } = world;
    const { main, partner } = await source(graphs);
    await derive(graphs, partner, 'main');
    const before = await graphs.supergraph(partner);
    const published = await publish(graphs, main, 'people', sdl.people.replaceAll('"public"', '"private"'));
    expect(published.launch.status).toBe('succeeded');
    expect(published.contracts).toMatchObject([{ status: 'failed' }]);
    expect(published.contracts[0]?.errors.length).toBeGreaterThan(0);
    expect(await graphs.supergraph(partner)).toEqual(before);
    await expectWhole(graphs, main);
    await publish(graphs, main, 'people', sdl.people);
    expect((await graphs.released(partner))?.supergraphId).toBe(before?.id);
    await expectWhole(graphs, main);
  });

  test('that cannot be built keeps nobody from publishing to its source', async () => {
    const { main, partner } = await source(world.graphs);
    await derive(world.graphs, partner, 'main');
    const before = await world.graphs.released(partner);
    const graphs = world.start({ ...directBuilder, contract: () => Promise.reject(new Error('out of memory')) });
    const { launch, contracts } = await publish(graphs, main, 'more', lonely('more'));
    expect(launch.status).toBe('succeeded');
    expect(contracts).toMatchObject([{ status: 'failed', errors: [{ code: 'INTERNAL_SERVER_ERROR' }] }]);
    expect(await graphs.released(partner)).toEqual(before);
    await expectWhole(graphs, main);
  });

  test('has another filter later, which launches it again', async () => {
    const { graphs } = world;
    const { main, partner } = await source(graphs);
    const first = await derive(graphs, partner, 'main');
    const same = await derive(graphs, partner, 'main', { ...onlyPublic, include: ['public', 'public'] });
    expect(same).toMatchObject({ wasCreated: false, wasUpdated: false, launch: { id: first.launch?.id } });
    const other = await derive(graphs, partner, undefined, { ...onlyPublic, include: [], exclude: ['public'] });
    expect(other).toMatchObject({ wasUpdated: true, launch: { status: 'succeeded' }, errors: [] });
    expect(await graphs.apiSchema(partner)).toContain('posts');
    expect(await graphs.apiSchema(partner)).not.toContain('viewer');

    const failed = await derive(graphs, partner, 'main', { ...onlyPublic, include: ['nobody-has-it'] });
    expect(failed).toMatchObject({ wasUpdated: true, launch: { status: 'failed' } });
    expect(failed.errors.length).toBeGreaterThan(0);
    expect((await graphs.released(partner))?.launchId).toBe(other.launch?.id);
    await expectWhole(graphs, main);
  });

  test('that is not to be launched is launched with its source', async () => {
    const { graphs } = world;
    const { main, partner } = await source(graphs);
    const derived = await derive(graphs, partner, 'main', onlyPublic, false);
    expect(derived.launch).toBeUndefined();
    expect(await graphs.supergraph(partner)).toBeUndefined();
    await publish(graphs, main, 'more', lonely('more'));
    expect(await graphs.apiSchema(partner)).toContain('viewer');
    await expectWhole(graphs, main);
  });

  test('cannot be changed but by its source', async () => {
    const { graphs } = world;
    const { main, partner } = await source(graphs);
    await derive(graphs, partner, 'main');
    const other = ref(`${main.graphId}@other`);
    const isContract = { reason: 'IS_CONTRACT', code: 'CONFLICT' };
    expect(await refused(publish(graphs, partner, 'a', lonely('a')))).toMatchObject(isContract);
    expect(await refused(graphs.removeSubgraph({ ref: partner, name: 'people', dryRun: true, by }))).toMatchObject(
      isContract,
    );
    expect(await refused(graphs.rollback({ ref: partner, by }))).toMatchObject(isContract);
    expect(await refused(graphs.promote({ from: main, to: partner, by }))).toMatchObject(isContract);
    expect(await refused(graphs.promote({ from: partner, to: other, by }))).toMatchObject(isContract);
    expect(await refused(derive(graphs, main, 'partner'))).toMatchObject({ reason: 'HAS_SUBGRAPHS' });
    expect(await refused(derive(graphs, other, 'partner'))).toMatchObject({ reason: 'WRONG_SOURCE' });
    expect(await refused(derive(graphs, other))).toMatchObject({ reason: 'WRONG_SOURCE' });
    expect(await refused(derive(graphs, other, 'none'))).toMatchObject({
      reason: 'UNKNOWN_VARIANT',
      validNames: ['main', 'partner'],
    });
    await publish(graphs, other, 'a', lonely('a'));
    expect(await refused(derive(graphs, partner, 'other'))).toMatchObject({ reason: 'WRONG_SOURCE' });
    const both = { ...onlyPublic, exclude: ['public'] };
    for (const filter of [both, { ...onlyPublic, include: ['a b'] }, { ...onlyPublic, exclude: [''] }]) {
      expect(await refused(derive(graphs, partner, 'main', filter))).toMatchObject({ reason: 'INVALID_FILTER' });
    }
  });

  test('is deleted before its source', async () => {
    const { graphs } = world;
    const { main, partner } = await source(graphs);
    await derive(graphs, partner, 'main');
    expect(await refused(graphs.deleteVariant(main))).toMatchObject({
      reason: 'HAS_CONTRACTS',
      validNames: ['partner'],
    });
    expect(await graphs.deleteVariant(partner)).toBe(true);
    expect((await graphs.variant(main))?.contracts).toEqual([]);
    expect((await publish(graphs, main, 'more', lonely('more'))).contracts).toEqual([]);
    expect(await graphs.deleteVariant(main)).toBe(true);
    expect(await graphs.variants(main.graphId)).toEqual([]);
  });
});

test('30 contracts go with their source in one transaction, and more are refused', async () => {
  // Composing is not what is tried here.
  const graphs = world.start({
    compose: async (subgraphs) => {
      const fields = subgraphs.map(({ name }) => `${name}: Int`).join(' ');
      return { ok: true, supergraphSdl: `# ${fields}`, apiSdl: `type Query { ${fields} }`, hints: [] };
    },
    contract: async (sdlOfSource, { include }) => ({
      ok: true,
      supergraphSdl: `${sdlOfSource} # ${include}`,
      apiSdl: 'type Query { a: Int }',
    }),
  });
  const main = ref(`${newGraph()}@main`);
  await publish(graphs, main, 'a', lonely('a'));
  const names = Array.from({ length: 30 }, (_, at) => `c${at}`);
  await Promise.all(
    names.map((name) => derive(graphs, ref(`${main.graphId}@${name}`), 'main', { ...onlyPublic, include: [name] })),
  );
  expect(await refused(derive(graphs, ref(`${main.graphId}@one-more`), 'main'))).toMatchObject({ reason: 'TOO_LARGE' });
  const { contracts } = await publish(graphs, main, 'b', lonely('b'));
  expect(contracts).toHaveLength(30);
  await expectWhole(graphs, main);
});

test('contracts that are made and changed while their source is launched are in step with it in the end', async () => {
  const [one, two] = [world.startAnother(), world.startAnother()];
  const { main } = await source(one);
  const contracts = ['x', 'y', 'z'].map((name) => ref(`${main.graphId}@${name}`));
  await Promise.all([
    ...contracts.map(async (contract) => {
      await derive(two, contract, 'main');
      await derive(two, contract, 'main', { ...onlyPublic, hideUnreachableTypes: true });
    }),
    (async () => {
      for (const type of ['Int', 'String', 'ID', 'Float']) await publish(one, main, 'more', lonely('more', type));
    })(),
  ]);
  expect((await one.variant(main))?.contracts).toEqual(['x', 'y', 'z']);
  await expectWhole(one, main);
});
