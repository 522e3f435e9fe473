import { describe, expect, test } from '@jest/globals';
import {
  buildClientSchema,
  buildSchema,
  findBreakingChanges,
  type GraphQLSchema,
  introspectionFromSchema,
} from 'graphql';
import { allCases } from './cases/allCases.ts';
import { diffSchemas } from './diffSchemas.ts';

const found = (before: GraphQLSchema, after: GraphQLSchema) =>
  diffSchemas(before, after).map(({ code, coordinate, effect }) => [code, coordinate, effect]);

describe('the changes between two schemas', () => {
  test.each(allCases)('$kind', ({ before, after, changes }) => {
    expect(found(buildSchema(before), buildSchema(after))).toEqual(changes);
  });

  test.each(allCases)('none between a schema and itself: $kind', ({ after }) => {
    expect(diffSchemas(buildSchema(after), buildSchema(after))).toEqual([]);
  });

  // Another author's list of what breaks: we find all of it, except what touches no operation.
  const harmless = ['C no longer implements interface B', 'key was removed', 'OBJECT was removed', 'Standard scalar'];
  test.each(allCases)('what the reference implementation calls breaking is found: $kind', (one) => {
    const [before, after] = [buildSchema(one.before), buildSchema(one.after)];
    const theirs = findBreakingChanges(before, after)
      .map(({ description }) => description)
      .filter((text) => !harmless.some((part) => text.includes(part)));
    const ours = diffSchemas(before, after).filter(({ effect }) => effect === 'breaking');
    expect(ours.length).toBeGreaterThanOrEqual(theirs.length);
  });

  test.each(allCases)('the same as introspection shows it: $kind', ({ before, after, changes }) => {
    const [old, now] = [before, after].map((sdl) =>
      buildClientSchema(introspectionFromSchema(buildSchema(sdl), { schemaDescription: true, oneOf: true })),
    );
    if (old === undefined || now === undefined) throw new Error('a schema is missing');
    expect(found(old, now).toSorted()).toEqual([...changes].toSorted());
  });

  test('a change says what it was, what it is, and which member came', () => {
    const before = buildSchema(
      'type Query { a(n: Int = 1): Int u: U } union U = A type A { x: Int } type B { x: Int }',
    );
    const after = buildSchema(
      'type Query { a(n: Int = 2): Int! u: U } union U = A | B type A { x: Int } type B { x: Int }',
    );
    expect(diffSchemas(before, after)).toEqual([
      {
        code: 'FIELD_CHANGED_TYPE',
        coordinate: 'Query.a',
        before: 'Int',
        after: 'Int!',
        description: '`Query.a` changed type from `Int` to `Int!`.',
        effect: 'safe',
      },
      {
        code: 'ARG_DEFAULT_VALUE_CHANGE',
        coordinate: 'Query.a(n:)',
        before: '1',
        after: '2',
        description: 'The default value of `Query.a(n:)` changed from 1 to 2.',
        effect: 'dangerous',
      },
      {
        code: 'TYPE_ADDED_TO_UNION',
        coordinate: 'U',
        member: 'B',
        description: '`B` was added to the union `U`.',
        effect: 'dangerous',
      },
    ]);
  });

  test('defaults of custom scalars are compared as they were written', () => {
    const sdl = (value: string) => buildSchema(`scalar JSON type Query { a(j: JSON = ${value}): Int }`);
    expect(diffSchemas(sdl('{ a: [1, "x"], b: null }'), sdl('{ b: null, a: [1, "x"] }'))).toEqual([]);
    expect(diffSchemas(sdl('{ a: 1 }'), sdl('{ a: 2 }'))).toHaveLength(1);
  });
});
