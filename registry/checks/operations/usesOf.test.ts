import { expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { usesOf } from './usesOf.ts';

const schema = buildSchema(`
  type Query { node(id: ID!): Node find(by: Filter, limit: Int = 10, kinds: [Kind!]): [Pet!] version: String }
  interface Node { id: ID! }
  type Cat implements Node { id: ID! mood: Mood }
  type Dog implements Node { id: ID! }
  union Pet = Cat | Dog
  enum Kind { CAT DOG }
  enum Mood { GLAD SAD }
  input Filter { kind: Kind range: Range text: String }
  input Range { from: Int to: Int next: Range }
`);
const uses = (document: string) => [...usesOf(parse(document), schema)].toSorted();

test('fields, on the interface and on the types that answer, with the arguments that are given', () => {
  expect(uses('query ($id: ID!) { it: node(id: $id) { id __typename } __schema { types { name } } }')).toEqual(
    ['Query', 'Query.node', 'Query.node(id:)', 'ID', 'Node', 'Node.id', 'Cat.id', 'Dog.id'].toSorted(),
  );
});

test('literals: the input fields and enum values that are written', () => {
  expect(uses('{ find(by: { kind: CAT, range: { from: 1 } }, kinds: DOG) { __typename } }')).toEqual(
    [
      ...['Query', 'Query.find', 'Query.find(by:)', 'Query.find(kinds:)', 'Pet', 'Filter', 'Filter.kind', 'Kind.CAT'],
      ...['Filter.range', 'Range', 'Range.from', 'Kind.DOG'],
    ].toSorted(),
  );
});

test('variables and blanked literals: everything that could be sent', () => {
  const all = [
    ...['Query', 'Query.find', 'Query.find(by:)', 'Pet', 'Filter', 'Filter.kind', 'Filter.range', 'Filter.text'],
    ...['Kind', 'Kind.CAT', 'Kind.DOG', 'Range', 'Range.from', 'Range.next', 'Range.to', 'String', 'Int'],
  ].toSorted();
  expect(uses('query ($by: Filter) { find(by: $by) { __typename } }')).toEqual(all);
  expect(uses('{ find(by: {}) { __typename } }')).toEqual(all);
});

test('type conditions, directives, and the enum values that can come', () => {
  const document = `query ($b: Boolean!) { find { ...Mood @include(if: $b) ... on Node { id } } }
    fragment Mood on Cat { mood }`;
  expect(uses(document)).toEqual(
    [
      ...['Query', 'Query.find', 'Pet', 'Boolean', '@include', '@include(if:)', 'Cat', 'Cat.mood', 'Mood', 'Mood.GLAD'],
      ...['Mood.SAD', 'Node', 'Node.id', 'Cat.id', 'Dog.id', 'ID'],
    ].toSorted(),
  );
});
