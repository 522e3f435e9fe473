import { expect, test } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, printSchema } from 'graphql';
import { answering } from './testing/ask.ts';

const { ask, sent, supergraph } = answering(
  {
    a: 'type Query { thing: Thing } type Thing { id: ID! secret: String @inaccessible } type Hidden @inaccessible { id: ID }',
  },
  () => ({ data: { thing: { id: '1' } } }),
);

test('introspection describes the schema of clients, and asks no subgraph', async () => {
  const { data } = await ask(getIntrospectionQuery());
  expect(printSchema(buildClientSchema(data as IntrospectionQuery))).toBe(printSchema(supergraph.apiSchema));
  expect(JSON.stringify(data)).not.toMatch(/secret|Hidden/);
  expect(sent).toHaveLength(0);
});

test('introspection beside data, with variables, aliases, fragments and conditions', async () => {
  const text = `query ($name: String!, $schema: Boolean!) {
    __typename kind: __typename thing { id }
    ...Types @include(if: $schema)
    type: __type(name: $name) { name fields { name @skip(if: $schema) } }
  } fragment Types on Query { __schema { queryType { ...Name } } } fragment Name on __Type { name }`;
  expect((await ask(text, { variables: { name: 'Thing', schema: false } })).data).toEqual({
    __typename: 'Query',
    kind: 'Query',
    thing: { id: '1' },
    type: { name: 'Thing', fields: [{ name: 'id' }] },
  });
  expect((await ask(text, { variables: { name: 'Hidden', schema: true } })).data).toEqual({
    __typename: 'Query',
    kind: 'Query',
    thing: { id: '1' },
    __schema: { queryType: { name: 'Query' } },
    type: null,
  });
});
