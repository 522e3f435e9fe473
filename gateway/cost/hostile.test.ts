import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { compileCost } from './compileCost.ts';
import { count } from './count.ts';
import { compiledOperation, costed } from './testing/costed.ts';

const schema = costed(`
  type Query { node: Node deep(first: Int): [Query] @listSize(slicingArguments: ["first"]) }
  type Node {
    a: Node b: Node any: Any
    list(first: Int): [Node] @listSize(slicingArguments: ["first"])
    page(first: Int): Page @listSize(slicingArguments: ["first"], sizedFields: ["nodes"])
  }
  type Page { nodes: [Node] }
  interface Any { node: Node }
  ${Array.from({ length: 20 }, (_, at) => `type Any${at} implements Any @cost(weight: ${at}) { node: Node }`).join('\n')}`);

const bomb = (levels: number, fields: (next: string) => string) =>
  `{ node { ...F0 } } ${Array.from({ length: levels }, (_, at) => `fragment F${at} on Node { ${fields(`...F${at + 1}`)} }`).join(' ')}
   fragment F${levels} on Node { __typename }`;

function timed<Result>(run: () => Result): { result: Result; milliseconds: number } {
  const start = performance.now();
  const result = run();
  return { result, milliseconds: performance.now() - start };
}

const estimated = (text: string) =>
  timed(() => {
    const estimate = compileCost(parse(text), undefined, schema.schema, schema.costs).estimate({});
    return { cost: estimate.cost, fields: estimate.fields };
  });

test('the largest numbers, ten deep, cost the most that there is', () => {
  const text = Array.from({ length: 10 }).reduce<string>(
    (inner) => `{ deep(first: 2147483647) ${inner} }`,
    '{ __typename }',
  );
  const { compiled } = compiledOperation(schema, text);
  const { cost, fields } = compiled.estimate({});
  expect(cost).toBe(Number.MAX_SAFE_INTEGER);
  expect(fields).toHaveLength(5);
  expect(fields[0]?.cost).toBe(Number.MAX_SAFE_INTEGER);
  expect(count({ deep: [] }, compiled, {})).toBe(0);
});

test('weights as large as can be', () => {
  const heavy = costed(`type Query { list: [Query] @cost(weight: 2147483647) @listSize(assumedSize: 2147483647)
    less(a: Int @cost(weight: -2147483648)): Query }`);
  const { compiled } = compiledOperation(heavy, '{ list { list { less(a: 1) { list { __typename } } } } }');
  expect(compiled.estimate({}).cost).toBe(Number.MAX_SAFE_INTEGER);
});

test.each([
  ['the same', (next: string) => `${next} ${next}`, 1],
  ['under two names', (next: string) => `a { ${next} } x: a { ${next} }`, 2 ** 31 - 1],
  [
    'in lists',
    (next: string) => `l: list(first: 2) { ${next} } m: list(first: 2) { ${next} }`,
    Number.MAX_SAFE_INTEGER,
  ],
  [
    'in pages',
    (next: string) => `p: page(first: 1) { nodes { ${next} } } q: page(first: 1) { nodes { ${next} } }`,
    4 * (2 ** 30 - 1) + 1,
  ],
  [
    'below an interface',
    (next: string) => `x: any { node { ${next} } } y: any { node { ${next} } }`,
    40 * (2 ** 30 - 1) + 1,
  ],
])('thirty fragments that use the next one twice: %s', (_, fields, cost) => {
  const { result, milliseconds } = estimated(bomb(30, fields));
  expect(result.cost).toBe(cost);
  expect(milliseconds).toBeLessThan(1000);
});

test('selections that merge differently at each of 2^30 places are not all looked at', () => {
  const levels = Array.from({ length: 30 }, (_, at) => at);
  // Every a on the way down adds a mark that stays; so each of the ways has marks of its own.
  const ways = levels.map(
    (at) => `fragment P${at} on Node { a { ...P${at + 1} ...M${at}x${at + 1} } b { ...P${at + 1} } }`,
  );
  const marks = levels.flatMap((mark) =>
    levels.slice(mark).map((at) => {
      const next = `...M${mark}x${at + 2}`;
      const below = at + 1 < levels.length ? `a { ${next} } b { ${next} }` : '';
      return `fragment M${mark}x${at + 1} on Node { m${mark}: __typename ${below} }`;
    }),
  );
  const text = `{ node { ...P0 } } ${ways.join(' ')} fragment P30 on Node { __typename } ${marks.join(' ')}`;
  const { result, milliseconds } = estimated(text);
  expect(result.cost).toBe(Number.MAX_SAFE_INTEGER);
  expect(milliseconds).toBeLessThan(3000);
});

test('more fields than are looked at cost the most that there is', () => {
  const fields = Array.from({ length: 30_000 }, (_, at) => `f${at}: a { __typename }`).join(' ');
  expect(estimated(`{ node { ${fields} } }`).result.cost).toBe(Number.MAX_SAFE_INTEGER);
});

test('a fragment that contains itself ends', () => {
  const { cost } = estimated('{ node { ...F } } fragment F on Node { a { ...F } }').result;
  expect(cost).toBe(Number.MAX_SAFE_INTEGER);
});

test('many combinations of conditions', () => {
  const names = Array.from({ length: 10 }, (_, at) => `v${at}`);
  const text = `query (${names.map((name) => `$${name}: Boolean!`).join(' ')}) {
    ${names.map((name) => `${name}: node @include(if: $${name}) { __typename }`).join(' ')} }`;
  const { compiled } = compiledOperation(schema, text);
  for (let all = 0; all < 1024; all++) {
    const on = names.filter((_, at) => (all >> at) & 1);
    const values = Object.fromEntries(names.map((name) => [name, on.includes(name)]));
    expect(compiled.estimate(values).cost).toBe(on.length);
  }
});
