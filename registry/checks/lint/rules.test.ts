import { describe, expect, test } from '@jest/globals';
import { defaultLevels } from './levels.ts';
import { type LintOptions, lint } from './lint.ts';
import type { LintRule } from './rule.ts';
import { rules } from './rules.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14",
  import: ["@key", "@external", "@requires", "@tag", { name: "@shareable", as: "@shared" }])`;

/** What one rule alone finds: `coordinate > the text that is shown`. */
function found(rule: LintRule, sdl: string, options: LintOptions = {}): string[] {
  const others = Object.keys(defaultLevels).map((name) => [name, 'IGNORED'] as const);
  const { diagnostics } = lint(sdl, { ...options, levels: { ...Object.fromEntries(others), [rule]: 'ERROR' } });
  const bytes = Buffer.from(sdl);
  return diagnostics.map(({ rule: name, level, coordinate, locations: [location] }) => {
    expect([name, level]).toEqual([rule, 'ERROR']);
    const shown = bytes.subarray(location?.start.byteOffset, location?.end.byteOffset).toString();
    return `${coordinate} > ${shown}`;
  });
}

/** Of each rule: SDL that offends it with what is found, and the nearest SDL that does not. */
const cases: [rule: LintRule, wrong: string, finds: string[], right: string][] = [
  [
    'FIELD_NAMES_SHOULD_BE_CAMEL_CASE',
    'type T { Name: Int two_words: Int } input In { Name: Int } interface I { NAME: Int } ',
    ['T.Name > Name', 'T.two_words > two_words', 'In.Name > Name', 'I.NAME > NAME'],
    'type T { name(Arg: Int): Int twoWords: Int x2: Int } enum E { Name }',
  ],
  [
    'INPUT_ARGUMENT_NAMES_SHOULD_BE_CAMEL_CASE',
    'type T { a(First: Int, last_one: Int): Int } directive @d(Arg: Int) on FIELD ',
    ['T.a(First:) > First', 'T.a(last_one:) > last_one', '@d(Arg:) > Arg'],
    'type T { A(first: Int, lastOne: Int): Int } directive @d(arg: Int) on FIELD',
  ],
  [
    'TYPE_NAMES_SHOULD_BE_PASCAL_CASE',
    'type photo { a: Int } input photo_input { a: Int } enum SIZE_OF { A } scalar time union pet = photo interface node { a: Int } ',
    ['photo > photo', 'photo_input > photo_input', 'SIZE_OF > SIZE_OF', 'time > time', 'pet > pet', 'node > node'],
    'type Photo { a: Int } scalar link__Import scalar URL scalar _Any',
  ],
  [
    'ENUM_VALUES_SHOULD_BE_SCREAMING_SNAKE_CASE',
    'enum E { public_park House Flat_A } ',
    ['E.public_park > public_park', 'E.House > House', 'E.Flat_A > Flat_A'],
    'enum e { PUBLIC_PARK HOUSE A1 }',
  ],
  [
    'DIRECTIVE_NAMES_SHOULD_BE_CAMEL_CASE',
    'directive @Special on FIELD directive @two_words on FIELD ',
    ['@Special > Special', '@two_words > two_words'],
    'directive @special on FIELD directive @join__type on OBJECT',
  ],
  [
    'INPUT_TYPE_SUFFIX',
    'input PostDetails { a: Int } ',
    ['PostDetails > PostDetails'],
    'input PostDetailsInput { a: Int } extend input Other { b: Int } type PostDetails { a: Int }',
  ],
  [
    'TYPE_PREFIX',
    'type TypeBook { a: Int } ',
    ['TypeBook > TypeBook'],
    'type Typewriter { a: Int } type Book { a: Int }',
  ],
  ['TYPE_SUFFIX', 'enum BookType { A } ', ['BookType > BookType'], 'type Prototype { a: Int } enum BookTypes { A }'],
  [
    'OBJECT_PREFIX',
    'type ObjectBook { a: Int } ',
    ['ObjectBook > ObjectBook'],
    'type Objective { a: Int } enum ObjectA { A }',
  ],
  [
    'OBJECT_SUFFIX',
    'type BookObject { a: Int } ',
    ['BookObject > BookObject'],
    'type Book { a: Int } enum BookObject { A }',
  ],
  [
    'INTERFACE_PREFIX',
    'interface InterfaceBook { a: Int } ',
    ['InterfaceBook > InterfaceBook'],
    'interface Interfaced { a: Int } type InterfaceBook { a: Int }',
  ],
  [
    'INTERFACE_SUFFIX',
    'interface BookInterface { a: Int } ',
    ['BookInterface > BookInterface'],
    'interface Book { a: Int } type BookInterface { a: Int }',
  ],
  ['ENUM_PREFIX', 'enum EnumBook { A } ', ['EnumBook > EnumBook'], 'enum Enumerated { A } type EnumBook { a: Int }'],
  ['ENUM_SUFFIX', 'enum BookEnum { A } ', ['BookEnum > BookEnum'], 'enum Book { A } type BookEnum { a: Int }'],
  [
    'ENUM_USED_AS_INPUT_WITHOUT_SUFFIX',
    'enum Role { A } type Query { a(role: [Role!]): Int } ',
    ['Role > Role'],
    'enum RoleInput { A } enum Other { A } type Query { a(role: RoleInput): Other }',
  ],
  [
    'ENUM_USED_AS_OUTPUT_DESPITE_SUFFIX',
    'enum RoleInput { A } type Query { a: [RoleInput!] } ',
    ['RoleInput > RoleInput'],
    'enum RoleInput { A } type Query { a(role: RoleInput): Int }',
  ],
  [
    'RESTY_FIELD_NAMES',
    'type Query { getUsers: Int listUsers: Int postIt: Int } interface I { putIt: Int patchIt: Int } ',
    [
      'Query.getUsers > getUsers',
      'Query.listUsers > listUsers',
      'Query.postIt > postIt',
      'I.putIt > putIt',
      'I.patchIt > patchIt',
    ],
    'type Query { users: Int posts: Int post: Int postsByTag: Int putative: Int } input LikeInput { postId: ID }',
  ],
  [
    'DEPRECATED_DIRECTIVE_MISSING_REASON',
    'type T { a: Int @deprecated b(c: Int @deprecated(reason: " ")): Int } enum E { A @deprecated } ',
    ['T.a > @deprecated', 'T.b(c:) > @deprecated(reason: " ")', 'E.A > @deprecated'],
    'type T { a: Int @deprecated(reason: "Ask for b.") b: Int }',
  ],
  [
    'QUERY_DOCUMENT_DECLARATION',
    'type Query { a: Int } query Ask { a } fragment F on Query { a } { a } ',
    ['Ask > query Ask { a }', 'F > fragment F on Query { a }', ' > { a }'],
    'type Query { a: Int }',
  ],
  [
    'CONTACT_DIRECTIVE_MISSING',
    `${link} type Query { a: Int }`,
    [` > ${link}`],
    `${link} @contact(name: "Us") type Query { a: Int }`,
  ],
  [
    'DEFINED_TYPES_ARE_UNUSED',
    'type Query { a: A } type A { a: Int } type B { c: C } type C { b: B } input In { e: E } enum E { A } scalar S union U = A ',
    ['B > B', 'C > C', 'In > In', 'E > E', 'S > S', 'U > U'],
    `type Query { a(i: In): U } union U = A type A implements N { n: N } interface N { n: N } type B implements N { n: N }
      input In { e: E } enum E { A } directive @d(s: S) on FIELD scalar S`,
  ],
  [
    'DEFINED_TYPES_ARE_UNUSED',
    `${link} schema { query: Root } type Root { a: Int } type Query { a: Int } `,
    ['Query > Query'],
    `${link} type T @key(fields: "id") { id: ID! s: S } scalar S`,
  ],
  [
    'DEFINED_TYPES_ARE_UNUSED',
    'extend type T { a: Int } scalar S ',
    ['S > S'],
    `${link} type Money @shared { a: Int }`,
  ],
  [
    'ALL_ELEMENTS_REQUIRE_DESCRIPTION',
    `type Query { a(b: Int): Int } type T { a: Int } input In { a: Int } enum E { A } scalar S union U = T
      interface I { a: Int } directive @d on FIELD `,
    [
      'Query.a > a',
      ...['T > T', 'T.a > a', 'In > In', 'In.a > a', 'E > E', 'E.A > A', 'S > S', 'U > U', 'I > I', 'I.a > a'],
      '@d > d',
    ],
    `type Query { "A." a(b: Int): Int _service: _Service! } "T." type T { "A." a: Int } "E." enum E { "A." A }
      scalar _Any type _Service { sdl: String } directive @key(fields: String!) on OBJECT`,
  ],
  [
    'ALL_ELEMENTS_REQUIRE_DESCRIPTION',
    `${link} "Owned." type T @key(fields: "id") { id: ID! a: Int } type S @key(fields: "id") { id: ID! added: Int } `,
    ['T.id > id', 'T.a > a', 'S.added > added'],
    `${link} "Owned." type T @key(fields: "id") { "Id." id: ID! "A." a: Int }
      type S @key(fields: "id org { id }") { id: ID! org: T copy: Int @external "Added." added: Int @requires(fields: "copy") }
      extend type X { "A." a: Int } `,
  ],
  [
    'ALL_ELEMENTS_REQUIRE_DESCRIPTION',
    '"" type T { "  " a: Int } ',
    ['T > T', 'T.a > a'],
    'extend type Product @key(fields: "upc") { upc: String! @external "A." a: Int }',
  ],
  [
    'ARGUMENTS_REQUIRE_DESCRIPTION',
    'type Query { a(b: Int, "C." c: Int, d: Other): Int } directive @d(e: Int) on FIELD ',
    ['Query.a(b:) > b', 'Query.a(d:) > d', '@d(e:) > e'],
    '"What." input In { a: Int } type Query { a(input: In!): Int }',
  ],
  [
    'TAG_DIRECTIVE_USES_UNKNOWN_NAME',
    'type T @tag(name: "publik") { a(b: Int @tag(name: "other")): Int @tag(name: "public") }',
    ['T > @tag(name: "publik")', 'T.a(b:) > @tag(name: "other")'],
    'type T @tag(name: "public") { a: Int @label(name: "publik") }',
  ],
  [
    'FIELDS_ACROSS_SUBGRAPHS_SHOULD_BE_NULLABLE',
    `${link} type Query { a: Int! b: [Int]! } type Mutation { m: Int! } extend type Subscription { s: Int! }`,
    ['Query.a > Int!', 'Query.b > [Int]!', 'Mutation.m > Int!', 'Subscription.s > Int!'],
    `${link} schema { query: Root } type Root { a: Int b: [Int!] } type Query { a: Int! }`,
  ],
  [
    'FIELDS_ACROSS_SUBGRAPHS_SHOULD_BE_NULLABLE',
    `${link} type S @key(fields: "id") { id: ID! copy: Int! @external added: Int! list: [Int!]! }`,
    ['S.added > Int!', 'S.list > [Int!]!'],
    `${link} type S @key(fields: "id") { id: ID! copy: Int! @external added: Int list: [Int!] }
      "Owned." type T @key(fields: "id") { id: ID! own: Int! }`,
  ],
  [
    'FIELDS_ACROSS_SUBGRAPHS_SHOULD_BE_NULLABLE',
    `${link} type S @key(fields: "id", resolvable: false) { id: ID! } "Owned." type T @key(fields: "id") { id: ID! s: S! l: [S!] m: [[S!]]! }`,
    ['T.s > S!', 'T.l > [S!]', 'T.m > [[S!]]!'],
    `${link} type S @key(fields: "id", resolvable: false) { id: ID! }
      "Owned." type T @key(fields: "id") { id: ID! s: S l: [S] m: [S]! t: T! e: [T!]! }`,
  ],
  [
    'FIELDS_ACROSS_SUBGRAPHS_SHOULD_BE_NULLABLE',
    `${link} type S implements I @key(fields: "id") { id: ID! } interface I { id: ID! } union U = S type V { i: I! u: [U!]! }`,
    ['V.i > I!', 'V.u > [U!]!'],
    `${link} "Owned." type S implements I @key(fields: "id") { id: ID! } interface I { id: ID! } union U = S type V { i: I! u: [U!]! }`,
  ],
  [
    'FIELDS_ACROSS_SUBGRAPHS_SHOULD_BE_NULLABLE',
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.0", as: "fed", import: [{ name: "@key", as: "@id" }])
      type S @id(fields: "id") { id: ID! copy: Int! @fed__external added: Int! @external }`,
    ['S.added > Int!'],
    'type Query { a: Int! }',
  ],
];

describe('the rules', () => {
  test.each(cases)('%s (%#)', (rule, wrong, finds, right) => {
    const options = { approvedTags: ['public'] };
    expect(found(rule, wrong, options)).toEqual(finds);
    expect(found(rule, right, options)).toEqual([]);
  });

  test('are all tried here, and each has a name and a level', () => {
    const names = rules.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(cases.map(([rule]) => rule))).toEqual(new Set(names));
    expect(new Set(Object.keys(defaultLevels))).toEqual(new Set([...names, 'DOES_NOT_PARSE']));
  });

  test('every tag may be used where none was agreed on', () => {
    expect(found('TAG_DIRECTIVE_USES_UNKNOWN_NAME', 'type T @tag(name: "x") { a: Int }')).toEqual([]);
  });

  test('say what to mend', () => {
    const messages = (sdl: string) => lint(sdl, {}).diagnostics.map(({ message }) => message);
    expect(messages('"T." type T { "A." A: Int } type Query { "T." getT: T }')).toEqual([
      'The name "A" should be in camelCase.',
      'The name "getT" should not start with "get".',
    ]);
    expect(
      messages(`${link} type S @key(fields: "id") { id: ID! "B." b: Int! } type Query { "S." s: [S!] "T." t: S! }`),
    ).toEqual([
      '"S.b" must be nullable: another subgraph owns S.',
      '"Query.s" must have nullable items: another subgraph owns S.',
      '"Query.t" must be nullable: it is a root field.',
    ]);
  });
});
