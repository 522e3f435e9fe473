import { describe, expect, test } from '@jest/globals';
import { compiledOperation, costed, estimator } from './testing/costed.ts';

describe('weights', () => {
  const estimate = estimator(`
    type Query {
      book: Book hello: String token: Token state: State heavy: String @cost(weight: 7) free: Book @cost(weight: 0)
      search: Found item: Item below: String @cost(weight: -5) nobody: Nobody
    }
    type Mutation { rename(name: String): Book touch: Boolean buy: Book @cost(weight: 3) }
    type Subscription { published: Book }
    type Book implements Item { title: String author: Author price: Int @cost(weight: 2) same: Book }
    type Author { name: String address: Address }
    type Address @cost(weight: 5) { zip: String }
    type Disc implements Item @cost(weight: 4) { price: Int @cost(weight: 1) seconds: Int @cost(weight: 20) }
    interface Item { price: Int }
    interface Nobody { price: Int }
    union Found = Book | Disc | Author
    scalar Token @cost(weight: 6)
    enum State @cost(weight: 8) { ON }`);

  test.each([
    ['a leaf is free', '{ hello }', 0],
    ['an object costs 1', '{ book { title } }', 1],
    ['objects in objects', '{ book { title author { name } } }', 2],
    ['the weight of a type', '{ book { author { address { zip } } } }', 7],
    ['of a field', '{ heavy }', 7],
    ['of a field instead of its type’s', '{ free { title author { name } } }', 1],
    ['of a scalar', '{ token }', 6],
    ['of an enum', '{ state }', 8],
    ['none is below nothing', '{ below }', 0],
    ['each alias counts', '{ a: heavy b: heavy heavy }', 21],
    ['the same response name is one', '{ heavy ...F ... { heavy } } fragment F on Query { heavy }', 7],
    ['fields merge', '{ book { title } book { price } ...F } fragment F on Query { book { price } }', 3],
    ['a write', 'mutation { rename(name: "a") { title } }', 11],
    ['each write counts', 'mutation { a: touch b: touch }', 20],
    ['a write with a weight', 'mutation { buy { title } }', 13],
    ['a name of a type is no write', 'mutation { __typename }', 0],
    ['an event', 'subscription { published { price } }', 3],
    [
      'introspection is free',
      '{ __schema { types { name fields { name } } } __type(name: "Book") { name } __typename }',
      0,
    ],
    ['the dearest type of a union, by its weight', '{ search { __typename } }', 4],
    ['by what is asked of it', '{ search { ... on Author { address { zip } } ... on Disc { price } } }', 6],
    ['by both', '{ search { ... on Item { price } ... on Author { name } } }', 5],
    ['the dearest type of an interface', '{ item { price } }', 5],
    ['fields of other types do not add up', '{ item { ... on Book { price } ... on Disc { seconds } } }', 24],
    ['an interface without types', '{ nobody { price } }', 1],
    ['@skip', '{ heavy @skip(if: true) book @skip(if: false) { title } }', 1],
    ['@include', '{ ... @include(if: false) { heavy } ...F @include(if: true) } fragment F on Query { heavy }', 7],
  ])('%s', (_, text, cost) => {
    expect(estimate(text).cost).toBe(cost);
  });

  test.each([
    [{ on: true, off: false }, 8],
    [{ on: false, off: false }, 1],
    [{ on: true, off: true }, 7],
    [{ on: false }, 1],
    [{}, 8],
  ])('conditions by variables %j', (variables, cost) => {
    const text =
      'query ($on: Boolean! = true, $off: Boolean! = false) { heavy @include(if: $on) book @skip(if: $off) { title } }';
    expect(estimate(text, variables).cost).toBe(cost);
  });

  test('a deferred fragment', () => {
    const withDefer = estimator(`
      directive @defer(label: String, if: Boolean! = true) on FRAGMENT_SPREAD | INLINE_FRAGMENT
      type Query { a: Int @cost(weight: 2) b: Int @cost(weight: 3) }`);
    expect(withDefer('{ a ... @defer { b } }').cost).toBe(5);
  });

  test('one of several operations', () => {
    const schema = costed('type Query { a: Int @cost(weight: 2) b: Int @cost(weight: 3) }');
    expect(() => compiledOperation(schema, 'query A { a } query B { b }')).toThrow('no such operation');
  });
});

describe('examples of the specification and of the Router', () => {
  test('users with a maximum: the objects and their fields, for each of them', () => {
    const estimate = estimator(`
      type User { name: String age: Int @cost(weight: 2) }
      type Query { users(max: Int): [User] @listSize(slicingArguments: ["max"]) }`);
    expect(estimate('{ users(max: 5) { age } }').cost).toBe(5 * (1 + 2));
    expect(estimate('{ users(max: 5) { name } }').cost).toBe(5);
  });

  test('an argument that makes a field dearer, and one in it that makes it cheaper', () => {
    const estimate = estimator(`
      type Query { topProducts(filter: Filter @cost(weight: 15)): String @cost(weight: 5) }
      input Filter { approx: Boolean @cost(weight: -12) }`);
    expect(estimate('{ topProducts }').cost).toBe(5);
    expect(estimate('{ topProducts(filter: {}) }').cost).toBe(20);
    expect(estimate('{ topProducts(filter: { approx: true }) }').cost).toBe(8);
    expect(estimate('{ topProducts(filter: null) }').cost).toBe(5);
  });

  test('cheap answers are never cheaper than nothing', () => {
    const estimate = estimator(`
      type Query { popular(approx: Boolean @cost(weight: -3)): Product @cost(weight: 5) small(a: Int @cost(weight: -9)): Product }
      type Product { price: Int @cost(weight: 4) }`);
    expect(estimate('{ popular { price } }').cost).toBe(9);
    expect(estimate('{ popular(approx: true) { price } }').cost).toBe(6);
    expect(estimate('{ small(a: 1) { price } }').cost).toBe(4);
  });

  test('books', () => {
    const estimate = estimator(`
      type Query {
        book(id: ID): Book
        bestsellers: [Book] @listSize(assumedSize: 5)
        newest(after: ID, limit: Int!): [Book] @listSize(slicingArguments: ["limit"])
      }
      type Book { title: String author: Author publisher: Publisher }
      type Author { name: String }
      type Publisher { name: String address: Address }
      type Address @cost(weight: 5) { zipCode: Int! }`);
    const book = '{ title author { name } publisher { name address { zipCode } } }';
    expect(estimate(`{ book(id: 1) ${book} }`).cost).toBe(8);
    expect(estimate(`{ bestsellers ${book} }`).cost).toBe(40);
    expect(estimate(`{ newest(limit: 3) ${book} }`).cost).toBe(24);
    expect(estimate(`{ newest(limit: 7) ${book} }`).cost).toBe(56);
  });
});

describe('arguments', () => {
  const estimate = estimator(`
    type Query { find(
      a: Int @cost(weight: 2) ids: [ID!] @cost(weight: 3) token: Token box: Box boxes: [Box] weighed: Box @cost(weight: 7)
      byDefault: Int = 1 @cost(weight: 100)
    ): Int }
    scalar Token @cost(weight: 5)
    input Box { size: Int @cost(weight: 10) inner: Box tokens: [Token] filled: Int = 1 @cost(weight: 1000) name: String }`);

  test.each([
    ['{ find }', 0],
    ['{ find(a: 1) }', 2],
    ['{ find(a: null) }', 0],
    ['{ find(ids: [1, 2, 3]) }', 9],
    ['{ find(ids: 1) }', 3],
    ['{ find(ids: []) }', 0],
    ['{ find(token: "a") }', 5],
    ['{ find(box: { filled: null }) }', 1],
    ['{ find(box: {}) }', 1001],
    ['{ find(box: { size: 1, name: "a", filled: null }) }', 11],
    ['{ find(box: { filled: null, inner: { size: 1, filled: null } }) }', 12],
    ['{ find(boxes: [{ filled: null }, { tokens: ["a", "b"], filled: null }]) }', 12],
    ['{ find(weighed: { size: 1, filled: null }) }', 17],
    ['{ find(a: 1, byDefault: 2) }', 102],
  ])('%s', (text, cost) => {
    expect(estimate(text).cost).toBe(cost);
  });

  test('given by variables, wholly or in part', () => {
    const whole = 'query ($box: Box, $a: Int) { find(box: $box, a: $a) }';
    expect(estimate(whole).cost).toBe(0);
    expect(estimate(whole, { box: null, a: null }).cost).toBe(0);
    expect(estimate(whole, { box: { size: 1, filled: null, inner: { filled: null } }, a: 1 }).cost).toBe(14);
    const part = 'query ($size: Int, $tokens: [Token]) { find(box: { size: $size, tokens: $tokens, filled: null }) }';
    expect(estimate(part).cost).toBe(1);
    expect(estimate(part, { size: 5, tokens: ['a', 'b'] }).cost).toBe(21);
  });

  test('are paid once, not for each item', () => {
    const list = estimator(
      'type Query { list(a: Int @cost(weight: 3)): [Query] @cost(weight: 2) @listSize(assumedSize: 10) }',
    );
    expect(list('{ list(a: 1) { __typename } }').cost).toBe(23);
  });

  test('of fields that only share their response name', () => {
    const either = estimator(`
      type Query { either: Either }
      union Either = A | B
      type A { f(a: Int @cost(weight: 2)): Int }
      type B { f(a: Int @cost(weight: 2)): Int }`);
    const text = 'query ($n: Int, $m: Int) { either { ... on A { x: f(a: $n) } ... on B { x: f(a: $m) } } }';
    expect(either(text, { n: 1 }).cost).toBe(3);
    expect(either(text, { m: 1 }).cost).toBe(3);
    expect(either(text).cost).toBe(1);
  });
});
