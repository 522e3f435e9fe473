import { expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { answering } from './testing/ask.ts';

const sdls = {
  a: `
    type Query { things: [Thing] thing: Thing must: Thing! }
    type Thing @key(fields: "id") { id: ID! name: String! note: String tags: [String!] rows: [[Int!]] }`,
  b: 'type Thing @key(fields: "id") { id: ID! size: Int! color: String parts: [Part!] } type Part { label: String! }',
};

const things = ['1', '2', '1'].map((id) => ({ __typename: 'Thing', id }));

test('an error of one entity is told at every place of the entity, with the service that it is of', async () => {
  const { ask } = answering(sdls, ({ subgraph }) =>
    subgraph === 'a'
      ? { data: { things: [null, ...things] } }
      : {
          data: { _entities: [{ color: 'red', parts: null }, null] },
          errors: [
            { message: 'no parts', path: ['_entities', 0, 'parts', 2, 'label'], extensions: { code: 'X' } },
            { message: 'no such thing', path: ['_entities', 1] },
          ],
        },
  );
  const { data, errors } = await ask('{ things { color parts { label } } }');
  const first = { color: 'red', parts: null };
  expect(data).toEqual({ things: [null, first, { color: null, parts: null }, first] });
  expect(errors).toEqual([
    { message: 'no parts', path: ['things', 1, 'parts', 2, 'label'], service: 'b' },
    { message: 'no parts', path: ['things', 3, 'parts', 2, 'label'], service: 'b' },
    { message: 'no such thing', path: ['things', 2], service: 'b' },
  ]);
});

test('a fetch that fails costs its own fields, and is one error that names the service', async () => {
  const { ask } = answering(sdls, ({ subgraph }) =>
    subgraph === 'a' ? { data: { things: things.map((each) => ({ ...each, name: 'n' })) } } : new Error('down'),
  );
  const { data, errors } = await ask('{ things { name color } }');
  expect(data).toEqual({ things: [1, 2, 3].map(() => ({ name: 'n', color: null })) });
  expect(errors).toEqual([{ message: 'down', service: 'b' }]);
});

test('an error that names its service already is told as it is', async () => {
  const error = new GraphQLError('late', { extensions: { code: 'SUBGRAPH_TIMEOUT', service: 'b' } });
  const { ask } = answering(sdls, ({ subgraph }) => (subgraph === 'a' ? { data: { thing: things[0] } } : error));
  expect((await ask('{ thing { size } }')).errors).toEqual([{ message: 'late', service: 'b' }]);
});

test('null for a non-null field goes up to the next field that may be null, with one error', async () => {
  const { ask } = answering(sdls, () => ({
    data: {
      things: [{ name: null, note: null }, { name: 'n' }],
      thing: { tags: ['x', null], rows: [[1], [1, null], null] },
    },
  }));
  const { data, errors } = await ask('{ things { note name } thing { tags rows } }');
  expect(data).toEqual({ things: [null, { note: null, name: 'n' }], thing: { tags: null, rows: [[1], null, null] } });
  expect(errors?.map(({ message, path }) => [message, path])).toEqual([
    ['Cannot return null for non-nullable field Thing.name.', ['things', 0, 'name']],
    ['Cannot return null for non-nullable an item of field Thing.tags.', ['thing', 'tags', 1]],
    ['Cannot return null for non-nullable an item of an item of field Thing.rows.', ['thing', 'rows', 1, 1]],
  ]);
  expect(errors?.every(({ service }) => service === 'a')).toBe(true);
});

test('null that a subgraph has explained is not told again, and reaches the root where it must', async () => {
  const { ask } = answering(sdls, () => ({
    data: { must: null } as never,
    errors: [{ message: 'failed', path: ['must', 'name'] }],
  }));
  expect(await ask('{ must { name } }')).toEqual({
    data: null,
    errors: [{ message: 'failed', path: ['must', 'name'], service: 'a' }],
  });
});

test('null of a fetch that never was made is explained by what kept it', async () => {
  const { ask, sent } = answering(sdls, () => new Error('down'));
  expect(await ask('{ must { size } }')).toEqual({ data: null, errors: [{ message: 'down', service: 'a' }] });
  expect(sent).toHaveLength(1);
});

test('an entity that is not there is null, as if nobody had referred to it; where it must be there, that is told', async () => {
  const { ask } = answering(sdls, ({ subgraph, query }) =>
    subgraph === 'a'
      ? { data: query.includes('must') ? { must: things[0] } : { thing: things[0] } }
      : { data: { _entities: [null] } },
  );
  expect(await ask('{ thing { size } }')).toEqual({ data: { thing: null } });
  expect(await ask('{ must { size } }')).toEqual({
    data: null,
    errors: [
      { message: 'Cannot return null for non-nullable field Thing.size.', path: ['must', 'size'], service: 'b' },
    ],
  });
});

test.each<[string, unknown]>([
  ['nothing', {}],
  ['null', { data: null }],
  ['no list of entities', { data: { _entities: {} } }],
  ['too few entities', { data: { _entities: [] } }],
  ['no object', []],
])('an entity fetch that answers %s costs its fields, with an error that names it', async (_, wrong) => {
  const { ask } = answering(sdls, ({ subgraph }) =>
    subgraph === 'a' ? { data: { thing: things[0] } } : (wrong as object),
  );
  const { data, errors } = await ask('{ thing { id color } }');
  expect(data).toEqual({ thing: { id: '1', color: null } });
  expect(errors?.map(({ service }) => service)).toEqual(['b']);
});

test.each<[string, unknown]>([
  ['an object for a list', { things: { name: 'n' } }],
  ['a list for an object', { thing: [{ name: 'n' }] }],
  ['a text for an object', { thing: 'n' }],
  ['a text for a list', { thing: { name: 'n', tags: 'x' } }],
])('%s is null with an error', async (_, data) => {
  const { ask } = answering(sdls, () => ({ data: data as Record<string, unknown> }));
  const { errors } = await ask('{ things { name } thing { name tags } }');
  expect(errors?.[0]?.message).toMatch(/^Invalid value found for field/);
  expect(errors?.[0]?.service).toBe('a');
});

test('renamed fields of one fetch keep falsy values, and errors have the name that the client gave', async () => {
  const { ask } = answering(
    {
      a: `type Query { things: [Any] } union Any = One | Two
        type One { id: ID! value: Int } type Two { id: ID! value: String }`,
    },
    ({ query }) => ({
      data: {
        things: [
          { __typename: 'One', value: 0 },
          { __typename: 'Two', [/(\w+):value/.exec(query)?.[1] ?? 'value']: '' },
        ],
      },
    }),
  );
  const { data, errors } = await ask('{ things { ... on One { value } ... on Two { other: value } } }');
  expect([data, errors]).toEqual([{ things: [{ value: 0 }, { other: '' }] }, undefined]);
});
