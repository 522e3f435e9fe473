import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createFiles, type Files } from './files.ts';
import { type RegistryWorld, startRegistryWorld } from './registryWorld.ts';
import { reportTraffic } from './traffic.ts';

const schema = 'type Query {\n  a: Int\n  b: Int\n}\n';

let world: RegistryWorld;
let files: Files;

beforeAll(async () => {
  [world, files] = await Promise.all([startRegistryWorld(), createFiles()]);
});

afterAll(async () => {
  await world?.stop();
  await files?.remove();
});

/** A variant, and everything that is done with it here. */
function createVariant(variant: string) {
  const ref = `shop@${variant}`;
  const onVariant = <Data>(mutation: string) =>
    world.want<{ graph: { variant: Data } }>(
      `mutation { graph(id: "shop") { variant(name: "${variant}") { ${mutation} } } }`,
    );
  return {
    onVariant,
    async publish() {
      const file = await files.write(schema);
      const args = `subgraph publish ${ref} --name one --schema ${file} --routing-url http://one.test/graphql`;
      expect(await world.rover(args.split(' '))).toMatchObject({ code: 0 });
    },
    async checkWithoutA() {
      const file = await files.write(schema.replace('  a: Int\n', ''));
      return world.rover(`subgraph check ${ref} --name one --schema ${file}`.split(' '));
    },
    ask: (query: string, field: string, count: number) =>
      reportTraffic(world.url, world.adminKey, ref, [{ name: 'A', query, count, fields: { Query: [field] } }]),
    mark: () =>
      onVariant<{ markChangeSafe: { id: string } }>(
        'markChangeSafe(code: "FIELD_REMOVED", coordinate: "Query.a", reason: "Nobody needs it.") { id }',
      ),
    async marks() {
      const { graph } = await world.want<{ graph: { variant: { safeMarks: object[] } } }>(
        `{ graph(id: "shop") { variant(name: "${variant}") { safeMarks { id } } } }`,
      );
      return graph.variant.safeMarks;
    },
  };
}

test('what somebody called safe has no force for a variant that is made again under the same name', async () => {
  const { onVariant, publish, checkWithoutA, ask, mark, marks } = createVariant('reborn');
  await publish();
  const { id } = (await mark()).graph.variant.markChangeSafe;
  await ask('query A{a}', 'a', 5);
  expect(await checkWithoutA()).toMatchObject({ code: 0 });
  expect(await marks()).toHaveLength(1);

  await onVariant('delete { deleted }');
  await publish();
  await ask('query A{a}', 'a', 6);
  expect(await checkWithoutA()).toMatchObject({ code: 1 });
  expect(await marks()).toEqual([]);
  await expect(onVariant(`undoSafeMark(id: "${id}") { id }`)).rejects.toThrow('NOT_FOUND');
  await mark();
  expect(await checkWithoutA()).toMatchObject({ code: 0 });
});

test('an operation whose text is not kept is not taken for one that nothing breaks', async () => {
  const { publish, checkWithoutA, ask } = createVariant('long');
  const long = (field: string) => `query A{${`${field} `.repeat(150_000)}}`;
  await publish();
  await ask(long('b'), 'b', 3);
  const unchecked = await checkWithoutA();
  expect(unchecked).toMatchObject({ code: 0 });
  expect(unchecked.stdout).toMatch(/3 requests could not be checked/);

  await ask(long('a'), 'a', 4);
  const asked = await checkWithoutA();
  expect(asked).toMatchObject({ code: 1 });
  expect(asked.stdout).toMatch(/4 requests asked for it in operations whose text is not known/);
});
