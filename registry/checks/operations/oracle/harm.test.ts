import { expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { diceOf } from './dice.ts';
import { harmDone } from './harm.ts';

const pets = (more: string) =>
  `type Query { pet: Pet } union Pet = Cat | Dog interface N { n: Int } type Dog implements N { n: Int } ${more}`;
const received = (values: string) =>
  `type Query { pet: Pet } union Pet = Cat | Dog interface N { e: E } type Cat implements N { e: E } type Dog { e: E }
   enum E { ${values} }`;
const find = (arg: string, more = '') => `type Query { find(a: ${arg}): Int } ${more}`;

/** The trial that the property rests on sees every kind of harm, so that the property can fail. */
test.each([
  ['invalid', '{ a }', 'type Query { a: Int b: Int }', 'type Query { b: Int }'],
  ['unreadable', '{ a }', 'type Query { a: Int! }', 'type Query { a: Int }'],
  ['unreadable', '{ a }', 'type Query { a: Int }', 'type Query { a: Float }'],
  ['unreadable', '{ a }', 'type Query { a: [Int!] }', 'type Query { a: [Int] }'],
  ['unreadable', '{ a }', 'type Query { a: E } enum E { A }', 'type Query { a: E } enum E { A B }'],
  [
    'unreadable',
    '{ pet { __typename } }',
    pets('type Cat { n: Int }'),
    pets('type Cat { n: Int }').replace('| Dog', '| Dog | Eel').concat(' type Eel { n: Int }'),
  ],
  ['unreadable', '{ pet { ... on N { n } } }', pets('type Cat implements N { n: Int }'), pets('type Cat { n: Int }')],
  ['unreadable', '{ pet { ... on N { n } } }', pets('type Cat { n: Int }'), pets('type Cat implements N { n: Int }')],
  ['variables refused', 'query ($a: E) { find(a: $a) }', find('E', 'enum E { A B }'), find('E', 'enum E { A }')],
  [
    'variables refused',
    'query ($a: I) { find(a: $a) }',
    find('I', 'input I { a: Int b: Int }'),
    find('I', 'input I { a: Int }'),
  ],
  ['lost', '{ a }', 'type Query { a: [E] } enum E { A B }', 'type Query { a: [E] } enum E { A }'],
  ['lost', '{ pet { ... on N { e } } }', received('A B'), received('A')],
  ['failed', 'query ($a: Int = 1) { find(a: $a) }', find('Int'), find('Int!')],
  [
    undefined,
    'query ($a: I) { find(a: $a) }',
    find('I', 'input I { a: Int! }'),
    find('I', 'input I { a: Int b: Int }'),
  ],
  [undefined, '{ a b }', 'type Query { a: Int b: E } enum E { A B }', 'type Query { a: Int! b: E! } enum E { A B }'],
  [undefined, '{ pet { __typename } }', received('A B'), received('A')],
])('%s: %s', (kind, document, before, after) => {
  const harm = harmDone(diceOf(1), buildSchema(before), buildSchema(after), parse(document), 60);
  expect(harm?.replace(/:.*/s, '')).toBe(kind);
});
