import { describe, expect, test } from '@jest/globals';
import { readAnswer, undescribed } from './answer.ts';
import { Fault } from './fault.ts';

describe('an answer is', () => {
  test.each([
    ['{"data":{"a":1}}', { data: { a: 1 } }],
    ['{"data":null}', { data: null }],
    ['{"data":{},"errors":null}', { data: {} }],
    ['{"data":{},"errors":[]}', { data: {} }],
    ['{"errors":[{"message":"no"}]}', { errors: [{ message: 'no' }] }],
    ['{"data":{},"extensions":{"ftv1":"x"},"more":1}', { data: {}, extensions: { ftv1: 'x' } }],
    ['{"data":{"é":"\\u00e9"}}', { data: { é: 'é' } }],
  ])('%s', (text, answer) => expect(readAnswer(text)).toEqual(answer));
});

describe('no answer is', () => {
  test.each([
    '',
    '{"data":{"a":1}',
    '[]',
    '[{"data":{}}]',
    '"data"',
    '7',
    'null',
    '{}',
    '{"errors":[]}',
    '{"data":[]}',
    '{"data":"x"}',
    '{"data":{},"errors":"x"}',
    '{"data":{},"errors":{"message":"x"}}',
    '{"__proto__":{"data":{}}}',
  ])('%s', (text) => expect(() => readAnswer(text)).toThrow(Fault));
});

describe('an error', () => {
  const read = (error: unknown) => readAnswer(JSON.stringify({ errors: [error] })).errors?.[0];

  test('keeps its message, path and extensions alone', () => {
    const kept = { message: 'no', path: ['a', 0, 'b'], extensions: { code: 'FORBIDDEN' } };
    expect(read({ ...kept, locations: [{ line: 1, column: 1 }], stack: 'at secret.js' })).toEqual(kept);
  });

  test('does not say what the status of our own answer is', () => {
    expect(read({ message: 'no', extensions: { code: 'X', http: { status: 1_000 } } })).toEqual({
      message: 'no',
      extensions: { code: 'X' },
    });
  });

  test.each([null, 'no', 7, [], {}, { message: 7 }, { message: null }])('%j gets a message', (error) => {
    expect(read(error)).toEqual({ message: undescribed });
  });

  test.each([{ path: 'a' }, { path: [{}] }, { path: [0.5] }, { path: null }, { extensions: [] }, { extensions: 'x' }])(
    'loses %j',
    (part) => {
      expect(read({ message: 'no', ...part })).toEqual({ message: 'no' });
    },
  );
});

test('a key that objects inherit is an own one, and changes no prototype', () => {
  const { data } = readAnswer('{"data":{"__proto__":{"admin":true},"constructor":1}}');
  expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  expect(Object.keys(data ?? {})).toEqual(['__proto__', 'constructor']);
  expect(({} as { admin?: boolean }).admin).toBeUndefined();
});
