import { readFile, writeFile } from 'node:fs/promises';
import { gatewaySettings, startGateway } from '@banyan/gateway';
import { readConfig } from '@banyan/kit';
import { compose } from '@banyan/kit/composition';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { subgraphs } from './authorizationGraph.ts';
import { ask } from './harness/client.ts';
import { type Issuer, startIssuer } from './harness/issuer.ts';
import { type SmallWorld, startSmallGraph, startSmallWorld } from './harness/smallGraph.ts';

/**
 * Ways round authorisation that other gateways have had (CVE-2025-64530, CVE-2025-64347), each beside its nearest neighbour that is
 * answered.
 */

let issuer: Issuer;
let world: SmallWorld;

beforeAll(async () => {
  issuer = await startIssuer();
  world = await startSmallWorld(subgraphs, issuer.settings);
});
afterAll(async () => {
  await world?.stop();
  await issuer?.stop();
});

interface Caller {
  scope?: string;
  policies?: unknown;
}
const nobody = undefined;
const member: Caller = {};

async function observe(query: string, caller: Caller | undefined, endpoint = world.endpoint) {
  const before = world.asked('things') + world.asked('facts');
  const token = caller && (await issuer.tokenOf('ann', caller.scope, { policies: caller.policies }));
  const { data, errors } = await ask<Record<string, unknown>>(endpoint, query, {}, token);
  const codes = errors?.map(({ path, extensions }) => `${path?.join('.')} ${extensions.code}`) ?? [];
  return { data, codes, asked: world.asked('things') + world.asked('facts') - before };
}

const U = 'UNAUTHENTICATED';
const F = 'FORBIDDEN';

/** What is refused with what data and errors, and its neighbour, which is answered. */
type Row = [
  what: string,
  caller: Caller | undefined,
  refused: string,
  data: object | null,
  codes: string[],
  legal: string,
];

const rows: Row[] = [
  [
    'an interface’s field that a protected type has',
    nobody,
    '{ posts { title } }',
    { posts: [{ title: null }, { title: null }] },
    [`posts.@.title ${U}`],
    '{ posts { ... on Article { title } } }',
  ],
  [
    'an interface above the interface',
    nobody,
    '{ posts { ... on Node { id } } }',
    { posts: [null, null] },
    [`posts.@.id ${U}`],
    '{ articles { ... on Node { id } } }',
  ],
  [
    'a protected type in an interface',
    nobody,
    '{ posts { ... on Article { title } ... on Draft { title } } }',
    { posts: [{ title: 'open' }, { title: null }] },
    [`posts.@.title ${U}`],
    '{ posts { ... on Article { title } ... on Counted { words } } }',
  ],
  [
    'a protected type by a name that is open',
    nobody,
    '{ posts { ... on Article { title } ... on Draft { words: title } } }',
    { posts: [{ title: 'open' }, { words: null }] },
    [`posts.@.words ${U}`],
    '{ posts { ... on Article { words: title } } }',
  ],
  [
    'a protected type in a union',
    nobody,
    '{ found { ...A ...D } } fragment A on Article { title } fragment D on Draft { title }',
    { found: [{ title: 'open' }, { title: null }] },
    [`found.@.title ${U}`],
    '{ found { ...A } } fragment A on Article { title }',
  ],
  [
    'a union’s members by their interface',
    nobody,
    '{ found { ... on Post { title } } }',
    { found: [{ title: null }, { title: null }] },
    [`found.@.title ${U}`],
    '{ found { ... on Counted { words } } }',
  ],
  [
    'one fragment in two places, of which one is protected',
    nobody,
    '{ articles { ...P } posts { ...P } } fragment P on Post { title }',
    { articles: [{ title: 'open' }], posts: [{ title: null }, { title: null }] },
    [`posts.@.title ${U}`],
    '{ articles { ...P } posts { ... on Article { ...P } } } fragment P on Post { title }',
  ],
  [
    '__typename of a protected type',
    nobody,
    '{ drafts { __typename } }',
    { drafts: null },
    [`drafts ${U}`],
    '{ posts { __typename } found { __typename } }',
  ],
  [
    'a field of an interface object',
    nobody,
    '{ media { views likes } }',
    { media: [{ views: null, likes: 7 }] },
    [`media.@.views ${U}`],
    '{ media { likes } }',
  ],
  [
    'a field of an interface object by a type that implements it',
    nobody,
    '{ media { ... on Image { url views } } }',
    { media: [{ url: 'open', views: null }] },
    [`media.@.views ${U}`],
    '{ media { ... on Image { url likes } } }',
  ],
  [
    'a key that the plan needs',
    nobody,
    '{ product { sku stars name: sku } }',
    { product: { sku: null, stars: 4, name: null } },
    [`product.sku ${U}`, `product.name ${U}`],
    '{ product { name stars } }',
  ],
  [
    'a field that needs a protected one',
    nobody,
    '{ product { discount stars } }',
    { product: { discount: null, stars: 4 } },
    [`product.discount ${U}`],
    '{ product { stars } }',
  ],
  [
    'half of what an alternative of scopes asks',
    { scope: 'audit other' },
    '{ product { margin name } }',
    { product: { margin: null, name: 'a hat' } },
    [`product.margin ${F}`],
    '{ product { price name } }',
  ],
  [
    'a scope in the place of a policy',
    { scope: 'hr' },
    '{ product { salary both } }',
    { product: { salary: null, both: null } },
    [`product.salary ${F}`, `product.both ${F}`],
    '{ product { price } }',
  ],
  [
    'a policy that is no list',
    { policies: 'hr' },
    '{ product { salary } }',
    { product: { salary: null } },
    [`product.salary ${F}`],
    '{ product { sku } }',
  ],
  [
    'a directive under another name',
    nobody,
    '{ product { price } }',
    { product: { price: null } },
    [`product.price ${U}`],
    '{ open }',
  ],
];

describe.each(rows)('%s', (_what, caller, refused, data, codes, legal) => {
  test('is refused, and no word of it told', async () => {
    const found = await observe(refused, caller);
    expect({ data: found.data, codes: found.codes }).toEqual({ data, codes });
    expect(JSON.stringify(found.data)).not.toContain('SECRET');
  });
  test('is answered to whoever may', async () => {
    const { data: whole, codes: none } = await observe(refused, { scope: 'admin', policies: ['hr'] });
    expect([none, JSON.stringify(whole)]).toEqual([[], expect.not.stringContaining('null')]);
  });
  test('and its neighbour is answered', async () => {
    const { data: whole, codes: none } = await observe(legal, caller);
    expect([none, JSON.stringify(whole)]).toEqual([[], expect.not.stringContaining('null')]);
  });
});

test.each([
  ['{ product { margin } }', { scope: 'read audit' }],
  ['{ product { salary both } }', { policies: ['it', 'hr'] }],
])('%s is answered to %j', async (query, caller) => {
  expect((await observe(query, caller)).codes).toEqual([]);
});

test('of what is refused altogether no subgraph is asked', async () => {
  expect(await observe('{ drafts { title } again: drafts { id } }', nobody)).toEqual({
    data: { drafts: null, again: null },
    codes: [`drafts ${U}`, `again ${U}`],
    asked: 0,
  });
  expect((await observe('{ drafts { title } }', member)).asked).toBe(1);
});

test('policies of one person’s two tokens are not mixed, in any order and at the same time', async () => {
  const query = '{ product { name salary } }';
  const turns = [['hr'], [], ['hr'], ['it'], ['hr'], []];
  const answers = [];
  for (const policies of turns) answers.push(await observe(query, { policies }));
  answers.push(...(await Promise.all(turns.map((policies) => observe(query, { policies })))));
  expect(answers.map(({ data }) => data)).toEqual(
    [...turns, ...turns].map((policies) => ({
      product: { name: 'a hat', salary: policies.includes('hr') ? 9 : null },
    })),
  );
});

test('the schema is no secret', async () => {
  const { data, codes } = await observe(
    '{ __type(name: "Draft") { fields { name } } __schema { queryType { name } } }',
    nobody,
  );
  expect(codes).toEqual([]);
  expect(data).toMatchObject({ __type: { fields: [{ name: 'id' }, { name: 'title' }] } });
});

test('an older composition’s directive on an interface is asked of its types', async () => {
  const graph = await startSmallGraph(subgraphs);
  const sdl = await readFile(graph.file, 'utf8');
  await writeFile(graph.file, sdl.replace('interface Counted', 'interface Counted @signedIn'));
  const env = { PORT: '0', LOG_LEVEL: 'silent', SUPERGRAPH: graph.file, ...issuer.settings };
  const gateway = await startGateway(readConfig(gatewaySettings, env));
  const query = '{ articles { words } }';
  const endpoint = `${gateway.url}/graphql`;
  expect(await observe(query, nobody, endpoint)).toMatchObject({ data: { articles: null }, codes: [`articles ${U}`] });
  expect(await observe(query, member, endpoint)).toMatchObject({ data: { articles: [{ words: 5 }] }, codes: [] });
  await gateway.stop();
  await graph.stop();
});

test('Apollo’s executor is not started with what it would not enforce', async () => {
  const env = { PORT: '0', LOG_LEVEL: 'silent', SUPERGRAPH: world.file, GATEWAY_EXECUTOR: 'stock' };
  await expect(startGateway(readConfig(gatewaySettings, env))).rejects.toThrow('run with GATEWAY_EXECUTOR=engine');
});

test.each([
  ['a directive on an interface', 'interface Counted {', 'interface Counted @signedIn {'],
  [
    '@requires of a protected field by an open one',
    '@requires(fields: "price") @signedIn',
    '@requires(fields: "price")',
  ],
])('%s does not compose', (_, before, after) => {
  const sources = Object.entries(subgraphs).map(([name, { sdl }]) => ({ name, url: 'http://localhost', sdl }));
  expect(compose(sources)).toMatchObject({ ok: true });
  const changed = sources.map((source) => ({ ...source, sdl: source.sdl.replace(before, after) }));
  expect(compose(changed)).toMatchObject({ ok: false });
});
