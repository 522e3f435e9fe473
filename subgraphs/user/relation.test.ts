import { UserMistake } from '@banyan/kit';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { block, type Change, follow, hides, noRelation, type Relation, unblock, unfollow } from './relation.ts';

const apply = (relation: Relation, change: Change, by: string, about: string, id: string): Relation => {
  try {
    return change(relation, by, about, id) ?? relation;
  } catch (error) {
    if (error instanceof UserMistake) return relation;
    throw error;
  }
};

const step = fc.tuple(fc.constantFrom(follow, unfollow, block, unblock), fc.constantFrom(['a', 'b'], ['b', 'a']));

test('after any changes: who blocks follows nobody and is followed by nobody, and the sequence counts the changes', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let relation = noRelation;
      let changes = 0;
      steps.forEach(([change, [by = '', about = '']], index) => {
        const before = relation;
        relation = apply(relation, change, by, about, String(index));
        if (relation !== before) changes += 1;
        if (hides(relation)) expect(Object.values(relation.follows).filter(Boolean)).toEqual([]);
        expect(relation.sequence).toBe(changes);
      });
    }),
  );
});

test('doing a thing twice is doing it once', () => {
  for (const change of [follow, unfollow, block, unblock]) {
    const once = apply(noRelation, change, 'a', 'b', '1');
    expect(change(once, 'a', 'b', '2')).toBeUndefined();
  }
});

test('who has been blocked cannot follow and is not told why; who has blocked is told', () => {
  const blocked = apply(noRelation, block, 'a', 'b', '1');
  expect(() => follow(blocked, 'b', 'a', '2')).toThrow('There is no such person.');
  expect(() => follow(blocked, 'a', 'b', '2')).toThrow('Unblock them first.');
  const freed = apply(blocked, unblock, 'a', 'b', '3');
  expect(follow(freed, 'b', 'a', '4')?.follows).toEqual({ b: '4' });
});
