import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { answering, askable } from './testing/ask.ts';

const sdls = {
  a: `
    type Query { cat(of: Int): Cat dog: Dog }
    type Cat @key(fields: "id") { id: ID! }
    type Dog @key(fields: "id") { id: ID! }`,
  b: `
    type Cat @key(fields: "id") { id: ID! weight(unit: String): Float! }
    type Dog @key(fields: "id") { id: ID! weight(unit: String): Float age: Int }`,
};

const pets = { data: { cat: { __typename: 'Cat', id: 'c' }, dog: { __typename: 'Dog', id: 'd' } } };
const text = 'query ($unit: String) { cat { weight(unit: $unit) } dog { weight(unit: $unit) age } }';

test('entity fetches of one step travel as one request, errors find their way back', async () => {
  const { ask, sent } = answering(sdls, ({ subgraph, query }) => {
    if (subgraph === 'a') return pets;
    expect(() => parse(query)).not.toThrow();
    return {
      data: { _0: [{ weight: 4 }], _1: [{ weight: null, age: 3 }] },
      errors: [{ message: 'no scales', path: ['_1', 0, 'weight'] }],
    };
  });
  expect(await ask(text, { variables: { unit: 'kg' } })).toEqual({
    data: { cat: { weight: 4 }, dog: { weight: null, age: 3 } },
    errors: [{ message: 'no scales', path: ['dog', 'weight'], service: 'b' }],
  });
  expect(sent).toHaveLength(2);
  expect(sent[1]?.variables).toEqual({
    unit: 'kg',
    representations_0: [{ __typename: 'Cat', id: 'c' }],
    representations_1: [{ __typename: 'Dog', id: 'd' }],
  });
});

test('one of them alone is asked by its own operation', async () => {
  const { ask, sent } = answering(sdls, ({ subgraph }) =>
    subgraph === 'a' ? { data: { cat: null, dog: pets.data.dog } } : { data: { _entities: [{ weight: 1, age: 2 }] } },
  );
  expect((await ask(text)).data).toEqual({ cat: null, dog: { weight: 1, age: 2 } });
  expect(Object.keys(sent[1]?.variables ?? {})).toEqual(['representations']);
});

test('one that fails as a whole does not take the other with it', async () => {
  const { ask, sent } = answering(sdls, ({ subgraph, query }) => {
    if (subgraph === 'a') return pets;
    if (query.includes('_1:')) return { data: null, errors: [{ message: 'cats!', path: ['_0'] }] };
    if (query.includes('Cat')) return { data: null, errors: [{ message: 'cats!', path: ['_entities'] }] };
    return { data: { _entities: [{ weight: 20, age: 3 }] } };
  });
  expect(await ask(text)).toEqual({
    data: { cat: null, dog: { weight: 20, age: 3 } },
    errors: [{ message: 'cats!', service: 'b' }],
  });
  expect(sent).toHaveLength(4);
});

test('a refusal of the joined request is told once and not asked for again', async () => {
  const { ask, sent } = answering(sdls, ({ subgraph }) =>
    subgraph === 'a' ? pets : { errors: [{ message: 'too much' }] },
  );
  expect(await ask(text)).toEqual({
    data: { cat: null, dog: { weight: null, age: null } },
    errors: [{ message: 'too much', service: 'b' }],
  });
  expect(sent).toHaveLength(2);
});

test('the same field of one type under one name, with other arguments elsewhere, does not mix', async () => {
  const thing = (id: string) => ({ id, inner: { id: `${id}-inner` } });
  const { ask } = askable({
    a: {
      sdl: 'type Query { one: Thing two: Thing } type Thing @key(fields: "id") { id: ID! }',
      resolvers: { Query: { one: () => ({ id: '1' }), two: () => ({ id: '1' }) } },
    },
    b: {
      sdl: 'type Thing @key(fields: "id") { id: ID! inner: Inner } type Inner @key(fields: "id") { id: ID! }',
      resolvers: { Thing: { __resolveReference: ({ id }: { id: string }) => thing(id) } },
    },
    c: {
      sdl: 'type Inner @key(fields: "id") { id: ID! text(in: String): String }',
      resolvers: { Inner: { text: (_: unknown, args: { in: string }) => args.in } },
    },
  });
  const { data } = await ask('{ one { inner { text(in: "de") } } two { inner { text(in: "fr") } } }');
  expect(data).toEqual({ one: { inner: { text: 'de' } }, two: { inner: { text: 'fr' } } });
});
