import { expect, test } from '@jest/globals';
import { askable } from './testing/ask.ts';
import { shop } from './testing/shop.ts';

test('a fetch, a fetch for its entities, and one that needs fields of another subgraph', async () => {
  const { ask, sent } = askable(shop);
  const { data } = await ask('{ topProducts(first: 1) { upc shippingEstimate reviews { id author { name } } } }');
  expect(data).toEqual({
    topProducts: [
      {
        upc: 'p0',
        shippingEstimate: 25,
        reviews: [
          { id: 'r0', author: { name: 'Name of user 0' } },
          { id: 'r9', author: { name: 'Name of user 3' } },
          { id: 'r18', author: { name: 'Name of user 0' } },
        ],
      },
    ],
  });
  const inventory = sent.find(({ subgraph }) => subgraph === 'inventory');
  expect(inventory?.variables?.representations).toEqual([{ __typename: 'Product', upc: 'p0', price: 100, weight: 50 }]);
});

test('equal representations are sent once, and equal fetches of one depth travel as one', async () => {
  const { ask, sent } = askable(shop);
  const { data } = await ask(`{
    users { reviews { author { name } product { name } } }
    topProducts { reviews { product { name inStock } author { name } } }
  }`);
  const asked = sent
    .filter(({ subgraph }) => subgraph === 'accounts')
    .map(({ variables }) => variables?.representations);
  expect(asked.slice(1)).toEqual(
    [Array.from({ length: 6 }, (_, at) => ({ __typename: 'User', id: `u${at}` }))].map(expect.arrayContaining),
  );
  expect(sent.filter(({ subgraph }) => subgraph === 'reviews')).toHaveLength(1);
  const users = (data as { users: { reviews: { author: object }[] }[] }).users;
  expect(users[1]?.reviews[0]?.author).toEqual({ name: 'Name of user 1' });
});

test('fields provided by another subgraph are not fetched again', async () => {
  const { ask, sent } = askable(shop);
  await ask('{ topProducts { reviews { author { username } } } }');
  expect(sent.map(({ subgraph }) => subgraph)).toEqual(['products', 'reviews']);
});

test('a field that another subgraph has overridden is asked there; a label decides at its time', async () => {
  const old = {
    sdl: 'type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! from: String also: String }',
  };
  const fresh = {
    sdl: `type Thing @key(fields: "id") {
      id: ID! from: String @override(from: "old") also: String @override(from: "old", label: "percent(5)") }`,
    resolvers: { Thing: { from: () => 'fresh', also: () => 'fresh' } },
  };
  const resolvers = { Query: { thing: () => ({ id: '1', from: 'old', also: 'old' }) } };
  const { ask } = askable({ old: { ...old, resolvers }, fresh });
  expect((await ask('{ thing { from also } }')).data).toEqual({ thing: { from: 'fresh', also: 'old' } });
});

test('skip and include, of literals and variables with defaults, also where they decide what is fetched', async () => {
  const { ask, sent } = askable(shop);
  const text = `query ($reviews: Boolean!, $name: Boolean = true) {
    topProducts(first: 1) { upc @skip(if: true) name @include(if: $name) reviews @include(if: $reviews) { id } }
  }`;
  expect((await ask(text, { variables: { reviews: false } })).data).toEqual({
    topProducts: [{ name: 'A product with the number 0' }],
  });
  expect(sent).toHaveLength(1);
  const { data } = await ask(text, { variables: { reviews: true, name: false } });
  expect(data).toEqual({ topProducts: [{ reviews: [{ id: 'r0' }, { id: 'r9' }, { id: 'r18' }] }] });
  expect(sent).toHaveLength(3);
});

test('variables that are not those of the operation: nothing is executed', async () => {
  const { ask, sent } = askable(shop);
  const { data, errors } = await ask('query ($id: ID!) { user(id: $id) { id } }');
  expect([data, errors?.[0]?.message]).toEqual([undefined, 'Variable "$id" of required type "ID!" was not provided.']);
  expect(sent).toHaveLength(0);
});

test('mutations run one after the other, in the order of the operation', async () => {
  const log: string[] = [];
  const field = (name: string) => async () => {
    log.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, name === 'one' ? 15 : 1));
    log.push(`${name} ends`);
    return { id: name };
  };
  const { ask, sent } = askable({
    a: {
      sdl: 'type Query { a: Int } type Mutation { one: Thing three: Thing } type Thing @key(fields: "id") { id: ID! }',
      resolvers: { Mutation: { one: field('one'), three: field('three') } },
    },
    b: {
      sdl: 'type Mutation { two: Thing } type Thing @key(fields: "id") { id: ID! size: Int }',
      resolvers: { Mutation: { two: field('two') }, Thing: { size: () => 1 } },
    },
  });
  const { data } = await ask('mutation { one { id size } two { id } three { id } }');
  expect(data).toEqual({ one: { id: 'one', size: 1 }, two: { id: 'two' }, three: { id: 'three' } });
  expect(log).toEqual(['one', 'two', 'three'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  expect(sent.map(({ isMutation }) => isMutation)).toContain(true);
  expect(sent.find(({ query }) => query.includes('_entities'))?.isMutation).toBe(false);
});

test('a query below a mutation goes on from there', async () => {
  const { ask } = askable({
    a: {
      sdl: 'type Query { a: Int @shareable } type Mutation { touch: Touched } type Touched { query: Query, at: Int }',
      resolvers: { Mutation: { touch: () => ({ at: 1, query: {} }) } },
    },
    b: { sdl: 'type Query { b: [Int] }', resolvers: { Query: { b: () => [1, 2] } } },
  });
  expect((await ask('mutation { touch { at again: query { __typename b } } }')).data).toEqual({
    touch: { at: 1, again: { __typename: 'Query', b: [1, 2] } },
  });
});

test('lists of lists, aliases, and one field under two names', async () => {
  const { ask } = askable({
    a: {
      sdl: 'type Query { grid: [[Cell]!]! } type Cell @key(fields: "id") { id: ID! corners: [[Corner!]!]! } type Corner { x: Int! }',
      resolvers: {
        Query: { grid: () => [[{ id: '1' }, null], [], [{ id: '2' }]] },
        Cell: { corners: () => [[{ x: 1 }], [{ x: 2 }]] },
      },
    },
    b: {
      sdl: `type Cell @key(fields: "id") { id: ID! corners: [[Corner!]!]! @external sum(of: Int): Int @requires(fields: "corners { x }") }
        type Corner @external { x: Int! }`,
      resolvers: {
        Cell: {
          sum: ({ corners }: { corners: { x: number }[][] }, { of }: { of: number }) =>
            corners.flat().reduce((sum, { x }) => sum + x * of, 0),
        },
      },
    },
  });
  const { data, errors } = await ask('{ grid { once: sum(of: 1) ten: sum(of: 10) kind: __typename } }');
  expect(errors).toBeUndefined();
  const cell = { once: 3, ten: 30, kind: 'Cell' };
  expect(data).toEqual({ grid: [[cell, null], [], [cell]] });
});

test('custom scalars pass as they are', async () => {
  const value = { a: [1, null, { constructor: 'x' }], __proto__: 1 };
  const { ask } = askable({
    a: { sdl: 'type Query { any: Any } scalar Any', resolvers: { Query: { any: () => value } } },
  });
  expect((await ask('{ any }')).data).toEqual({ any: { a: [1, null, { constructor: 'x' }] } });
});
