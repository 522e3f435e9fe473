import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { lint } from './lint.ts';

const offending = 'type Query {\n  "Grüße 😀" Name(Arg: Int): Int\n}\n';

describe('lint', () => {
  test('tells the level, the rule, the coordinate and the place, in bytes, lines and columns', () => {
    const { diagnostics, errorsCount, warningsCount } = lint(offending, {});
    expect({ errorsCount, warningsCount }).toEqual({ errorsCount: 2, warningsCount: 1 });
    expect(diagnostics).toMatchObject([
      {
        level: 'ERROR',
        rule: 'FIELD_NAMES_SHOULD_BE_CAMEL_CASE',
        coordinate: 'Query.Name',
        message: 'The name "Name" should be in camelCase.',
        locations: [{ start: { byteOffset: 30, line: 2, column: 14 }, end: { byteOffset: 34, line: 2, column: 18 } }],
      },
      { level: 'WARNING', rule: 'ARGUMENTS_REQUIRE_DESCRIPTION', coordinate: 'Query.Name(Arg:)' },
      { level: 'ERROR', rule: 'INPUT_ARGUMENT_NAMES_SHOULD_BE_CAMEL_CASE', coordinate: 'Query.Name(Arg:)' },
    ]);
  });

  test('counts each rule as it is told to', () => {
    const levels = {
      FIELD_NAMES_SHOULD_BE_CAMEL_CASE: 'WARNING',
      INPUT_ARGUMENT_NAMES_SHOULD_BE_CAMEL_CASE: 'IGNORED',
      ARGUMENTS_REQUIRE_DESCRIPTION: 'ERROR',
    } as const;
    const { diagnostics, errorsCount, warningsCount } = lint(offending, { levels });
    expect(diagnostics.map(({ level, rule }) => [level, rule])).toEqual([
      ['WARNING', 'FIELD_NAMES_SHOULD_BE_CAMEL_CASE'],
      ['ERROR', 'ARGUMENTS_REQUIRE_DESCRIPTION'],
    ]);
    expect({ errorsCount, warningsCount }).toEqual({ errorsCount: 1, warningsCount: 1 });
  });

  test('leaves out what was wrong before, wherever it stood, and keeps what is new', () => {
    const baseSdl = '"U." type U { "A." a: Int }\ntype Query { "Name." Name(Arg: String): U }';
    const rulesLeft = (base: string | null) =>
      lint(`${offending}"T." type T { "B." B: Int }`, { baseSdl: base }).diagnostics.map(
        ({ coordinate }) => coordinate,
      );
    expect(rulesLeft(baseSdl)).toEqual(['T', 'T.B']);
    expect(rulesLeft(null)).toHaveLength(5);
    expect(rulesLeft('type Query {')).toHaveLength(5);
  });

  test.each([
    [
      'a field without a type',
      'type Query {\n  "é" a: \n}',
      'Expected Name, found "}"',
      { byteOffset: 24, line: 3, column: 1 },
    ],
    [
      'an end too early',
      'type Query {\n  a: Int',
      'Expected Name, found <EOF>',
      { byteOffset: 20, line: 2, column: 8 },
    ],
    [
      'an end inside of a character',
      '"unterminated 😀',
      'Unterminated string',
      { byteOffset: 14, line: 1, column: 15 },
    ],
    ['a stray character', 'type 😀', 'Unexpected character: U+1F600', { byteOffset: 5, line: 1, column: 6 }],
    ['nothing', '', 'Unexpected <EOF>', { byteOffset: 0, line: 1, column: 1 }],
  ])('tells of %s where it is', (_, sdl, message, start) => {
    expect(lint(sdl, { levels: { DOES_NOT_PARSE: 'IGNORED' } })).toMatchObject({
      diagnostics: [
        {
          level: 'ERROR',
          rule: 'DOES_NOT_PARSE',
          coordinate: '',
          message: expect.stringContaining(message),
          locations: [{ start }],
        },
      ],
      errorsCount: 1,
      warningsCount: 0,
    });
  });

  test('an API schema without federation is linted too', () => {
    expect(lint('type Query { "A." a: Int! }', {}).diagnostics).toEqual([]);
  });

  const subgraphs = new URL('../../../subgraphs/', import.meta.url);
  test.each(readdirSync(subgraphs))('the %s subgraph of this house has no errors', (name) => {
    const sdl = readFileSync(new URL(`${name}/schema.graphql`, subgraphs), 'utf8');
    expect(lint(sdl, {}).diagnostics.filter(({ level }) => level === 'ERROR')).toEqual([]);
  });

  test('a large schema takes a bounded time', () => {
    const types = Array.from({ length: 5_000 }, (_, at) => `type T${at} { Name: String other: T${at} }`);
    const started = performance.now();
    expect(lint(types.join('\n'), {}).errorsCount).toBe(20_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
