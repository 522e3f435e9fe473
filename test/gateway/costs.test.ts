import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type SmallWorld, startSmallWorld } from '../harness/smallGraph.ts';
import { ways } from '../harness/waysToAsk.ts';

let world: SmallWorld;

beforeAll(async () => {
  world = await startSmallWorld(
    {
      things: {
        sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@cost", "@listSize"])
          type Query { things(first: Int): [Thing!] @listSize(slicingArguments: ["first"]) }
          type Thing { id: ID! price: Int @cost(weight: 5) }`,
        resolvers: { Query: { things: () => [{ id: '1', price: 2 }] } },
      },
    },
    { OPERATION_COSTS: 'told' },
  );
});
afterAll(() => world?.stop());

test.each(Object.entries(ways))('by %s: what was estimated, and what it has cost', async (_, way) => {
  const { text } = await way(world.endpoint, { query: '{ things(first: 10) { price } }' });
  expect(text).toContain('"cost":{"estimated":60,"counted":6}');
});
