import { setImmediate } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createLocks } from './locks.ts';

test('work that shares a key never overlaps, and never waits for ever', async () => {
  const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.array(keys, { maxLength: 20 }), fc.infiniteStream(fc.nat(3)), async (jobs, turns) => {
      const hold = createLocks();
      const held = new Set<string>();
      let done = 0;
      const work = (job: string[]) => async () => {
        const unique = new Set(job);
        for (const key of unique) expect(held.has(key)).toBe(false);
        for (const key of unique) held.add(key);
        for (let turn = turns.next().value ?? 0; turn > 0; turn--) await setImmediate();
        for (const key of unique) held.delete(key);
        done++;
      };
      await Promise.all(jobs.map((job) => hold(job, work(job))));
      expect(done).toBe(jobs.length);
    }),
  );
});

test('work that fails gives its keys back', async () => {
  const hold = createLocks();
  await expect(hold(['a'], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await hold(['a'], async () => 'yes')).toBe('yes');
});
