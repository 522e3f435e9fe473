import { compose } from '@banyan/kit/composition';
import { describe, expect, test } from '@jest/globals';
import { apiSchemaOf } from './apiSchema.ts';

describe('the API schema of a supergraph', () => {
  test('has neither the machinery of federation nor what is inaccessible', () => {
    const build = compose([
      {
        name: 'one',
        url: 'http://localhost/one',
        sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@inaccessible"])
          type Query { book: Book @deprecated(reason: "Ask for books.") }
          "A book." type Book @key(fields: "id") { id: ID! @inaccessible title(short: Boolean = true): String! }`,
      },
    ]);
    if (!build.ok) throw new Error(JSON.stringify(build.errors));
    expect(apiSchemaOf(build.supergraphSdl)).toBe(
      [
        '"""A book."""',
        'type Book {',
        '  title(short: Boolean = true): String!',
        '}',
        '',
        'type Query {',
        '  book: Book @deprecated(reason: "Ask for books.")',
        '}',
        '',
      ].join('\n'),
    );
  });

  test('is refused to what is no supergraph', () => {
    expect(() => apiSchemaOf('type Query { a: Int }')).toThrow('must be a core schema');
    expect(() => apiSchemaOf('type Query {')).toThrow('Syntax Error');
  });

  test('does not ask whether a gateway supports what the supergraph links', () => {
    const build = compose([
      {
        name: 'one',
        url: 'http://localhost/one',
        sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@authenticated"])
          type Query { secret: Int @authenticated }`,
      },
    ]);
    expect(build.ok && apiSchemaOf(build.supergraphSdl)).toBe('type Query {\n  secret: Int\n}\n');
  });
});
