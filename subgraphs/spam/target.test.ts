import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tellingOf } from './events.ts';
import { countsOf } from './statistics.ts';
import {
  beginTry,
  deleted,
  endTry,
  firstSeen,
  moderated,
  type Rules,
  reported,
  type Target,
  unheld,
} from './target.ts';
import type { Verdict } from './verdict.ts';

const rules: Rules = { retryMs: 1_000, maxTries: 3, reportsForReview: 3 };
const published = { type: 'post', id: 'p', postId: 'p', authorId: 'a' } as const;

const clean: Verdict = { isSpam: false, isUnknown: false, reason: null, matches: [], unexpanded: [] };
const match = { url: 'http://shop.example', expression: 'shop.example/' };
const spam: Verdict = { ...clean, isSpam: true, reason: 'BLOCKED_URL', matches: [match] };
const tooMany: Verdict = { ...clean, isSpam: true, reason: 'TOO_MANY_URLS' };
const unknown: Verdict = { ...clean, isUnknown: true, unexpanded: ['bit.ly/a: too slow'] };

const statusOf = ({ decision }: Target) => decision.status;

describe('what is seen first', () => {
  test('is held by what blocks it', () => {
    const target = firstSeen(published, spam, 'r');
    expect(target).toMatchObject({
      heldBy: 'shop.example/',
      decision: { status: 'SPAM', reason: 'BLOCKED_URL', by: null },
    });
    expect(target.decision.detail).toContain('http://shop.example');
    expect([target.review, target.dueAt]).toEqual([undefined, undefined]);
  });

  test('with too many URLs is hidden, and a moderator has to look', () => {
    const target = firstSeen(published, tooMany, 'r');
    expect([statusOf(target), target.heldBy, target.review]).toEqual([
      'SPAM',
      undefined,
      { id: 'r', cause: 'TOO_MANY_URLS' },
    ]);
  });

  test('is due at once when it is unknown, and clean otherwise', () => {
    const pending = firstSeen(published, unknown, 'r');
    expect([statusOf(pending), (pending.dueAt ?? '~') <= new Date().toISOString()]).toEqual(['PENDING', true]);
    expect(statusOf(firstSeen(published, clean, 'r'))).toBe('CLEAN');
  });
});

describe('what is unknown', () => {
  const pending = firstSeen(published, unknown, 'r');
  const dueIn = (target: Target) => Date.parse(target.dueAt ?? '') - Date.now();

  test('is tried with growing waits, and after the last try a moderator has to look', () => {
    let target: Target = pending;
    for (const [longest, isLast] of [
      [1_000, false],
      [2_000, false],
      [4_000, true],
    ] as const) {
      target = beginTry(target, rules);
      expect(dueIn(target)).toBeLessThanOrEqual(longest);
      expect(dueIn(target)).toBeGreaterThan(longest / 2 - 100);
      target = endTry(target, unknown, rules, 'r');
      expect([statusOf(target), target.dueAt === undefined]).toEqual(['UNKNOWN', isLast]);
      expect(target.review).toEqual(isLast ? { id: 'r', cause: 'UNKNOWN_LINKS' } : undefined);
    }
  });

  test('is decided when the links can be followed again', () => {
    const tried = endTry(beginTry(pending, rules), unknown, rules, 'r');
    for (const [verdict, status] of [
      [clean, 'CLEAN'],
      [spam, 'SPAM'],
    ] as const) {
      const after = endTry(beginTry(tried, rules), verdict, rules, 'r');
      expect([statusOf(after), after.dueAt]).toEqual([status, undefined]);
    }
  });

  test('is counted once, however often it is tried', () => {
    const once = endTry(beginTry(pending, rules), unknown, rules, 'r');
    const twice = endTry(beginTry(once, rules), unknown, rules, 'r');
    expect([countsOf(pending, once), countsOf(once, twice)]).toEqual([{ unknown: 1 }, {}]);
  });
});

describe('the end of a block', () => {
  const held = firstSeen(published, spam, 'r');

  test('shows what nothing else blocks', () => {
    const after = unheld(held, clean, 'r');
    expect(after).toMatchObject({ decision: { status: 'CLEAN', detail: 'shop.example/ is not blocked any more' } });
    expect(after.heldBy).toBeUndefined();
    expect(tellingOf(held, after)).toMatchObject({ type: 'spam.cleared', data: { reason: 'UNBLOCKED' } });
  });

  test('leaves hidden what something else blocks, and tells nobody', () => {
    const other = { ...spam, matches: [{ url: 'b.example', expression: 'b.example/' }] };
    const after = unheld(held, other, 'r');
    expect([statusOf(after), after.heldBy, tellingOf(held, after)]).toEqual(['SPAM', 'b.example/', undefined]);
  });
});

describe('reports', () => {
  const target = firstSeen(published, clean, 'r');
  const times = (count: number) =>
    Array.from({ length: count }).reduce<Target>((before) => reported(before, rules, 'r'), target);

  test('raise a review when there are enough', () => {
    expect(times(2).review).toBeUndefined();
    expect(times(3).review).toEqual({ id: 'r', cause: 'REPORTS' });
  });

  test('change nothing while a review is open, or when it is hidden', () => {
    const open = times(3);
    expect(reported(open, rules, 'other')).toBe(open);
    const held = firstSeen(published, spam, 'r');
    expect(reported(held, rules, 'r')).toBe(held);
  });

  test('count anew after a moderator has decided', () => {
    const decided = moderated(times(3), 'CLEAN', 'm', 'fine');
    expect([decided.reports, decided.review]).toEqual([0, undefined]);
    expect(reported(decided, rules, 'other').review).toBeUndefined();
  });
});

test('whatever happens, events alternate between detected and cleared, and counts agree with them', () => {
  const verdict = fc.constantFrom(clean, spam, tooMany, unknown);
  type Step = (target: Target) => Target;
  const step: fc.Arbitrary<Step> = fc.oneof(
    verdict.map(
      (found): Step =>
        (target) =>
          endTry(beginTry(target, rules), found, rules, 'r'),
    ),
    verdict.map(
      (found): Step =>
        (target) =>
          unheld(target, found, 'r'),
    ),
    fc.constant<Step>((target) => reported(target, rules, 'r')),
    fc.constantFrom('SPAM' as const, 'CLEAN' as const).map(
      (status): Step =>
        (target) =>
          moderated(target, status, 'm', ''),
    ),
  );
  fc.assert(
    fc.property(verdict, fc.array(step, { maxLength: 20 }), (first, steps) => {
      const all = [firstSeen(published, first, 'r')];
      for (const next of steps) all.push(next(all.at(-1) as Target));
      const events = all.flatMap((after, index) => tellingOf(all[index - 1], after)?.type ?? []);
      expect(events).toEqual(events.map((_, index) => (index % 2 ? 'spam.cleared' : 'spam.detected')));
      const counts = all.map((after, index) => countsOf(all[index - 1], after));
      const total = (name: 'hidden' | 'cleared') => counts.reduce((sum, each) => sum + (each[name] ?? 0), 0);
      expect([total('hidden'), total('cleared')]).toEqual([
        Math.ceil(events.length / 2),
        Math.floor(events.length / 2),
      ]);
      expect(statusOf(all.at(-1) as Target) === 'SPAM').toBe(events.length % 2 === 1);
    }),
  );
});

test('what is deleted keeps no place and tells nobody', () => {
  const held = firstSeen(published, spam, 'r');
  const after = deleted(published);
  expect([after.heldBy, after.dueAt, after.review]).toEqual([undefined, undefined, undefined]);
  expect([tellingOf(held, after), countsOf(held, after)]).toEqual([undefined, {}]);
});
