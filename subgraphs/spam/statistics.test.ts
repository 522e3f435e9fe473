import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDomains, createTally, domainsKept, domainsOf, hourOf, lastHours, sumOf, topDomains } from './statistics.ts';
import type { Verdict } from './verdict.ts';

test('the last hours are 24, the latest first, across midnight', () => {
  const hours = lastHours(new Date('2026-03-01T00:59:59.999Z'));
  expect(hours).toHaveLength(24);
  expect([hours[0], hours[1], hours[23]]).toEqual([
    '2026-03-01T00:00:00.000Z',
    '2026-02-28T23:00:00.000Z',
    '2026-02-28T01:00:00.000Z',
  ]);
  expect(hourOf(new Date('2026-03-01T01:00:00.000Z'))).toBe('2026-03-01T01:00:00.000Z');
});

test('shares are summed, and nothing is zero', () => {
  const none = { checked: 0, refused: 0, hidden: 0, cleared: 0, unknown: 0 };
  expect(sumOf([])).toEqual(none);
  expect(sumOf([{ checked: 2, hidden: 1 }, { checked: 3 }])).toEqual({ ...none, checked: 5, hidden: 1 });
});

test('a domain is counted once a text, whatever is blocked of it', () => {
  const matches = ['a.example/x', 'a.example/y', 'b.a.example/'].map((expression) => ({ url: expression, expression }));
  expect([...domainsOf({ matches })]).toEqual(['a.example', 'b.a.example']);
});

test('domains are added up, the most first, and no more are kept than are said', () => {
  const domain = fc.integer({ min: 0, max: 150 }).map((n) => `d${n}.example`);
  const batch = fc.array(fc.tuple(domain, fc.integer({ min: 1, max: 9 }))).map((hits) => new Map(hits));
  fc.assert(
    fc.property(fc.array(batch, { maxLength: 10 }), (batches) => {
      const all = new Map<string, number>();
      for (const hits of batches) for (const [name, count] of hits) all.set(name, (all.get(name) ?? 0) + count);
      const kept = batches.reduce<{ domain: string; hits: number }[]>((known, hits) => addDomains(known, hits), []);
      expect(kept.length).toBe(Math.min(domainsKept, kept.length));
      expect(kept.map(({ hits }) => hits)).toEqual(kept.map(({ hits }) => hits).sort((a, b) => b - a));
      for (const { domain: name, hits } of kept) expect(hits).toBeLessThanOrEqual(all.get(name) ?? 0);
      if (all.size <= domainsKept) expect(new Map(kept.map(({ domain: name, hits }) => [name, hits]))).toEqual(all);
    }),
  );
});

test('the top of several hours is the sum of each domain, the first 20', () => {
  const hour = Array.from({ length: 30 }, (_, i) => ({ domain: `d${i}.example`, hits: 30 - i }));
  const top = topDomains([hour, [{ domain: 'd29.example', hits: 40 }], []]);
  expect(top).toHaveLength(20);
  expect(top.slice(0, 2)).toEqual([
    { domain: 'd29.example', hits: 41 },
    { domain: 'd0.example', hits: 30 },
  ]);
});

test('a tally is handed over once', () => {
  const tally = createTally();
  const matches = [{ url: 'a.example', expression: 'a.example/' }];
  const verdict: Verdict = { isSpam: true, isUnknown: false, reason: 'BLOCKED_URL', matches, unexpanded: [] };
  tally.refused(verdict);
  tally.hidden(verdict);
  expect([...tally.take().values()]).toEqual([{ refused: 1, domains: new Map([['a.example', 2]]) }]);
  expect(tally.take().size).toBe(0);
});
