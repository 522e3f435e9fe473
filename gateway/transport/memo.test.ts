import { expect, test } from '@jest/globals';
import { Fault } from './fault.ts';
import { Memo } from './memo.ts';

const textOf = (n: number) => JSON.stringify({ data: { n } });

test('the same text for the same question is read once, any other again', () => {
  const memo = new Memo(1_000);
  const first = memo.read('a', textOf(1));
  expect(memo.read('a', textOf(1))).toBe(first);
  expect(memo.read('b', textOf(1))).not.toBe(first);
  expect(memo.read('a', textOf(2))).toEqual({ data: { n: 2 } });
  expect(memo.read('a', textOf(1))).toEqual(first);
});

test('what is no answer is not kept', () => {
  const memo = new Memo(1_000);
  expect(() => memo.read('a', '[]')).toThrow(Fault);
  expect(() => memo.read('a', '[]')).toThrow(Fault);
});

test('it is bounded, and passes on what is too large for it', () => {
  const memo = new Memo(30);
  const first = memo.read('a', textOf(1));
  memo.read('b', textOf(1));
  expect(memo.read('a', textOf(1))).not.toBe(first);
  const large = JSON.stringify({ data: { text: 'x'.repeat(100) } });
  expect(memo.read('a', large)).toEqual(JSON.parse(large));
});
