import { compose } from '@banyan/kit/composition';
import { describe, expect, test } from '@jest/globals';
import { isMet, type Requirement } from './conditions.ts';
import { type Requirements, readRequirements } from './requirements.ts';

/** Composes one subgraph with the imports given, and reads what the supergraph asks. */
function requirementsOf(imports: string, sdl: string): Requirements {
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])`;
  const build = compose([{ name: 'a', url: 'http://localhost:1/graphql', sdl: `${link}\n${sdl}` }]);
  if (!build.ok) throw new Error(JSON.stringify(build.errors));
  return readRequirements(build.supergraphSdl);
}

const inShort = (requirement: Requirement | undefined): unknown[] | undefined =>
  requirement?.map((condition) => ('anyOf' in condition ? { [condition.kind]: condition.anyOf } : condition.kind));

/** A supergraph as other composers may write it. */
const supergraph = (links: string, types: string): string => `schema ${links} { query: Query }\n${types}`;

describe('names of the directives', () => {
  const type = (directive: string) => `type Query { open: Int closed: Int ${directive} }`;

  test.each([
    ['imported', '"@authenticated"', '@authenticated', ['authenticated']],
    ['renamed', '{ name: "@authenticated", as: "@signedIn" }', '@signedIn', ['authenticated']],
    ['prefixed', '"@key"', '@federation__authenticated', ['authenticated']],
    [
      'swapped with another',
      '{ name: "@authenticated", as: "@tag" }, { name: "@tag", as: "@authenticated" }',
      '@tag',
      ['authenticated'],
    ],
    [
      'scopes renamed',
      '{ name: "@requiresScopes", as: "@may" }',
      '@may(scopes: [["a", "b"], ["c"]])',
      [{ scopes: [['a', 'b'], ['c']] }],
    ],
    ['policies renamed', '{ name: "@policy", as: "@if" }', '@if(policies: [["p"]])', [{ policies: [['p']] }]],
  ])('%s, through composition', (_, imports, directive, expected) => {
    const { fields } = requirementsOf(imports, type(directive));
    expect(inShort(fields.get('Query.closed'))).toEqual(expected);
    expect(fields.get('Query.open')).toBeUndefined();
  });

  const url = 'https://specs.apollo.dev/authenticated/v0.1';
  test.each([
    ['not imported', `@link(url: "${url}")`, '@authenticated'],
    ['under another namespace', `@link(url: "${url}", as: "auth")`, '@auth'],
    ['with a trailing slash', `@link(url: "${url}/")`, '@authenticated'],
    ['by @core', `@core(feature: "${url}", as: "auth", for: SECURITY)`, '@auth'],
    ['by @link renamed', `@l(url: "https://specs.apollo.dev/link/v1.0", as: "l") @l(url: "${url}", as: "x")`, '@x'],
  ])('%s, as the supergraph writes it', (_, link, directive) => {
    const { fields } = readRequirements(supergraph(link, type(directive)));
    expect(inShort(fields.get('Query.closed'))).toEqual(['authenticated']);
  });

  test('somebody else’s directive of the same name says nothing', () => {
    const link = '@link(url: "https://specs.example.com/authenticated/v0.1")';
    expect(readRequirements(supergraph(link, type('@authenticated'))).fields.size).toBe(0);
    expect(readRequirements(supergraph('', type('@authenticated'))).fields.size).toBe(0);
  });

  test.each([
    ['a version to come', '@link(url: "https://specs.apollo.dev/policy/v0.2")'],
    [
      'a version to come, for all it says',
      '@link(url: "https://specs.apollo.dev/requiresScopes/v1.0", for: EXECUTION)',
    ],
  ])('%s is not guessed at', (_, link) => {
    expect(() => readRequirements(supergraph(link, type('')))).toThrow(/only v0.1 is known/);
  });

  test('scopes that cannot be read are not taken for none', () => {
    const link = '@link(url: "https://specs.apollo.dev/requiresScopes/v0.1")';
    expect(() => readRequirements(supergraph(link, type('@requiresScopes(scopes: ["a"])')))).toThrow(/list of lists/);
  });
});

test('objects, fields, enums and scalars, and what extensions add', () => {
  const { types, fields } = readRequirements(
    supergraph(
      '@link(url: "https://specs.apollo.dev/authenticated/v0.1") @link(url: "https://specs.apollo.dev/policy/v0.1")',
      `type Query @authenticated { a: Int @policy(policies: [["p"]]) @policy(policies: [["q"]]) }
       extend type Query @policy(policies: [["r"]]) { b: Int @authenticated }
       enum Kind @authenticated { A }
       scalar Secret @policy(policies: [[]])
       scalar Url @authenticated`,
    ),
  );
  expect(Object.fromEntries([...types].map(([name, requirement]) => [name, inShort(requirement)]))).toEqual({
    Query: ['authenticated', { policies: [['r']] }],
    Kind: ['authenticated'],
    Url: ['authenticated'],
  });
  expect(inShort(fields.get('Query.a'))).toEqual([{ policies: [['p']] }, { policies: [['q']] }]);
  expect(inShort(fields.get('Query.b'))).toEqual(['authenticated']);
});

test.each([
  [['a', 'b'], true],
  [['c'], true],
  [['a'], false],
  [['a', 'd'], false],
  [[], false],
])('(a and b) or c is met by %j: %p', (scopes, met) => {
  const [condition] =
    requirementsOf(
      '"@requiresScopes"',
      'type Query { a: Int @requiresScopes(scopes: [["a", "b"], ["c"]]) }',
    ).fields.get('Query.a') ?? [];
  if (!condition) throw new Error('nothing read');
  expect(isMet(condition, { isAuthenticated: true, scopes: new Set(scopes), policies: new Set(['a', 'b', 'c']) })).toBe(
    met,
  );
});

describe('interfaces', () => {
  test('what composition writes on them is left to the types that ask it', () => {
    const { types, fields } = requirementsOf(
      '"@authenticated", "@requiresScopes"',
      `type Query { node: Node }
       interface Node { id: ID! name: String }
       type User implements Node { id: ID! name: String @requiresScopes(scopes: [["a"], ["b"]]) }
       type Photo implements Node @authenticated { id: ID! name: String @requiresScopes(scopes: [["c"]]) }`,
    );
    expect([...types.keys()]).toEqual(['Photo']);
    expect([...fields.keys()].sort()).toEqual(['Photo.name', 'User.name']);
  });

  test('composition does not let people write on them', () => {
    const read = () =>
      requirementsOf('"@authenticated"', 'type Query { node: Node } interface Node @authenticated { id: ID! }');
    expect(read).toThrow(/AUTHENTICATION_APPLIED_ON_INTERFACE|interface/i);
  });

  test('what older compositions let people write on them is asked of the types (GHSA-mx7m-j9xf-62hw)', () => {
    const { types, fields } = readRequirements(
      supergraph(
        `@link(url: "https://specs.apollo.dev/authenticated/v0.1")
         @link(url: "https://specs.apollo.dev/requiresScopes/v0.1")`,
        `type Query { node: Node }
         interface Node @authenticated { id: ID! name: String @requiresScopes(scopes: [["a", "b"]]) }
         type User implements Node { id: ID! name: String }
         type Photo implements Node { id: ID! name: String @requiresScopes(scopes: [["a"]]) }`,
      ),
    );
    expect(Object.fromEntries([...types].map(([name, requirement]) => [name, inShort(requirement)]))).toEqual({
      User: ['authenticated'],
      Photo: ['authenticated'],
    });
    expect(inShort(fields.get('User.name'))).toEqual([{ scopes: [['a', 'b']] }]);
    expect(inShort(fields.get('Photo.name'))).toEqual([{ scopes: [['a']] }, { scopes: [['a', 'b']] }]);
  });

  test('what an interface object asks is asked of every type', () => {
    const link =
      'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@interfaceObject", "@authenticated"])';
    const build = compose([
      {
        name: 'a',
        url: 'http://localhost:1/graphql',
        sdl: `${link} type Query { node: Node } interface Node @key(fields: "id") { id: ID! }
              type User implements Node @key(fields: "id") { id: ID! }`,
      },
      {
        name: 'b',
        url: 'http://localhost:2/graphql',
        sdl: `${link} type Node @key(fields: "id") @interfaceObject { id: ID! views: Int @authenticated }`,
      },
    ]);
    if (!build.ok) throw new Error(JSON.stringify(build.errors));
    expect(inShort(readRequirements(build.supergraphSdl).fields.get('User.views'))).toEqual(['authenticated']);
  });
});

describe('fields that need protected fields ask as much, by composition (GHSA-m8jr-fxqx-8xx6)', () => {
  const link = `extend schema @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: ["@key", "@requires", "@external", "@context", "@fromContext", "@authenticated"]
  )`;
  const url = 'http://localhost:1/graphql';
  const composed = (a: string, b: string) => {
    const build = compose([
      { name: 'a', url, sdl: `${link} ${a}` },
      { name: 'b', url, sdl: `${link} ${b}` },
    ]);
    return build.ok ? [] : build.errors.map(({ code }) => code);
  };
  const order = 'type Query { order: Order } type Order @key(fields: "id") { id: ID! card: String @authenticated }';
  const shop = (directive: string) => `type Query { shop: Shop }
    type Shop @key(fields: "id") @context(name: "shop") { id: ID! owner: String @authenticated till: Till }
    type Till @key(fields: "id") { id: ID! report(owner: String @fromContext(field: "$shop { owner }")): String ${directive} }`;

  test.each([
    ['@requires', '', ['MISSING_TRANSITIVE_AUTH_REQUIREMENTS']],
    ['@requires', '@authenticated', []],
  ])('%s with "%s"', (_, directive, codes) => {
    const fee = `type Order @key(fields: "id") { id: ID! card: String @external fee: Int @requires(fields: "card") ${directive} }`;
    expect(composed(order, fee)).toEqual(codes);
  });

  test.each([
    ['@fromContext', '', ['MISSING_TRANSITIVE_AUTH_REQUIREMENTS']],
    ['@fromContext', '@authenticated', []],
  ])('%s with "%s"', (_, directive, codes) => {
    expect(composed(shop(directive), 'type Query { other: Int }')).toEqual(codes);
  });
});
