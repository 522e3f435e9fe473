import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { expiryFor, keptSeconds, maxExpiries, weekSeconds } from './expiry.ts';

const time = fc.integer({ min: 0, max: 4_000_000_000_000 });

test('a notification is kept for 90 days and less than a week more, to the end of a week', () => {
  fc.assert(
    fc.property(time, (arrivedAt) => {
      const kept = expiryFor(arrivedAt) - arrivedAt / 1_000;
      expect(kept).toBeGreaterThanOrEqual(keptSeconds);
      expect(kept).toBeLessThan(keptSeconds + weekSeconds);
      expect(expiryFor(arrivedAt) % weekSeconds).toBe(0);
    }),
  );
});

test('a millisecond decides between two weeks', () => {
  const weekEnd = 3_000 * weekSeconds;
  const lastMoment = (weekEnd - keptSeconds) * 1_000;
  expect(expiryFor(lastMoment)).toBe(weekEnd);
  expect(expiryFor(lastMoment + 1)).toBe(weekEnd + weekSeconds);
});

test('whatever arrived when, what is kept now ends at no more than 14 times', () => {
  expect(maxExpiries).toBe(14);
  fc.assert(
    fc.property(time, (now) => {
      const ends = new Set<number>();
      const hour = 3_600_000;
      for (let age = 0; age <= 100 * 24 * hour; age += hour) {
        const end = expiryFor(now - age);
        if (end > now / 1_000) ends.add(end);
      }
      expect(ends.size).toBeLessThanOrEqual(maxExpiries);
    }),
    { numRuns: 20 },
  );
});
