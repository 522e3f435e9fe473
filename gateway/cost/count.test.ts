import { describe, expect, test } from '@jest/globals';
import { count } from './count.ts';
import { compiledOperation, costed } from './testing/costed.ts';

const schema = costed(`
  type Query {
    users(max: Int @cost(weight: 2)): [User] @listSize(slicingArguments: ["max"])
    ages: [Int] @cost(weight: 3)
    matrix: [[User]]
    found: Found
    all: [Found]
    item: Item
    heavy: Int @cost(weight: 7)
    films(first: Int): Films @listSize(slicingArguments: ["first"], sizedFields: ["nodes"])
    constructor: User
  }
  type Mutation { touch: Int heavy: User @cost(weight: 5) }
  type Films { nodes: [User] }
  type User implements Item { name: String age: Int @cost(weight: 2) price: Int @cost(weight: 10) friend: User }
  type Disc implements Item @cost(weight: 4) { seconds: Int @cost(weight: 20) price: Int @cost(weight: 1) }
  interface Item { price: Int }
  union Found = User | Disc`);

const counted = (text: string, data: Record<string, unknown> | null, variables?: Record<string, unknown>) => {
  const { compiled, coerce } = compiledOperation(schema, text);
  return count(data, compiled, coerce(variables));
};

const user = { name: 'a', age: 1 };

describe('what an answer did cost', () => {
  test.each([
    ['no answer', '{ heavy }', null, 0],
    ['a leaf', '{ heavy }', { heavy: 1 }, 7],
    ['null is an item too', '{ heavy }', { heavy: null }, 7],
    ['what is not in the answer', '{ heavy }', {}, 0],
    ['a list as long as it is', '{ users(max: 5) { age } }', { users: [user, user, user] }, 2 + 3 * (1 + 2)],
    ['an empty list', '{ users(max: 5) { age } }', { users: [] }, 2],
    ['no list', '{ users(max: 5) { age } }', { users: null }, 2],
    ['nulls in a list', '{ users(max: 5) { age } }', { users: [null, user] }, 2 + 1 + 3],
    ['leaves', '{ ages }', { ages: [1, 2, null] }, 9],
    ['lists of lists', '{ matrix { age } }', { matrix: [[user], null, [user, null], []] }, 1 + 2 + 1 + 2 + 1],
    ['aliases', '{ a: heavy b: heavy }', { a: 1, b: 2 }, 14],
    ['a connection', '{ films(first: 9) { nodes { name } } }', { films: { nodes: [user, user] } }, 3],
    ['writes', 'mutation { a: touch heavy { name } }', { a: 1, heavy: user }, 10 + 10 + 5],
    ['a name that all objects have', '{ constructor { age } }', {}, 0],
    ['that name in the answer', '{ constructor { age } }', { constructor: user }, 3],
    ['introspection', '{ __schema { types { name } } }', { __schema: { types: [{ name: 'A' }] } }, 0],
  ])('%s', (_, text, data, cost) => {
    expect(counted(text, data)).toBe(cost);
  });

  const abstract = '... on User { age } ... on Disc { seconds }';
  test.each([
    ['the type that it tells', `{ found { __typename ${abstract} } }`, { __typename: 'User', age: 1 }, 3],
    ['the other type', `{ found { __typename ${abstract} } }`, { __typename: 'Disc', seconds: 1 }, 24],
    [
      'under another name',
      `{ found { t: __typename ... on User { x: age } ... on Disc { x: seconds } } }`,
      { t: 'User', x: 1 },
      3,
    ],
    ['without: the one that has the fields', `{ found { ${abstract} } }`, { age: 1 }, 3],
    ['or the other', `{ found { ${abstract} } }`, { seconds: 1 }, 24],
    [
      'without: the dearest of all that have them',
      `{ found { ... on User { x: age } ... on Disc { x: seconds } } }`,
      { x: 1 },
      24,
    ],
    ['a type that is none: by the fields', `{ found { __typename ${abstract} } }`, { __typename: 'X', age: 1 }, 3],
    ['null: the heaviest', `{ found { ${abstract} } }`, null, 4],
  ])('an abstract type: %s', (_, text, found, cost) => {
    expect(counted(text, { found })).toBe(cost);
  });

  test('each item of its own type', () => {
    const data = { all: [{ __typename: 'User', price: 1 }, { __typename: 'Disc', price: 1 }, null] };
    expect(counted('{ all { __typename ... on Item { price } } }', data)).toBe(11 + 5 + 4);
  });

  test('conditions and arguments by variables', () => {
    const text = 'query ($on: Boolean!, $n: Int) { heavy @include(if: $on) users(max: $n) { name } }';
    expect(counted(text, { heavy: 1, users: [user] }, { on: true, n: 5 })).toBe(7 + 2 + 1);
    expect(counted(text, { users: [user] }, { on: false })).toBe(1);
  });
});
