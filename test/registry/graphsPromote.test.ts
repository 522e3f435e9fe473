import { afterAll, beforeAll, expect, test } from '@jest/globals';
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

let world: GraphsWorld;

beforeAll(async () => {
  world = await startGraphsWorld();
});

afterAll(() => world?.stop());

test('a promoted launch is the same supergraph of the same subgraphs, and the contracts of its new variant follow', async () => {
  const { graphs } = world;
  const graph = newGraph();
  const [staging, production, partner] = ['staging', 'production', 'partner'].map((name) => ref(`${graph}@${name}`));
  if (!staging || !production || !partner) throw new Error('three refs');
  expect(await refused(graphs.promote({ from: staging, to: production, by }))).toMatchObject({
    reason: 'UNKNOWN_VARIANT',
  });
  await publish(graphs, staging, 'people', sdl.people);
  const first = await graphs.promote({ from: staging, to: production, by, git: { commit: 'abc' } });
  expect(first).toMatchObject({
    wasUpdated: true,
    contracts: [],
    launch: { cause: 'promote', git: { commit: 'abc' } },
  });
  const filter = { include: ['public'], exclude: [], hideUnreachableTypes: true };
  await graphs.publishContract({ ref: partner, sourceVariant: 'production', filter, launch: true, by });

  await publish(graphs, production, 'own', lonely('own'));
  const { launch } = await publish(graphs, staging, 'posts', sdl.posts);
  const failed = await publish(graphs, staging, 'clash', sdl.clash);
  const promoted = await graphs.promote({ from: staging, to: production, by });
  expect(promoted.launch).toMatchObject({
    supergraphId: launch.supergraphId,
    apiSchemaId: launch.apiSchemaId,
    buildInputId: launch.buildInputId,
    origin: { ref: launch.ref, launchId: launch.id },
    changed: {
      subgraphs: [
        { name: 'own', change: 'removed' },
        { name: 'posts', change: 'added' },
      ],
      subgraphCounts: { unchanged: 1 },
    },
  });
  expect(promoted.contracts).toMatchObject([{ ref: `${graph}@partner`, cause: 'source', status: 'succeeded' }]);
  expect((await graphs.subgraphs(production)).map(({ name }) => name)).toEqual(['people', 'posts']);
  expect((await graphs.supergraph(production))?.id).toBe((await graphs.supergraph(staging))?.id);
  await expectWhole(graphs, production);

  const again = await graphs.promote({ from: staging, to: production, by });
  expect(again).toMatchObject({ wasUpdated: false, launch: { id: promoted.launch.id } });
  const promote = (launchId: string) => refused(graphs.promote({ from: staging, to: production, launchId, by }));
  expect(await promote(failed.launch.id)).toMatchObject({ reason: 'NOT_LAUNCHED' });
  expect(await promote('none')).toMatchObject({ reason: 'UNKNOWN_LAUNCH' });
  const elsewhere = graphs.promote({ from: staging, to: ref(`${newGraph()}@a`), by });
  expect(await refused(elsewhere)).toMatchObject({ reason: 'OTHER_GRAPH' });

  // The first launch, by its id.
  const earlier = (await graphs.launches(staging, { limit: 10 })).at(-1);
  const back = await graphs.promote({ from: staging, to: production, launchId: earlier?.id, by });
  expect(back.launch.supergraphId).toBe(earlier?.supergraphId);
});

test('a rollback goes one good launch further back each time, and a publish builds on what it went back to', async () => {
  const { graphs, told } = world;
  const main = ref(`${newGraph()}@main`);
  expect(await refused(graphs.rollback({ ref: main, by }))).toMatchObject({ reason: 'UNKNOWN_VARIANT' });
  const one = await publish(graphs, main, 'a', lonely('a'));
  expect(await refused(graphs.rollback({ ref: main, by }))).toMatchObject({ reason: 'NOT_LAUNCHED' });
  const two = await publish(graphs, main, 'b', lonely('b'));
  const broken = await publish(graphs, main, 'clash', lonely('a', 'User'));
  expect(broken.launch.status).toBe('failed');
  const three = await publish(graphs, main, 'clash', lonely('c'));

  const toTwo = await graphs.rollback({ ref: main, by });
  expect(toTwo.launch).toMatchObject({
    cause: 'rollback',
    supergraphId: two.launch.supergraphId,
    origin: { ref: two.launch.ref, launchId: two.launch.id },
    changed: { subgraphs: [{ name: 'clash', change: 'removed' }] },
  });
  expect(told.at(-1)).toMatchObject({ id: toTwo.launch.id, kind: 'launch.rolledBack' });
  await expectWhole(graphs, main);
  const toOne = await graphs.rollback({ ref: main, by });
  expect(toOne.launch.supergraphId).toBe(one.launch.supergraphId);
  expect(await refused(graphs.rollback({ ref: main, by }))).toMatchObject({ reason: 'NOT_LAUNCHED' });

  const forward = await graphs.rollback({ ref: main, launchId: three.launch.id, by });
  expect(forward.launch.supergraphId).toBe(three.launch.supergraphId);
  expect(await graphs.rollback({ ref: main, launchId: three.launch.id, by })).toMatchObject({ wasUpdated: false });
  const failed = graphs.rollback({ ref: main, launchId: broken.launch.id, by });
  expect(await refused(failed)).toMatchObject({ reason: 'NOT_LAUNCHED' });
  const unknown = graphs.rollback({ ref: main, launchId: 'none', by });
  expect(await refused(unknown)).toMatchObject({ reason: 'UNKNOWN_LAUNCH' });

  await graphs.rollback({ ref: main, launchId: two.launch.id, by });
  const onTwo = await publish(graphs, main, 'd', lonely('d'));
  expect(onTwo.errors).toEqual([]);
  expect((await graphs.subgraphs(main)).map(({ name }) => name)).toEqual(['a', 'b', 'd']);
  await expectWhole(graphs, main);
});
