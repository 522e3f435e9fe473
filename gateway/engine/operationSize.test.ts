import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { OperationTooLargeError } from './operationSize.ts';
import { Preparer } from './prepare.ts';
import { answering } from './testing/ask.ts';

const { supergraph } = answering(
  {
    a: 'type Query { thing: Thing } interface Node { id: ID! } type Thing implements Node @key(fields: "id") { id: ID! next: Thing }',
    b: 'type Thing @key(fields: "id") { id: ID! size: Int }',
  },
  () => undefined,
);
const prepare = (text: string) => () => new Preparer(supergraph).prepare(parse(text, { maxTokens: 100_000 }));
const nested = (depth: number) => `{ thing { ${'next { '.repeat(depth)}id${' }'.repeat(depth)} } }`;
const doubling = (lines: number) =>
  [
    '{ thing { ...F0 } }',
    ...Array.from(
      { length: lines },
      (_, at) => `fragment F${at} on Thing { a: next { ...F${at + 1} } b: next { ...F${at + 1} } }`,
    ),
    `fragment F${lines} on Thing { id size }`,
  ].join('\n');

test.each([
  ['nested deeply (CVE-2024-43414)', nested(400)],
  ['fragments that double with every line (CVE-2025-32030)', doubling(40)],
  [
    'fragments in a circle',
    '{ thing { ...A } } fragment A on Thing { next { ...B } } fragment B on Thing { next { ...A } }',
  ],
])('%s: refused at once', (_, text) => {
  const start = performance.now();
  expect(prepare(text)).toThrow(OperationTooLargeError);
  expect(performance.now() - start).toBeLessThan(1_000);
});

test.each([
  ['nested', nested(30)],
  ['fragments used twice', doubling(5)],
])('%s, a legal neighbour: planned', (_, text) => {
  expect(prepare(text)().plan.node?.kind).toBeDefined();
});
