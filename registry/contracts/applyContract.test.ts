import { compose } from '@banyan/kit/composition';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { applyContract } from './applyContract.ts';

const imports = '["@key", "@tag", "@inaccessible", "@shareable"]';

/** A supergraph of one subgraph; `#x` after an element is the tag x. */
function supergraphOf(sdl: string): string {
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${imports})`;
  const tagged = sdl.replace(/#(\w+)/g, '@tag(name: "$1")');
  const build = compose([{ name: 'one', url: 'http://localhost/one', sdl: `${link}\n${tagged}` }]);
  if (!build.ok) throw new Error(JSON.stringify(build.errors));
  return build.supergraphSdl;
}

/** @param tags each with its sign: `+` included, `-` excluded; `reach` hides what is unreachable. */
function contractOf(sdl: string, tags: string) {
  const words = tags.split(' ').filter((word) => word !== '');
  return applyContract(supergraphOf(sdl), {
    include: words.filter((word) => word.startsWith('+')).map((word) => word.slice(1)),
    exclude: words.filter((word) => word.startsWith('-')).map((word) => word.slice(1)),
    hideUnreachableTypes: words.includes('reach'),
  });
}

const sorted = (sdl: string) => printSchema(lexicographicSortSchema(buildSchema(sdl)));

interface Case {
  name: string;
  sdl: string;
  tags: string;
  api: string;
}

const cases: Case[] = [
  {
    name: 'a filter of nothing keeps everything',
    sdl: 'type Query { a: Int b: Int #x } type Alone { c: Int }',
    tags: '',
    api: 'type Query { a: Int b: Int } type Alone { c: Int }',
  },
  {
    name: 'an excluded field goes, an untagged one stays',
    sdl: 'type Query { a: Int b: Int #x }',
    tags: '-x',
    api: 'type Query { a: Int }',
  },
  {
    name: 'with inclusion only what carries the tag stays',
    sdl: 'type Query { a: Int b: Int #x c: Int #y }',
    tags: '+x',
    api: 'type Query { b: Int }',
  },
  {
    name: 'one of several included tags is enough',
    sdl: 'type Query { a: Int b: Int #x c: Int #y d: Int #x #z }',
    tags: '+x +y',
    api: 'type Query { b: Int c: Int d: Int }',
  },
  {
    name: 'exclusion beats inclusion',
    sdl: 'type Query { a: Int #x b: Int #x #y }',
    tags: '+x -y',
    api: 'type Query { a: Int }',
  },
  {
    name: 'the tag of an object type is on its fields, unless they have an excluded one',
    sdl: 'type Query { t: T #x } type T #x { a: Int b: Int #y }',
    tags: '+x -y',
    api: 'type Query { t: T } type T { a: Int }',
  },
  {
    name: 'a tagged field brings its type along',
    sdl: 'type Query { t: T #x } type T { a: Int #x b: Int }',
    tags: '+x',
    api: 'type Query { t: T } type T { a: Int }',
  },
  {
    name: 'an excluded type takes the fields that return it along',
    sdl: 'type Query { a: Int t: [T!]! } type T #y { a: Int }',
    tags: '-y',
    api: 'type Query { a: Int }',
  },
  {
    name: 'a type goes with the last of its fields, and so does what returns it',
    sdl: 'type Query { a: Int t: T } type T { u: U } type U { a: Int #y b: Int #y }',
    tags: '-y',
    api: 'type Query { a: Int }',
  },
  {
    name: 'a union has to be included itself',
    sdl: 'type Query { u: U #x v: V #x } union U #x = T union V = T type T #x { a: Int }',
    tags: '+x',
    api: 'type Query { u: U } union U = T type T { a: Int }',
  },
  {
    name: 'a union keeps the members that are left, and goes with the last of them',
    sdl: 'type Query { u: U v: V } union U = T | S union V = T type T #y { a: Int } type S { a: Int }',
    tags: '-y',
    api: 'type Query { u: U } union U = S type S { a: Int }',
  },
  {
    name: 'an interface has the tags of its own fields, and a hidden implementation goes alone',
    sdl: `type Query { i: I } interface I { a: Int }
      type T implements I #y { a: Int } type S implements I { a: Int b: Int }`,
    tags: '-y',
    api: 'type Query { i: I } interface I { a: Int } type S implements I { a: Int b: Int }',
  },
  {
    name: 'an interface loses the field that an implementation loses',
    sdl: 'type Query { i: I } interface I { a: Int b: Int } type T implements I { a: Int b: Int #y }',
    tags: '-y',
    api: 'type Query { i: I } interface I { a: Int } type T implements I { a: Int }',
  },
  {
    name: 'an interface loses the argument that an implementation loses',
    sdl: 'type Query { i: I } interface I { a(x: Int, y: Int): Int } type T implements I { a(x: Int #y, y: Int): Int }',
    tags: '-y',
    api: 'type Query { i: I } interface I { a(y: Int): Int } type T implements I { a(y: Int): Int }',
  },
  {
    name: 'inclusion does not ask arguments, input fields, enum values and scalars for a tag',
    sdl: 'type Query { a(x: In, e: E, s: S): Int #x } input In { a: Int } enum E { A B } scalar S',
    tags: '+x',
    api: 'type Query { a(x: In, e: E, s: S): Int } input In { a: Int } enum E { A B } scalar S',
  },
  {
    name: 'arguments, input fields and enum values can be excluded',
    sdl: 'type Query { a(x: In, y: Int = 1 #y, e: E): Int } input In { a: Int b: Int #y } enum E { A B #y }',
    tags: '-y',
    api: 'type Query { a(x: In, e: E): Int } input In { a: Int } enum E { A }',
  },
  {
    name: 'an excluded input type takes the optional arguments that need it along',
    sdl: 'type Query { a(x: In): Int b(o: Out): Int } input In #y { a: Int } input Out { in: [In!] b: Int }',
    tags: '-y',
    api: 'type Query { a: Int b(o: Out): Int } input Out { b: Int }',
  },
  {
    name: 'an enum goes with the last of its values, a scalar with its tag, and so does what returns them',
    sdl: 'type Query { a: Int e: E s: S } enum E { A #y } scalar S #y',
    tags: '-y',
    api: 'type Query { a: Int }',
  },
  {
    name: 'Mutation goes with the last of its fields',
    sdl: 'type Query { a: Int } type Mutation { m: Int #y }',
    tags: '-y',
    api: 'type Query { a: Int }',
  },
  {
    name: 'unreachable types stay unless they are to be hidden',
    sdl: 'type Query { a: Int t: T #y } type T { e: E } enum E { A } input In { a: Int }',
    tags: '-y',
    api: 'type Query { a: Int } type T { e: E } enum E { A } input In { a: Int }',
  },
  {
    name: 'unreachable types are hidden, all kinds of them',
    sdl: `type Query { a: Int t: T #y b(f: F): Int } type T { e: E } enum E { A } enum F { A } input In { a: Int }
      scalar S union U = T interface I { a: Int }`,
    tags: '-y reach',
    api: 'type Query { a: Int b(f: F): Int } enum F { A }',
  },
  {
    name: 'an unreachable type with an included tag stays, with what it leads to',
    sdl: 'type Query { a: Int #x } type T #x { e: E } enum E { A } enum F { A }',
    tags: '+x reach',
    api: 'type Query { a: Int } type T { e: E } enum E { A }',
  },
  {
    name: 'an interface leads to its implementations, an implementation does not lead to its siblings',
    sdl: `type Query { i: I t: T } interface I { a: Int } type A implements I { a: Int }
      interface J { b: Int } type T implements J { b: Int } type S implements J { b: Int }`,
    tags: 'reach',
    api: `type Query { i: I t: T } interface I { a: Int } type A implements I { a: Int }
      interface J { b: Int } type T implements J { b: Int }`,
  },
  {
    name: 'a directive of operations leads to its arguments',
    sdl: 'directive @d(e: E) on FIELD type Query { a: Int } enum E { A } enum F { A }',
    tags: 'reach',
    api: 'directive @d(e: E) on FIELD type Query { a: Int } enum E { A }',
  },
  {
    name: 'what is inaccessible in the source stays so',
    sdl: 'type Query { a: Int #x b: Int @inaccessible #x } type T @inaccessible #x { a: Int }',
    tags: '+x',
    api: 'type Query { a: Int }',
  },
];

describe('a contract', () => {
  test.each(cases)('$name', ({ sdl, tags, api }) => {
    const contract = contractOf(sdl, tags);
    expect(contract).toMatchObject({ ok: true });
    expect(contract.ok && sorted(contract.apiSdl)).toBe(sorted(api));
  });

  test.each([
    ['Query is empty', 'type Query { a: Int }', '+x', 'QUERY_ROOT_TYPE_INACCESSIBLE'],
    ['Query is excluded', 'type Query #y { a: Int }', '-y', 'QUERY_ROOT_TYPE_INACCESSIBLE'],
    ['a required argument is hidden', 'type Query { a(x: Int! #y): Int }', '-y', 'REQUIRED_INACCESSIBLE'],
    [
      'a required input field is hidden',
      'type Query { a(x: In): Int } input In { a: Int b: Int! #y }',
      '-y',
      'REQUIRED_INACCESSIBLE',
    ],
    [
      'a required argument needs a hidden type',
      'type Query { a(x: In!): Int } input In #y { a: Int }',
      '-y',
      'REFERENCED_INACCESSIBLE',
    ],
    [
      'a default value is hidden',
      'type Query { a(x: E = B): Int } enum E { A B #y }',
      '-y',
      'DEFAULT_VALUE_USES_INACCESSIBLE',
    ],
    ['the same tag is on both sides', 'type Query { a: Int }', '+x -x', 'INPUT_VALIDATION'],
  ])('fails where %s', (_, sdl, tags, code) => {
    const contract = contractOf(sdl, tags);
    expect(contract).toMatchObject({ ok: false, errors: [{ code, places: [] }] });
  });

  test('every error is told', () => {
    const contract = contractOf('type Query { a(x: Int! #y): Int b(x: Int! #y): Int }', '-y');
    expect(contract.ok ? [] : contract.errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('"Query.a(x:)"'),
      expect.stringContaining('"Query.b(x:)"'),
    ]);
  });

  test.each([
    ['no GraphQL', 'type Query {', 'INVALID_GRAPHQL'],
    ['no supergraph', 'type Query { a: Int }', 'INVALID_FEDERATION_SUPERGRAPH'],
  ])('of %s is a failure too', (_, sdl, code) => {
    const contract = applyContract(sdl, { include: [], exclude: [], hideUnreachableTypes: true });
    expect(contract).toMatchObject({ ok: false, errors: [{ code }] });
  });
});

describe('the supergraph of a contract', () => {
  const source = supergraphOf(`"Äpfel" type Query { a: Int b(x: Int #y, y: Int): Int #x } type T #y { a: Int }
    union U #y = T enum E { A B #y } scalar S #y interface I #y { a: Int }`);
  const text = (supergraph: string, exclude: string[]) => {
    const contract = applyContract(supergraph, { include: [], exclude, hideUnreachableTypes: false });
    if (!contract.ok) throw new Error(JSON.stringify(contract.errors));
    return contract.supergraphSdl;
  };

  test('is the source itself where nothing is left out', () => {
    expect(text(source, [])).toBe(source);
    expect(text(source, ['unknown'])).toBe(source);
  });

  test('is the source with marks and the link to them, and nothing deleted', () => {
    const marked = text(source, ['y']);
    const unmarked = marked
      .replace('\n  @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY)', '')
      .replace(/\n\ndirective @inaccessible on .*/, '')
      .replaceAll(/\s+@inaccessible/g, '');
    expect(marked.match(/\s@inaccessible(?! on)/g)).toHaveLength(6);
    expect(unmarked).toBe(source);
    expect(text(source, ['y'])).toBe(marked);
  });

  test('can be the source of another contract', () => {
    const marked = text(source, ['y']);
    expect(text(marked, ['y'])).toBe(marked);
    expect(text(marked, ['x', 'y']).match(/inaccessible\/v0.2|directive @inaccessible/g)).toHaveLength(2);
  });

  test('uses the names that the source links the directives under', () => {
    const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
      import: [{ name: "@tag", as: "@label" }, { name: "@inaccessible", as: "@concealed" }])`;
    const sdl = `${link} type Query { a: Int b: Int @label(name: "y") c: Int @concealed }`;
    const build = compose([{ name: 'one', url: 'http://localhost/one', sdl }]);
    if (!build.ok) throw new Error(JSON.stringify(build.errors));
    expect(text(build.supergraphSdl, ['y'])).toContain('b: Int @label(name: "y") @concealed');
  });
});
