import { describe, expect, test } from '@jest/globals';
import { estimator } from './testing/costed.ts';

describe('the sizes of lists', () => {
  const estimate = estimator(`
    type Query {
      users(max: Int): [User] @listSize(slicingArguments: ["max"])
      films(first: Int, after: ID, last: Int): Films @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"])
      either(first: Int, last: Int): [User]
        @listSize(slicingArguments: ["first", "last"], assumedSize: 4, requireOneSlicingArgument: false)
      byDefault(first: Int = 6): [User] @listSize(slicingArguments: ["first"])
      deep(page: Page): Deep @listSize(slicingArguments: ["page.first"], sizedFields: ["page.items"])
      assumed: [User] @listSize(assumedSize: 3)
      assumedBelow: Films @listSize(assumedSize: 3, sizedFields: ["edges"])
      unknown: [User]
      matrix: [[User!]!]!
      leaves(max: Int): [Int] @cost(weight: 2) @listSize(slicingArguments: ["max"])
      listed: Listed
    }
    input Page { first: Int }
    type User { friends(max: Int): [User] @listSize(slicingArguments: ["max"]) }
    type Films { edges: [Edge] nodes: [User] others: [User] total: Int }
    type Edge { node: User }
    type Deep { page: DeepPage items: [User] }
    type DeepPage { items: [User] }
    interface Listed { users(max: Int): [User] @listSize(slicingArguments: ["max"]) }
    type OneListed implements Listed { users(max: Int): [User] }
    type OtherListed implements Listed { users(max: Int): [User] }`);
  const one = '{ __typename }';

  test.each([
    ['by a literal', `{ users(max: 5) ${one} }`, 5],
    ['zero', `{ users(max: 0) ${one} }`, 0],
    ['negative', `{ users(max: -5) ${one} }`, 0],
    ['in lists', `{ users(max: 5) { friends(max: 4) ${one} } }`, 25],
    ['a connection', `{ films(first: 3) { edges { node ${one} } total } }`, 1 + 3 * 2],
    ['from its end', `{ films(last: 3) { edges { node ${one} } } }`, 1 + 3 * 2],
    ['by either name', `{ films(first: 3) { edges ${one} nodes ${one} } }`, 1 + 3 + 3],
    ['by other names for them', `{ films(first: 3) { e: edges ${one} n: nodes ${one} } }`, 1 + 3 + 3],
    ['not other lists of a connection', `{ films(first: 3) { others ${one} } }`, 1 + 10],
    ['in fragments', `{ films(first: 3) { ...F } } fragment F on Films { edges ${one} }`, 1 + 3],
    ['null is none', `{ films(first: 3, last: null) { edges ${one} } }`, 1 + 3],
    ['the largest', `{ either(first: 2, last: 7) ${one} }`, 7],
    ['an argument before the assumed size', `{ either(first: 2) ${one} }`, 2],
    ['the assumed size without arguments', `{ either ${one} }`, 4],
    ['also where they are null', `{ either(first: null) ${one} }`, 4],
    ['a default value', `{ byDefault ${one} }`, 6],
    ['not that', `{ byDefault(first: 2) ${one} }`, 2],
    ['a path of arguments, a path of fields', `{ deep(page: { first: 5 }) { page { items ${one} } } }`, 1 + 2 + 5],
    ['not a list of the same name elsewhere', `{ deep(page: { first: 5 }) { items ${one} } }`, 1 + 1 + 10],
    ['assumed', `{ assumed ${one} }`, 3],
    ['assumed below', `{ assumedBelow { edges ${one} } }`, 1 + 3],
    ['unknown', `{ unknown ${one} }`, 10],
    ['lists of lists', `{ matrix ${one} }`, 100],
    ['of leaves', '{ leaves(max: 5) }', 10],
    ['as the interface says', `{ listed { users(max: 5) ${one} } }`, 6],
  ])('%s', (_, text, cost) => {
    const { cost: found, errors } = estimate(text);
    expect({ found, errors }).toEqual({ found: cost, errors: [] });
  });

  test('of unknown lists, as it is set', () => {
    expect(
      estimator('type Query { unknown: [Query] }', { listSize: 3 })('{ unknown { unknown { __typename } } }').cost,
    ).toBe(12);
  });

  test.each([
    ['query ($n: Int) { users(max: $n) { __typename } }', { n: 8 }, 8],
    ['query ($n: Int = 9) { users(max: $n) { __typename } }', {}, 9],
    ['query ($n: Int) { byDefault(first: $n) { __typename } }', {}, 6],
    ['query ($n: Int) { byDefault(first: $n) { __typename } }', { n: 2 }, 2],
    ['query ($n: Int, $m: Int) { either(first: $n, last: $m) { __typename } }', { n: 2, m: 3 }, 3],
    ['query ($n: Int, $m: Int) { either(first: $n, last: $m) { __typename } }', { n: null }, 4],
    ['query ($p: Page) { deep(page: $p) { page { items { __typename } } } }', { p: { first: 4 } }, 1 + 2 + 4],
    ['query ($n: Int) { deep(page: { first: $n }) { page { items { __typename } } } }', { n: 4 }, 1 + 2 + 4],
  ])('%s with %j', (text, variables, cost) => {
    const { cost: found, errors } = estimate(text, variables);
    expect({ found, errors }).toEqual({ found: cost, errors: [] });
  });

  test.each([
    ['{ users { __typename } }', {}, 'The field Query.users needs the argument "max".'],
    ['{ users(max: null) { __typename } }', {}, 'The field Query.users needs the argument "max".'],
    ['query ($n: Int) { users(max: $n) { __typename } }', {}, 'The field Query.users needs the argument "max".'],
    [
      'query ($n: Int) { byDefault(first: $n) { __typename } }',
      { n: null },
      'The field Query.byDefault needs the argument "first".',
    ],
    [
      '{ films { total } }',
      {},
      'The field Query.films needs exactly one of the arguments "first" and "last", and has none.',
    ],
    [
      '{ films(first: 1, last: 2) { total } }',
      {},
      'The field Query.films needs exactly one of the arguments "first" and "last", and has "first" and "last".',
    ],
    ['{ deep(page: {}) { __typename } }', {}, 'The field Query.deep needs the argument "page.first".'],
  ])('%s with %j is told to the client', (text, variables, message) => {
    const { errors, cost } = estimate(text, variables);
    expect(errors.map((error) => error.message)).toEqual([message]);
    expect(errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
    expect(errors[0]?.locations).toHaveLength(1);
    expect(cost).toBeGreaterThan(0);
  });

  test('what is left out is not told', () => {
    expect(estimate('{ users @skip(if: true) { __typename } }').errors).toEqual([]);
  });

  test('five errors are enough', () => {
    const text = `{ ${Array.from({ length: 20 }, (_, at) => `u${at}: users { __typename }`).join(' ')} }`;
    expect(estimate(text).errors).toHaveLength(5);
  });
});
