import { expect, test } from '@jest/globals';
import { changedApi, changedSubgraphs } from './changes.ts';

const none = { added: 0, removed: 0, edited: 0 };

test('types and fields that are new, gone or different are counted', () => {
  const before = `type Query {
  a: Int
  b(x: Int): String
  """Words"""
  c: E
}

enum E {
  ONE
  TWO
}

scalar S`;
  const after = `type Query {
  a: Int
  b(x: Int = 1): String
  """Other words"""
  c: E
  constructor: Int
}

enum E {
  ONE
}

input I {
  x: Int
}

directive @d on FIELD`;
  expect(changedApi(before, after)).toEqual({
    types: { added: 1, removed: 1, edited: 2 },
    fields: { added: 2, removed: 1, edited: 2 },
  });
  expect(changedApi(after, before)).toEqual({
    types: { added: 1, removed: 1, edited: 2 },
    fields: { added: 1, removed: 2, edited: 2 },
  });
  expect(changedApi(before, before)).toEqual({ types: none, fields: none });
  expect(changedApi('', before)).toMatchObject({ types: { added: 3 }, fields: { added: 5 } });
});

test('a subgraph is updated when its SDL or its URL is another one', () => {
  const before = { a: ['1', 'u'], b: ['1', 'u'], c: ['1', 'u'], d: ['1', 'u'] };
  const after = { a: ['1', 'u'], b: ['2', 'u'], c: ['1', 'v'], constructor: ['1', 'u'] };
  const input = (from: object) =>
    new Map(Object.entries(from).map(([name, [schemaId, url]]) => [name, { schemaId, url }]));
  expect(changedSubgraphs(input(before), input(after))).toEqual({
    subgraphs: [
      { name: 'b', change: 'updated' },
      { name: 'c', change: 'updated' },
      { name: 'constructor', change: 'added' },
      { name: 'd', change: 'removed' },
    ],
    subgraphCounts: { added: 1, updated: 2, removed: 1, unchanged: 1 },
  });
});

test('of many changes the first hundred are named and all are counted', () => {
  const many = new Map(Array.from({ length: 300 }, (_, at) => [`s${at}`, { schemaId: '1', url: '' }]));
  const { subgraphs, subgraphCounts } = changedSubgraphs(new Map(), many);
  expect(subgraphs).toHaveLength(100);
  expect(subgraphCounts).toMatchObject({ added: 300 });
});
