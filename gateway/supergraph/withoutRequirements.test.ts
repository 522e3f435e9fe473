import type { SupergraphManager } from '@apollo/gateway';
import { StartError } from '@banyan/kit';
import { compose } from '@banyan/kit/composition';
import { expect, jest, test } from '@jest/globals';
import { withoutRequirements } from './withoutRequirements.ts';

const supergraph = (directive: string, link = '"@authenticated", "@requiresScopes", "@policy"') => {
  const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${link}])
    type Query { open: Int mine: Int ${directive} }`;
  const build = compose([{ name: 'one', url: 'http://localhost', sdl }]);
  if (!build.ok) throw new Error(JSON.stringify(build.errors));
  return build.supergraphSdl;
};
const open = supergraph('');
const protectedOnes = [
  supergraph('@authenticated'),
  supergraph('@requiresScopes(scopes: [["a"]])'),
  supergraph('@policy(policies: [["a"]])'),
  supergraph('@mine', '{ name: "@authenticated", as: "@mine" }'),
];
const words = 'run with GATEWAY_EXECUTOR=engine';

/** Starts with one supergraph, and brings another later. */
async function follow(first: string) {
  const cleanup = jest.fn(async () => {});
  const update = jest.fn();
  let bring: (next: string) => void = () => {};
  const manager: SupergraphManager = {
    async initialize(hooks) {
      bring = hooks.update;
      return { supergraphSdl: first, cleanup };
    },
  };
  const hooks = { update, healthCheck: async () => {}, getDataSource: () => ({ process: async () => ({}) }) };
  const started = await withoutRequirements(manager)
    .initialize(hooks)
    .catch((error: Error) => error);
  return { started, bring, update, cleanup };
}

test.each(protectedOnes)('a supergraph that asks for authorisation is refused at the start', async (sdl) => {
  const { started, cleanup } = await follow(sdl);
  expect(started).toBeInstanceOf(StartError);
  expect(started).toMatchObject({ message: expect.stringContaining(words) });
  expect(cleanup).toHaveBeenCalledTimes(1);
});

test('one that comes later is refused as well, and others are let through', async () => {
  const { started, bring, update, cleanup } = await follow(open);
  expect(started).toMatchObject({ supergraphSdl: open });
  for (const sdl of protectedOnes) expect(() => bring(sdl)).toThrow(words);
  expect(update).not.toHaveBeenCalled();
  bring(open);
  expect(update).toHaveBeenCalledWith(open);
  expect(cleanup).not.toHaveBeenCalled();
});
