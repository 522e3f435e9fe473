import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { createTurns } from './turns.ts';

test('one at a time for each key, in the order of asking, whatever becomes of the one before', async () => {
  const inTurn = createTurns();
  const seen: string[] = [];
  const work = (name: string, ms: number) => async () => {
    seen.push(`${name} begins`);
    await wait(ms);
    seen.push(`${name} ends`);
    if (name === 'a2') throw new Error('wrong');
    return name;
  };
  const all = await Promise.allSettled([
    inTurn('a', work('a1', 40)),
    inTurn('a', work('a2', 1)),
    inTurn('a', work('a3', 1)),
    inTurn('b', work('b1', 1)),
  ]);
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  expect(seen.filter((line) => line.startsWith('a'))).toEqual(
    ['a1', 'a2', 'a3'].flatMap((name) => [`${name} begins`, `${name} ends`]),
  );
  expect(seen.indexOf('b1 ends')).toBeLessThan(seen.indexOf('a1 ends'));
});
