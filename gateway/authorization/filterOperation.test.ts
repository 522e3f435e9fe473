import { describe, expect, test } from '@jest/globals';
import { type DocumentNode, parse, print, stripIgnoredCharacters, validate } from 'graphql';
import type { Caller } from './conditions.ts';
import { filterOperation } from './filterOperation.ts';
import { answer, schemaOf } from './reference.ts';
import { errorsOf } from './removed.ts';
import { readRequirements } from './requirements.ts';
import { AccessRules } from './rules.ts';
import { conditionsTouched, outcomeOf, policiesOf } from './touched.ts';

const sdl = `
  schema
    @link(url: "https://specs.apollo.dev/authenticated/v0.1", import: [{ name: "@authenticated", as: "@signedIn" }])
    @link(url: "https://specs.apollo.dev/requiresScopes/v0.1")
    @link(url: "https://specs.apollo.dev/policy/v0.1")
  { query: Query mutation: Mutation subscription: Subscription }
  directive @defer(if: Boolean, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
  type Query {
    me: User @signedIn
    user(id: ID, kind: Kind): User
    users: [[User!]]
    node: Node
    nodes: [Node!]!
    found: [Found]
    vault: Vault
    hidden: Hidden
    kind: Kind
    kinds: [Kind!]!
    token: Token
    open: Int
  }
  interface Node { id: ID! name: String self: Node }
  type User implements Node {
    id: ID!
    name: String
    self: User
    email: String @requiresScopes(scopes: [["email"], ["admin", "support"]])
    ssn: String! @policy(policies: [["hr"]])
    both: Int @signedIn @policy(policies: [["hr"]])
    friend: User
  }
  type Photo implements Node { id: ID! name: String @signedIn self: Photo }
  type Vault implements Node @signedIn { id: ID! name: String self: Vault }
  type Safe @signedIn { id: ID! }
  union Found = User | Vault
  union Hidden = Vault | Safe
  enum Kind @signedIn { A B }
  scalar Token @policy(policies: [["hr"]])
  type Mutation { rename(name: String): User drop: Int @requiresScopes(scopes: [["admin"]]) vault: Vault }
  type Subscription { renamed: User dropped: Int @signedIn }`;
const schema = schemaOf(sdl);
const rules = new AccessRules(schema, readRequirements(sdl));

const as = (isAuthenticated: boolean, scopes: string[] = [], policies: string[] = []): Caller => ({
  isAuthenticated,
  scopes: new Set(scopes),
  policies: new Set(policies),
});
const nobody = as(false);
const member = as(true);

const compact = (document: DocumentNode | undefined) => document && stripIgnoredCharacters(print(document));

function filter(operation: string, caller: Caller, name?: string, variables: Record<string, unknown> = {}) {
  const document = parse(operation);
  expect(validate(schema, document)).toEqual([]);
  const filtered = filterOperation(document, name, rules, caller);
  if (filtered.document) expect(validate(schema, filtered.document)).toEqual([]);
  expect(validate(schema, filtered.projection)).toEqual([]);
  const errors = errorsOf(filtered, variables).map(({ path, extensions }) => `${path?.join('/')} ${extensions.code}`);
  return { filtered, kept: compact(filtered.document), errors };
}

const U = 'UNAUTHENTICATED';
const F = 'FORBIDDEN';

test.each<[string, string, Caller, string | undefined, string[]]>([
  ['a field', '{ me { name } open }', nobody, '{open}', [`me ${U}`]],
  ['a field that may be read', '{ me { name } open }', member, '{me{name}open}', []],
  ['nothing left', '{ me { name } }', nobody, undefined, [`me ${U}`]],
  ['a scope', '{ user { name email } }', member, '{user{name}}', [`user/email ${F}`]],
  ['one alternative of scopes', '{ user { email } }', as(true, ['email']), '{user{email}}', []],
  ['the other alternative', '{ user { email } }', as(true, ['admin', 'support']), '{user{email}}', []],
  ['half an alternative', '{ user { id email } }', as(true, ['admin']), '{user{id}}', [`user/email ${F}`]],
  ['scopes do not hold policies', '{ user { id ssn } }', as(true, ['hr']), '{user{id}}', [`user/ssn ${F}`]],
  ['a policy', '{ user { ssn } }', as(false, [], ['hr']), '{user{ssn}}', []],
  ['two directives, neither met', '{ user { id both } }', nobody, '{user{id}}', [`user/both ${U}`]],
  ['two directives, one met', '{ user { id both } }', member, '{user{id}}', [`user/both ${F}`]],
  ['two directives, the other met', '{ user { id both } }', as(false, [], ['hr']), '{user{id}}', [`user/both ${U}`]],
  ['an alias', '{ u: user { e: email n: name } }', nobody, '{u:user{n:name}}', [`u/e ${F}`]],
  [
    'an alias that looks like another field',
    '{ user { name: email } }',
    nobody,
    '{user{__typename}}',
    [`user/name ${F}`],
  ],
  ['inside lists of lists', '{ users { name email } }', nobody, '{users{name}}', [`users/@/@/email ${F}`]],
  ['an object by its type', '{ open vault { id } }', nobody, '{open}', [`vault ${U}`]],
  ['an enum', '{ open kind kinds }', nobody, '{open}', [`kind ${U}`, `kinds ${U}`]],
  ['a scalar', '{ open token }', member, '{open}', [`token ${F}`]],
  ['a protected enum as an argument', '{ user(kind: A) { name } }', nobody, '{user(kind:A){name}}', []],
  [
    'all of an object: whether it is there may be known',
    '{ user { email } }',
    nobody,
    '{user{__typename}}',
    [`user/email ${F}`],
  ],
  ['a mutation', 'mutation { drop rename { name } }', member, 'mutation{rename{name}}', [`drop ${F}`]],
  [
    'a mutation of which nothing may be read runs',
    'mutation { rename { email } }',
    member,
    'mutation{rename{__typename}}',
    [`rename/email ${F}`],
  ],
  ['a mutation of a protected type does not', 'mutation { vault { id } }', nobody, undefined, [`vault ${U}`]],
  ['a subscription', 'subscription { dropped }', nobody, undefined, [`dropped ${U}`]],
  [
    'inside a subscription',
    'subscription { renamed { id email } }',
    nobody,
    'subscription{renamed{id}}',
    [`renamed/email ${F}`],
  ],
  [
    'introspection stays',
    '{ __schema { queryType { name } } __type(name: "Vault") { fields { name } } me { id } }',
    nobody,
    '{__schema{queryType{name}}__type(name:"Vault"){fields{name}}}',
    [`me ${U}`],
  ],

  // Interfaces: the types that can answer decide.
  [
    'an interface field that is protected on one type',
    '{ node { name } }',
    nobody,
    '{node{__typename}}',
    [`node/name ${U}`],
  ],
  [
    'an interface field of a type that is protected',
    '{ nodes { id } }',
    nobody,
    '{nodes{__typename}}',
    [`nodes/@/id ${U}`],
  ],
  ['the same for who may', '{ node { id name } }', member, '{node{id name}}', []],
  [
    'fragments on types',
    '{ node { ... on User { name } ... on Photo { id name } ... on Vault { id } } }',
    nobody,
    '{node{...on User{name}...on Photo{id}}}',
    [`node/name ${U}`, `node/id ${U}`],
  ],
  [
    'a named fragment on a protected type',
    '{ node { ...V } } fragment V on Vault { id ...W } fragment W on Vault { name }',
    nobody,
    '{node{__typename}}',
    [`node/id ${U}`, `node/name ${U}`],
  ],
  [
    'an interface inside a fragment on a type',
    '{ node { ... on User { ... on Node { name } } } }',
    nobody,
    '{node{...on User{...on Node{name}}}}',
    [],
  ],
  [
    'an interface field of a covariant type',
    '{ node { ... on Vault { self { id } } ... on User { self { id } } } }',
    nobody,
    '{node{...on User{self{id}}}}',
    [`node/self ${U}`],
  ],
  [
    'an interface field one of whose types is protected',
    '{ node { self { __typename } } }',
    nobody,
    '{node{__typename}}',
    [`node/self ${U}`],
  ],
  [
    'a fragment without a condition',
    '{ user { ... { email } ... @include(if: true) { name } } }',
    nobody,
    '{user{...@include(if:true){name}}}',
    [`user/email ${F}`],
  ],

  // Unions and type names.
  [
    'a union',
    '{ found { ... on User { name } ... on Vault { name } } }',
    nobody,
    '{found{...on User{name}}}',
    [`found/@/name ${U}`],
  ],
  [
    'the type name of what can be a protected type',
    '{ found { __typename } node { __typename } }',
    nobody,
    '{found{__typename}node{__typename}}',
    [],
  ],
  [
    'the type name of a protected type',
    '{ found { ... on Vault { __typename } ... on User { __typename } } }',
    nobody,
    '{found{...on User{__typename}}}',
    [`found/@/__typename ${U}`],
  ],
  ['a union of nothing but protected types', '{ open hidden { __typename } }', nobody, '{open}', [`hidden ${U}`]],
  ['the same for who may', '{ hidden { ... on Safe { id } } }', member, '{hidden{...on Safe{id}}}', []],

  // Named fragments.
  [
    'a fragment in part',
    '{ user { ...A } } fragment A on User { name email }',
    nobody,
    '{user{...A_1}}fragment A_1 on User{name}',
    [`user/email ${F}`],
  ],
  [
    'a fragment in whole, and what only it used',
    '{ user { name ...A } } fragment A on User { ...B email } fragment B on User { ssn }',
    nobody,
    '{user{name}}',
    [`user/ssn ${F}`, `user/email ${F}`],
  ],
  [
    'a fragment on an interface, readable in one place',
    '{ user { ...N } node { ...N } } fragment N on Node { name }',
    nobody,
    '{user{...N}node{__typename}}fragment N on Node{name}',
    [`node/name ${U}`],
  ],
  [
    'a fragment readable in part in one place',
    '{ node { ... on Photo { ...N } ... on User { ...N } } } fragment N on Node { self { __typename name } }',
    nobody,
    '{node{...on Photo{...N_1}...on User{...N_1}}}fragment N_1 on Node{self{__typename}}',
    [`node/self/name ${U}`],
  ],
  [
    'a fragment that becomes two beside one of that name',
    '{ user { ...N ...N_1 } photo: node { ... on Photo { ...N } } } fragment N on Node { id name } fragment N_1 on User { id }',
    nobody,
    '{user{...N ...N_1}photo:node{...on Photo{...N_2}}}fragment N on Node{id name}fragment N_1 on User{id}fragment N_2 on Node{id}',
    [`photo/name ${U}`],
  ],
  [
    'the same fragment in a refused field and outside',
    '{ me { ...A } user { ...A } } fragment A on User { name }',
    nobody,
    '{user{...A}}fragment A on User{name}',
    [`me ${U}`],
  ],
])('%s', (_, operation, caller, kept, errors) => {
  expect(filter(operation, caller)).toMatchObject({ kept, errors });
});

test('variables that only refused fields used go with them', () => {
  const operation =
    'query ($a: ID, $b: Kind, $c: Boolean!) { user(id: $a) { name } v: user(kind: $b) @skip(if: $c) { id } vault { id } }';
  expect(filter(operation, nobody).kept).toBe(compact(parse(operation.replace(' vault { id }', ''))));
  expect(filter('query ($c: Boolean!) { me @include(if: $c) { id } open }', nobody).kept).toBe('{open}');
  expect(
    filter('query ($c: Boolean!) { ...M open } fragment M on Query { me @include(if: $c) { id } }', nobody).kept,
  ).toBe('{open}');
});

test('only the operation that was chosen counts', () => {
  const operations = 'query A { me { id } } query B { open ...N } fragment N on Query { kind }';
  expect(filter(operations, nobody, 'B')).toMatchObject({ kept: 'query B{open}', errors: [`kind ${U}`] });
  expect(filter(operations, nobody, 'A').kept).toBeUndefined();
});

test.each([
  [{ on: true }, [`me ${U}`, `user/email ${F}`]],
  [{ on: false }, [`user/ssn ${F}`]],
])('@skip and @include leave out errors as well: %j', (variables, errors) => {
  const operation = `query ($on: Boolean!) {
    me @include(if: $on) { id }
    user { ...E @include(if: $on) ... @skip(if: $on) { ssn } both @skip(if: true) name @include(if: false) }
  } fragment E on User { email }`;
  expect(filter(operation, nobody, undefined, variables).errors).toEqual(errors);
});

test('a deferred fragment of which nothing is left is no longer deferred', () => {
  const { filtered, kept } = filter(
    '{ user { name ... @defer(label: "x") { email } ... @defer { id email } ...E @defer } } fragment E on User { email }',
    nobody,
  );
  expect(kept).toBe('{user{name ...@defer{id}}}');
  expect(compact(filtered.projection)).toBe(
    '{user{name ...{email}...@defer{id email}...E_1}}fragment E_1 on User{email}',
  );
});

test('what stands where, for who answers', () => {
  const { filtered } = filter('{ nodes { ... on User { f: friend { n: ssn } } } }', member);
  expect(filtered.removed).toEqual([
    {
      path: ['nodes', '@', 'f', 'n'],
      parents: [
        { key: 'nodes', lists: 1, onTypes: new Set(['Query']) },
        { key: 'f', lists: 0, onTypes: new Set(['User']) },
      ],
      key: 'n',
      onTypes: new Set(['User']),
      nonNull: true,
      coordinate: 'User.ssn',
      code: F,
      switches: [],
    },
  ]);
});

test('a refused field gives null, and makes null what cannot hold it', () => {
  const { filtered } = filter('{ user { name email friend { ssn } } kinds }', nobody);
  expect(answer(schema, filtered.projection, filtered).data).toBeNull();
  const nullable = filter('{ user { name email friend { ssn } } kind }', nobody).filtered;
  expect(answer(schema, nullable.projection, nullable).data).toEqual({
    user: { name: '7', email: null, friend: null },
    kind: null,
  });
});

test.each([
  ['{ nodes { self { id } ... on User { self { name } } } }'],
  ['{ nodes { self { ...I } ... on User { self { name } } } } fragment I on Node { id }'],
  ['{ nodes { self { ... on User { id } } ... on User { self { name } } } }'],
])('what a selection on the interface may not, a fragment on a type still may, and only that: %s', (operation) => {
  const { filtered, kept, errors } = filter(operation, nobody);
  expect({ kept, errors }).toEqual({ kept: '{nodes{...on User{self{name}}}}', errors: [`nodes/@/self ${U}`] });
  const data = answer(schema, filtered.projection, filtered).data as { nodes: ({ self: object | null } | null)[] };
  // The id is not nullable, so that refusing it makes null of the user around it.
  expect(data.nodes.map((node) => node?.self)).toEqual(data.nodes.map(() => null));
});

test('the outcome tells callers apart by what the operation touches, and by nothing else', () => {
  const touched = conditionsTouched(parse('{ me { email ssn } }'), undefined, rules);
  expect(policiesOf(touched)).toEqual(['hr']);
  const outcomes = [
    nobody,
    member,
    as(true, ['email']),
    as(true, ['admin', 'support', 'x']),
    as(true, [], ['hr', 'x']),
  ];
  expect(outcomes.map((caller) => outcomeOf(touched, caller))).toEqual(['000', '100', '101', '101', '110']);
  const open = conditionsTouched(parse('query A { open } query B { me { id } }'), 'A', rules);
  expect(outcomes.map((caller) => outcomeOf(open, caller))).toEqual(['', '', '', '', '']);
});

describe('operations made to cost', () => {
  const fragments = (count: number, inner: string) =>
    Array.from(
      { length: count },
      (_, n) => `fragment F${n} on User { ${n + 1 < count ? inner.replaceAll('$', `F${n + 1}`) : 'email'} }`,
    ).join(' ');

  test('fragments within fragments are filtered once, and their places listed up to a hundred', () => {
    const start = performance.now();
    const { filtered, errors } = filterUnvalidated(
      `{ user { ...F0 } } ${fragments(200, 'a: friend { ...$ } b: friend { ...$ }')}`,
    );
    expect(filtered.removed).toHaveLength(100);
    expect(filtered.hasMore).toBe(true);
    expect(errors).toHaveLength(101);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('places that differ in very many ways are judged as one', () => {
    const types = Array.from({ length: 12 }, (_, n) => n);
    const wide = `
      schema @link(url: "https://specs.apollo.dev/authenticated/v0.1") { query: Query }
      type Query { any: Any }
      ${types
        .map(
          (n) =>
            `interface I${n} { id: ID! } type T${n} implements Any & ${types
              .filter((i) => i !== n)
              .map((i) => `I${i}`)
              .join(' & ')} { id: ID! @authenticated }`,
        )
        .join('\n')}
      interface Any { id: ID! }
      type Open implements Any & ${types.map((n) => `I${n}`).join(' & ')} { id: ID! }`;
    const wideRules = new AccessRules(schemaOf(wide), readRequirements(wide));
    const chain = types.map((n) => `fragment F${n} on Any { ... on I${n} { ...F${n + 1} } ...F${n + 1} }`).join(' ');
    const start = performance.now();
    const filtered = filterOperation(
      parse(`{ any { ...F0 } } ${chain} fragment F12 on Any { id }`),
      undefined,
      wideRules,
      nobody,
    );
    if (!filtered.document) throw new Error('the open type is left');
    expect(answer(schemaOf(wide), filtered.document, {}).read).toEqual(new Set(['Query.any']));
    expect(filtered.document.definitions.length).toBeLessThan(1100);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  const filterUnvalidated = (operation: string) => {
    const filtered = filterOperation(parse(operation), undefined, rules, nobody);
    return { filtered, errors: errorsOf(filtered, {}) };
  };
});
