import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask } from '../harness/client.ts';
import { type RegistryWorld, startRegistryWorld } from './registryWorld.ts';

let world: RegistryWorld;

const secret = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@tag"])
type Query { open: Int @tag(name: "public") hidden: Int }
`;

beforeAll(async () => {
  world = await startRegistryWorld();
  await publish('g', 'main', secret);
  await world.want(contract('main', ['public']));
});

afterAll(() => world?.stop());

const publish = (graph: string, variant: string, sdl: string) =>
  world.want<{ graph: { publishSubgraph: { errors: object[] } } }>(
    `mutation ($sdl: String!, $graph: ID!, $variant: String!) { graph(id: $graph) { publishSubgraph(
       name: "a", graphVariant: $variant, url: "http://a.test/", revision: "", activePartialSchema: { sdl: $sdl }) { errors { message } } } }`,
    { sdl, graph, variant },
  );

const contract = (source: string | undefined, include: string[]) => `mutation { graph(id: "g") { upsertContractVariant(
  contractVariantName: "public" ${source ? `sourceVariant: "${source}"` : ''}
  filterConfig: { include: ${JSON.stringify(include)}, exclude: [], hideUnreachableTypes: true }) {
    __typename ... on ContractVariantUpsertErrors { errorMessages } } } }`;

async function keyFor(role: string, variant?: string): Promise<string> {
  const resources = variant && { gateways: [{ graphId: 'g', variantName: variant }] };
  const { organization } = await world.want<{ organization: { createKey: { token: string } } }>(
    `mutation ($role: KeyRole!, $resources: ApiKeyResourceInput) { organization(id: "banyan") {
       createKey(name: "k", role: $role, resources: $resources) { token } } }`,
    { role, resources },
  );
  return organization.createKey.token;
}

const askWith = (key: string, query: string, variables: object = {}) =>
  ask<Record<string, never>>(world.endpoint, query, variables, undefined, { 'x-api-key': key });

describe('without a key', () => {
  const post = (path: string, body: string) =>
    fetch(`${world.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const health = async () => (await fetch(`${world.url}/health/live`)).status;

  test('a large question to Uplink is refused before it is read', async () => {
    const body = JSON.stringify({ query: `{${'a '.repeat(4_000_000)}}` });
    expect((await post('/uplink', body)).status).toBe(413);
    expect(await health()).toBe(200);
  });

  test('a question to Uplink with many tokens or aliases is refused, one of the usual form is not', async () => {
    const one = (alias: string) => `${alias}: routerConfig(ref: "g@main", apiKey: "${'k'.repeat(20)}") { __typename }`;
    const many = Array.from({ length: 50 }, (_, at) => one(`a${at}`)).join(' ');
    for (const query of [`{ ${many} }`, `{ ${'__typename '.repeat(600)} }`]) {
      const { errors } = await (await post('/uplink', JSON.stringify({ query }))).json();
      expect(errors[0].message).toMatch(/aliases|tokens/i);
    }
    const { data } = await (await post('/uplink', JSON.stringify({ query: `{ ${one('a')} }` }))).json();
    expect(data).toEqual({ a: { __typename: 'FetchError' } });
  });

  test('nobody gets an answer', async () => {
    const { errors, status } = await ask(world.endpoint, '{ me { id } }');
    expect(status).toBe(200);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('a key for a contract', () => {
  test('reads the contract, and nothing of its source', async () => {
    const key = await keyFor('READ', 'public');
    const open = await askWith(
      key,
      '{ variant(ref: "g@public") { ... on GraphVariant { latestPublication { schema { document } } } } }',
    );
    expect(JSON.stringify(open.data)).toContain('open');
    expect(JSON.stringify(open.data)).not.toContain('hidden');
    for (const part of ['sourceVariant { name }', 'sourceVariant { subgraphs { activePartialSchema { sdl } } }']) {
      const { errors } = await askWith(key, `{ variant(ref: "g@public") { ... on GraphVariant { ${part} } } }`);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    const own = await askWith(
      key,
      '{ variant(ref: "g@public") { ... on GraphVariant { subgraphs { name } subgraph(name: "a") { name } } } }',
    );
    expect(own.data.variant).toEqual({ subgraphs: null, subgraph: null });
    expect((await askWith(key, '{ variant(ref: "g@main") { __typename } }')).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  });

  test('does not lift its filter, whether it names the source or not', async () => {
    const key = await keyFor('PUBLISH', 'public');
    for (const source of ['main', undefined]) {
      const { errors } = await askWith(key, contract(source, []));
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    expect(await world.want(contract(undefined, ['public']))).toMatchObject({
      graph: { upsertContractVariant: { __typename: 'ContractVariantUpsertSuccess' } },
    });
  });
});

describe('what is too much', () => {
  test('many publishes in one request by aliases', async () => {
    const one = (at: number) => `a${at}: __typename`;
    const query = (count: number) => `{ ${Array.from({ length: count }, (_, at) => one(at)).join(' ')} }`;
    expect((await askWith(world.adminKey, query(20))).errors).toBeUndefined();
    expect((await askWith(world.adminKey, query(21))).errors?.[0]?.message).toMatch(/20 aliases/);
  });

  test('checks beyond those that run are told to come later, and publishing goes on meanwhile', async () => {
    const key = await keyFor('CHECK', 'main');
    const submit = () =>
      askWith(
        key,
        `mutation ($sdl: GraphQLDocument!) { graph(id: "g") { variant(name: "main") { submitSubgraphCheckAsync(input: {
           subgraphName: "a", proposedSchema: $sdl, gitContext: {}, isSandbox: false, config: {} }) { __typename } } } }`,
        { sdl: secret },
      );
    const answers = await Promise.all([
      ...Array.from({ length: 12 }, submit),
      publish('other', 'main', 'type Query { a: Int }'),
    ]);
    const kinds = answers.slice(0, -1).map((answer) => JSON.stringify(answer));
    expect(kinds.filter((answer) => answer.includes('RateLimitExceededError')).length).toBeGreaterThan(0);
    expect(kinds.filter((answer) => answer.includes('CheckRequestSuccess')).length).toBeGreaterThanOrEqual(5);
    expect((await submit()).data).toMatchObject({
      graph: { variant: { submitSubgraphCheckAsync: { __typename: 'CheckRequestSuccess' } } },
    });
  });

  test('a schema beyond the limit is told so at once, in the answer that rover reads', async () => {
    const { status, errors } = await askWith(world.adminKey, '{ __typename }', { sdl: ' '.repeat(17 * 1024 * 1024) });
    expect(status).toBe(200);
    expect(errors?.[0]?.message).toMatch(/larger than 16 MiB/);
    const deep = `type Query { a: ${'['.repeat(200_000)}`;
    await expect(publish('g', 'deep', deep)).rejects.toThrow(/nested too deeply|Syntax Error/);
    expect((await fetch(`${world.url}/health/live`)).status).toBe(200);
  });
});

test.each([
  ['variant(name: "")', '{ graph(id: "g") { variant(name: "") { id } } }', /empty/],
  ['a check that is none', '{ graph(id: "g") { checkWorkflow(id: "") { id } } }', undefined],
  [
    'a rule that is none',
    'mutation { graph(id: "g") { variant(name: "main") { updateCheckSettings(input: { lintLevels: [{ rule: "NO_SUCH_RULE", level: ERROR }] }) { strict } } } }',
    /no lint rule NO_SUCH_RULE/,
  ],
  [
    'a window beyond what is kept',
    'mutation { graph(id: "g") { variant(name: "main") { updateCheckSettings(input: { windowHours: 2161 }) { strict } } } }',
    /90 days/,
  ],
])('%s', async (_what, query, words) => {
  const { errors } = await askWith(world.adminKey, query);
  if (words) expect(errors?.[0]?.message).toMatch(words);
  else expect(errors).toBeUndefined();
});

test('a list of persisted queries loses operations, and can be left and deleted', async () => {
  const body = 'query A { open }';
  const list = 'persistedQueryList(id: "variant:main")';
  await world.want(
    `mutation ($body: GraphQLDocument!) { graph(id: "g") { ${list} {
    publishOperations(operations: [{ id: "a", name: "A", type: QUERY, body: $body }]) { __typename } } } }`,
    { body },
  );
  const gone = await world.want<{ graph: { persistedQueryList: { removeOperations: object } } }>(
    `mutation { graph(id: "g") { ${list} { removeOperations(operations: [{ id: "a" }]) { operationCount variants } } } }`,
  );
  expect(gone.graph.persistedQueryList.removeOperations).toEqual({ operationCount: 0, variants: ['main'] });
  const remove = () => askWith(world.adminKey, `mutation { graph(id: "g") { ${list} { delete } } }`);
  expect((await remove()).errors?.[0]?.message).toMatch(/Unlink it from main first/);
  await world.want(
    'mutation { graph(id: "g") { variant(name: "main") { linkPersistedQueryList(listId: null) { name } } } }',
  );
  expect((await remove()).data).toEqual({ graph: { persistedQueryList: { delete: true } } });
});
