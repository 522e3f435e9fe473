import { describe, expect, test } from '@jest/globals';
import { compose } from './compose.ts';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';
const url = 'http://localhost:1/graphql';
const book = {
  name: 'books',
  url,
  sdl: `${link}\ntype Query { book: Book }\ntype Book @key(fields: "id") { id: ID! }`,
};

describe('compose', () => {
  test('subgraphs that fit become a supergraph that names each with its address', () => {
    const build = compose([
      book,
      { name: 'prices', url, sdl: `${link}\ntype Book @key(fields: "id") { id: ID! price: Int }` },
    ]);
    if (!build.ok) throw new Error(JSON.stringify(build.errors));
    expect(build.supergraphSdl).toContain('@join__graph(name: "prices", url: "http://localhost:1/graphql")');
  });

  test('the order of the subgraphs does not matter', () => {
    const other = { name: 'prices', url, sdl: `${link}\ntype Book @key(fields: "id") { id: ID! price: Int }` };
    expect(compose([book, other])).toEqual(compose([other, book]));
  });

  test('SDL that is no GraphQL is told with line and column', () => {
    const build = compose([book, { name: 'broken', url, sdl: 'type Query {\n  a: \n}' }]);
    expect(build).toMatchObject({
      ok: false,
      errors: [{ code: 'GRAPHQL_PARSE_FAILED', places: [{ subgraph: 'broken', line: 3, column: 1 }] }],
    });
  });

  test('every error is told, with its code and its places in each subgraph', () => {
    const clash = {
      name: 'clash',
      url,
      sdl: `${link}\ntype Query { other: Int }\ntype Book { id: Int!\n title: Nope }`,
    };
    const build = compose([book, clash]);
    expect(build.ok).toBe(false);
    const { errors } = build as Extract<typeof build, { ok: false }>;
    expect(errors).toMatchObject([{ code: 'INVALID_GRAPHQL', places: [{ subgraph: 'clash', line: 4 }] }]);
    const mended = compose([book, { ...clash, sdl: clash.sdl.replace('Nope', 'String') }]);
    const places = mended.ok ? [] : mended.errors.flatMap((error) => error.places.map((place) => place.subgraph));
    expect(new Set(places)).toEqual(new Set(['books', 'clash']));
  });

  test('what is allowed and strange is a hint', () => {
    const one = `${link}\ntype Query { a: V }\n"One." type V @shareable { x: Int }`;
    const two = `${link}\ntype Query { b: V }\n"Two." type V @shareable { x: Int }`;
    const build = compose([
      { name: 'one', url, sdl: one },
      { name: 'two', url, sdl: two },
    ]);
    expect(build).toMatchObject({ ok: true, hints: [{ code: 'INCONSISTENT_DESCRIPTION' }] });
  });
});
