import { expect, test } from '@jest/globals';
import { median, percentile, ratios, spread } from './statistics.ts';

test('a median of an odd and an even number of values', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(median([7])).toBe(7);
});

test('percentiles never leave the list', () => {
  const sorted = Array.from({ length: 100 }, (_, index) => index + 1);
  expect([0, 0.5, 0.95, 1].map((share) => percentile(sorted, share))).toEqual([1, 51, 96, 100]);
});

test('ratios are taken within a round', () => {
  expect(ratios([10, 40], [5, 20])).toEqual({ median: 2, least: 2, most: 2 });
  expect(spread([3, 9, 6])).toEqual({ median: 6, least: 3, most: 9 });
});
