import { expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { signatureOf } from './signature.ts';

const schema = buildSchema(`
  scalar Json
  enum Order { NEW OLD }
  input Part { name: String order: Order parts: [Part!] meta: Json many: [Int] }
  type Post { id: ID! text: String }
  type Query {
    post(id: ID!): Post
    posts(order: Order, orders: [Order!], first: Int, part: Part, parts: [Part!], meta: Json, on: Boolean, at: Float): [Post]
  }
`);

test.each([
  [
    'numbers and strings are blanked',
    '{ posts(first: 20, at: 1.5) { id } post(id: "7") { id } }',
    '{post(id:""){id}posts(at:0 first:0){id}}',
  ],
  ['enum values stay', '{ posts(order: NEW) { id } }', '{posts(order:NEW){id}}'],
  ['booleans and null stay', '{ posts(on: true, part: null) { id } }', '{posts(on:true part:null){id}}'],
  [
    'field names of objects stay, in order',
    '{ posts(part: { order: OLD, name: "me", parts: [{ name: "x" }] }) { id } }',
    '{posts(part:{name:"" order:OLD parts:[{name:""}]}){id}}',
  ],
  [
    'a list keeps each kind of object once',
    '{ posts(parts: [{ name: "a" }, { order: NEW }, { name: "b" }]) { id } }',
    '{posts(parts:[{name:""}{order:NEW}]){id}}',
  ],
  [
    'a list of enum values keeps each once',
    '{ posts(orders: [OLD, NEW, OLD]) { id } }',
    '{posts(orders:[NEW OLD]){id}}',
  ],
  ['a list of scalars is empty', '{ posts(part: { many: [1, 2, 3] }) { id } }', '{posts(part:{many:[]}){id}}'],
  [
    'a custom scalar is blanked as a whole',
    '{ posts(meta: { secret: [{ of: MINE }] }) { id } }',
    '{posts(meta:{}){id}}',
  ],
  ['also as an enum value', '{ posts(part: { meta: MINE }) { id } }', '{posts(part:{meta:""}){id}}'],
  ['also as a list', '{ posts(meta: [{ of: MINE }]) { id } }', '{posts(meta:[{}]){id}}'],
  [
    'variables stay, wherever they are, and their defaults are blanked',
    'query Q($b: Order = NEW, $a: Int = 5) { posts(first: $a, orders: [$b, OLD]) { id } }',
    'query Q($a:Int=0$b:Order=NEW){posts(first:$a orders:[$b OLD]){id}}',
  ],
  [
    'aliases and order do not matter',
    '{ z: posts { text my: id } a: post(id: 1) { id } }',
    '{post(id:0){id}posts{id text}}',
  ],
  [
    'only what is executed counts',
    'query Q { posts { ...B } } query Other { posts { ...A } } fragment B on Post { id } fragment A on Post { text }',
    'fragment B on Post{id}query Q{posts{...B}}',
  ],
  ['block strings are blanked', '{ post(id: """7""") { id } }', '{post(id:""){id}}'],
  ['directives keep their arguments', '{ posts @include(if: true) { id } }', '{posts@include(if:true){id}}'],
])('%s', (_what, text, expected) => {
  const document = parse(text);
  const named = /^query Q/.test(text) ? 'Q' : '';
  const signature = signatureOf(document, named, schema);
  expect(signature).toBe(expected);
  expect(signatureOf(parse(signature), named, schema)).toBe(signature);
});

test('a signature is valid where the operation is', () => {
  const signature = signatureOf(
    parse('query Q($o: Order) { posts(order: $o, part: { name: "x" }) { id } }'),
    'Q',
    schema,
  );
  expect(validate(schema, parse(signature))).toEqual([]);
});

test('without a schema objects keep their names', () => {
  expect(signatureOf(parse('{ posts(meta: { secret: 1, of: [MINE] }) { id } }'), '')).toBe(
    '{posts(meta:{of:[MINE]secret:0}){id}}',
  );
});
