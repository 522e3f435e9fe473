import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newestFirst } from './homeFeed.ts';

test('merging the first of each list gives the first of all, each once', () => {
  const lists = fc.array(fc.uniqueArray(fc.integer({ min: 100, max: 999 }), { maxLength: 30 }), { maxLength: 8 });
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 12 }), (numbers, limit) => {
      const descending = (list: number[]) => [...list].sort((a, b) => b - a);
      const pages = numbers.map((list) =>
        descending(list)
          .slice(0, limit)
          .map((number) => ({ sk: `POST#${number}` })),
      );
      const expected = descending([...new Set(numbers.flat())])
        .slice(0, limit)
        .map((number) => `POST#${number}`);
      expect(newestFirst(pages, limit).map(({ sk }) => sk)).toEqual(expected);
    }),
  );
});
