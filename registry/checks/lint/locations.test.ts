import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { getLocation, Source } from 'graphql';
import { createLocator } from './locations.ts';

const texts = fc
  .array(fc.constantFrom('a', 'é', '€', '😀', '\n', '\r\n', '\r', ' ', '"'), { minLength: 1, maxLength: 40 })
  .map((characters) => characters.join(''));

describe('a location', () => {
  test('is where GraphQL.js says, in bytes that lie on characters inside of the text', () => {
    fc.assert(
      fc.property(texts, fc.nat(100), fc.nat(10), (text, from, length) => {
        const { start, end } = createLocator(text)(from, from + length);
        const bytes = Buffer.from(text);
        for (const { byteOffset, line, column } of [start, end]) {
          expect(byteOffset).toBeLessThan(bytes.length);
          const before = bytes.subarray(0, byteOffset).toString();
          expect(text.startsWith(before)).toBe(true);
          // Between the two characters of one line break GraphQL.js counts column 0.
          const expected = getLocation(new Source(text), before.length);
          if (expected.column > 0) expect({ line, column }).toEqual(expected);
        }
        if (from < text.length && text.slice(0, from).isWellFormed()) {
          expect(bytes.subarray(0, start.byteOffset).toString()).toBe(text.slice(0, from));
        }
        expect(start.byteOffset).toBeLessThanOrEqual(end.byteOffset);
      }),
    );
  });
});
