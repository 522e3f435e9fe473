import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addTo, bucketOf, emptyHistogram, fromRuns, latencyOf, merge, percentile, toRuns, total } from './histogram.ts';

test.each([
  [0, 0],
  [1, 0],
  [1_000, 0],
  [1_001, 1],
  [1_100, 1],
  [1_101, 2],
  [1_000_000, 73],
  [Number.MAX_SAFE_INTEGER, 313],
  [1e300, 383],
  [Number.NaN, 0],
])('%d ns are in bucket %d', (ns, bucket) => {
  expect(bucketOf(ns)).toBe(bucket);
});

test.each([
  [[], []],
  [[5], [5]],
  [
    [0, 5],
    [0, 5],
  ],
  [
    [0, 0, 5],
    [-2, 5],
  ],
  [
    [-2, 5, 0, 1, -3, 2.9],
    [-2, 5, 0, 1, -3, 2],
  ],
  [[0, 0, 0], []],
  [
    [-383, 1],
    [-383, 1],
  ],
])('the run-length form %j is kept as %j', (given, kept) => {
  expect(toRuns(fromRuns(given))).toEqual(kept);
});

test.each([[[-384, 1]], [[-1e9]], [new Array(385).fill(1)], [[Number.NaN]], [[Number.POSITIVE_INFINITY]]])(
  'what is no histogram is refused (%#)',
  (given) => {
    expect(() => fromRuns(given)).toThrow(RangeError);
  },
);

test('the share that took at most so long', () => {
  const histogram = emptyHistogram();
  for (let n = 0; n < 95; n++) addTo(histogram, bucketOf(1e6), 1);
  for (let n = 0; n < 5; n++) addTo(histogram, bucketOf(1e9), 1);
  const { p50Ms, p95Ms, p99Ms } = latencyOf(histogram);
  expect(p50Ms).toBeCloseTo(1.05, 1);
  expect(p95Ms).toBe(p50Ms);
  expect(p99Ms).toBeGreaterThanOrEqual(1_000);
  expect(p99Ms).toBeLessThan(1_100);
  expect(percentile(emptyHistogram(), 0.5)).toBeUndefined();
});

describe('for any durations', () => {
  const durations = fc.array(fc.tuple(fc.nat(383), fc.integer({ min: 1, max: 1_000 })));
  const histogramOf = (list: [number, number][]) => {
    const histogram = emptyHistogram();
    for (const [bucket, count] of list) addTo(histogram, bucket, count);
    return histogram;
  };

  test('the order in which they are counted and merged does not matter', () => {
    fc.assert(
      fc.property(durations, durations, (some, others) => {
        const all = toRuns(histogramOf([...some, ...others]));
        const [one, other] = [histogramOf(some), histogramOf(others)];
        merge(one, other);
        merge(other, histogramOf(some));
        expect(toRuns(one)).toEqual(all);
        expect(toRuns(other)).toEqual(all);
        expect(toRuns(fromRuns(all))).toEqual(all);
        expect(total(one)).toBe([...some, ...others].reduce((sum, [, count]) => sum + count, 0));
      }),
    );
  });
});
