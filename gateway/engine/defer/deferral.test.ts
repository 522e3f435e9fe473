import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { Preparer } from '../prepare.ts';
import { inParts } from './testing/askInParts.ts';

const sdls = {
  people: `
    type Query { person: Person people: [Person!]! nobody: Person }
    type Mutation { rename(name: String!): Person other: Int }
    type Person @key(fields: "id") { id: ID! name: String friends: [Person!] address: Address }
    type Address { town: String street: String }`,
  posts: `
    type Person @key(fields: "id") { id: ID! posts: [Post!] rank: Int! }
    type Post @key(fields: "id") { id: ID! text: String }`,
  likes: 'type Post @key(fields: "id") { id: ID! likes: Int! }',
};

const person = (id: number) => ({
  id: `${id}`,
  name: `name ${id}`,
  address: { town: 'town', street: 'street' },
});

/** Resolvers that answer as the types have it. */
const subgraphs = {
  people: {
    sdl: sdls.people,
    resolvers: {
      Query: { person: () => person(1), people: () => [person(1), person(2)], nobody: () => null },
      Mutation: { rename: (_: unknown, { name }: { name: string }) => ({ ...person(1), name }), other: () => 1 },
      Person: {
        __resolveReference: ({ id }: { id: string }) => person(Number(id)),
        friends: ({ id }: { id: string }) => [person(Number(id) + 1), person(Number(id) + 2)],
      },
    },
  },
  posts: {
    sdl: sdls.posts,
    resolvers: {
      Person: {
        posts: ({ id }: { id: string }) => [
          { id: `${id}a`, text: `text ${id}a` },
          { id: `${id}b`, text: `text ${id}b` },
        ],
        rank: ({ id }: { id: string }) => Number(id) * 10,
      },
      Post: { __resolveReference: ({ id }: { id: string }) => ({ id, text: `text ${id}` }) },
    },
  },
  likes: { sdl: sdls.likes, resolvers: { Post: { likes: ({ id }: { id: string }) => id.length } } },
};

const local = inParts(subgraphs);

test('what is deferred comes after all else, with its path and label', async () => {
  expect(await local.ask('{ person { name ... @defer(label: "later") { rank } } }')).toEqual([
    { data: { person: { name: 'name 1' } }, pending: [{ path: ['person'], label: 'later' }] },
    [{ path: ['person'], label: 'later', data: { rank: 10 } }],
  ]);
});

test('a fragment spread is deferred, at each item of a list, in one result', async () => {
  const text = '{ people { id ...Rank @defer } } fragment Rank on Person { rank posts { text } }';
  const posts = (id: number) => [{ text: `text ${id}a` }, { text: `text ${id}b` }];
  expect(await local.ask(text)).toEqual([
    { data: { people: [{ id: '1' }, { id: '2' }] }, pending: [{ path: ['people', 0] }, { path: ['people', 1] }] },
    [
      { path: ['people', 0], data: { rank: 10, posts: posts(1) } },
      { path: ['people', 1], data: { rank: 20, posts: posts(2) } },
    ],
  ]);
});

test('what needs no other fetch is deferred as well', async () => {
  expect(await local.ask('{ person { id ... @defer { name address { town } } } }')).toEqual([
    { data: { person: { id: '1' } }, pending: [{ path: ['person'] }] },
    [{ path: ['person'], data: { name: 'name 1', address: { town: 'town' } } }],
  ]);
});

test('the root can be deferred', async () => {
  expect(await local.ask('{ ... @defer { person { rank } } people { id } }')).toEqual([
    { data: { people: [{ id: '1' }, { id: '2' }] }, pending: [{ path: [] }] },
    [{ path: [], data: { person: { rank: 10 } } }],
  ]);
});

test('a deferred fragment in a deferred fragment comes after it, or with it', async () => {
  const text = '{ person { id ... @defer(label: "outer") { posts { text ... @defer(label: "inner") { likes } } } } }';
  const posts = [{ text: 'text 1a' }, { text: 'text 1b' }];
  const results = (await local.ask(text)) as [unknown, ...unknown[][]];
  const [initial, ...rest] = results;
  expect(initial).toEqual({ data: { person: { id: '1' } }, pending: [{ path: ['person'], label: 'outer' }] });
  expect(rest.flat()).toEqual([
    { path: ['person'], label: 'outer', data: { posts } },
    { path: ['person', 'posts', 0], label: 'inner', data: { likes: 2 } },
    { path: ['person', 'posts', 1], label: 'inner', data: { likes: 2 } },
  ]);
});

test('one fragment that is spread at several places, and several fragments at one place', async () => {
  const text = `{
    person { ...Rank @defer(label: "one") ... @defer(label: "two") { name } friends { ...Rank @defer(label: "one") } }
  } fragment Rank on Person { rank }`;
  const [initial, ...rest] = (await local.ask(text)) as [unknown, ...unknown[][]];
  expect(initial).toMatchObject({ data: { person: { friends: [{}, {}] } } });
  expect(rest.flat()).toHaveLength(4);
  expect(rest.flat()).toEqual(
    expect.arrayContaining([
      { path: ['person'], label: 'one', data: { rank: 10 } },
      { path: ['person'], label: 'two', data: { name: 'name 1' } },
      { path: ['person', 'friends', 0], label: 'one', data: { rank: 20 } },
      { path: ['person', 'friends', 1], label: 'one', data: { rank: 30 } },
    ]),
  );
});

test('nothing is deferred of an object that is not there', async () => {
  expect(await local.ask('{ nobody { ... @defer { rank } } person { id } }')).toEqual([
    { data: { nobody: null, person: { id: '1' } } },
  ]);
});

test.each([
  ['a variable that is true', '($if: Boolean!)', '$if', { if: true }, true],
  ['a variable that is false', '($if: Boolean!)', '$if', { if: false }, false],
  ['a variable with a default', '($if: Boolean = false)', '$if', {}, false],
  ['a variable that is not given', '($if: Boolean)', '$if', {}, true],
  ['true', '', 'true', {}, true],
  ['false', '', 'false', {}, false],
])('@defer(if:) with %s', async (_, declared, condition, variables, isDeferred) => {
  const text = `query ${declared} { person { id ... @defer(if: ${condition}) { rank } } }`;
  const results = await local.ask(text, { variables });
  expect(results).toHaveLength(isDeferred ? 2 : 1);
  if (!isDeferred) expect(results).toEqual([{ data: { person: { id: '1', rank: 10 } } }]);
});

test('@skip and @include decide before @defer', async () => {
  const text = `query ($yes: Boolean!) {
    person { id ...Rank @include(if: $yes) @defer ... @skip(if: $yes) @defer { name } ... @defer { posts @skip(if: $yes) { id } } }
  } fragment Rank on Person { rank }`;
  const [initial, ...rest] = (await local.ask(text, { variables: { yes: true } })) as [object, ...unknown[][]];
  expect(initial).toMatchObject({ data: { person: { id: '1' } } });
  expect(rest.flat()).toEqual(expect.arrayContaining([{ path: ['person'], data: { rank: 10 } }]));
  expect(JSON.stringify(rest)).not.toContain('name');
});

test('the fields of a mutation are not deferred, what is below them is', async () => {
  const text = 'mutation { ... @defer { other } rename(name: "new") { name ... @defer { rank } } }';
  local.sent.length = 0;
  expect(await local.ask(text)).toEqual([
    { data: { other: 1, rename: { name: 'new' } }, pending: [{ path: ['rename'] }] },
    [{ path: ['rename'], data: { rank: 10 } }],
  ]);
  expect(local.sent.filter(({ isMutation }) => isMutation)).toHaveLength(1);
});

test('without being asked for parts everything comes at once, and is planned as without @defer', async () => {
  const plan = (text: string) => local.preparer.prepare(parse(text)).plan;
  const deferred = plan('{ person { id ...Rank @defer } } fragment Rank on Person { rank }');
  expect(deferred).toEqual(plan('{ person { id ...Rank } } fragment Rank on Person { rank }'));
});

test('an operation in parts is planned once for each set of conditions, and once for all that is not in parts', () => {
  const preparer = new Preparer(local.supergraph);
  const document = parse('query ($if: Boolean!, $x: Int) { person { id ... @defer(if: $if) { rank } } }');
  const prepare = (incremental: boolean, variables: object) =>
    preparer.prepare(document, { incremental, variables: { ...variables } });
  const inPartsOne = prepare(true, { if: true, x: 1 });
  expect(prepare(true, { if: true, x: 2 })).toBe(inPartsOne);
  expect(prepare(true, { if: false })).not.toBe(inPartsOne);
  expect(prepare(true, { if: false })).toBe(prepare(false, { if: true }));
  expect(preparer.size).toBe(2);
  // Of the client's variables only the conditions are kept.
  expect(preparer.mostUsed(2).map(({ options }) => options.variables)).not.toContainEqual({ if: true, x: 1 });
});
