import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Breaker } from './breaker.ts';

let now: number;
let changes: boolean[];
let breaker: Breaker;

beforeEach(() => {
  now = 1_000_000;
  jest.spyOn(Date, 'now').mockImplementation(() => now);
  changes = [];
  breaker = new Breaker(4, 1_000, (open) => changes.push(open));
});
afterEach(() => void jest.restoreAllMocks());

const enter = () => breaker.enter() ?? -1;
const fail = (count: number) => {
  for (let n = 0; n < count; n++) breaker.failed(enter());
};
const succeed = (count: number) => {
  for (let n = 0; n < count; n++) breaker.succeeded(enter());
};

describe('it opens', () => {
  test('after so many failures, and not one earlier', () => {
    fail(3);
    expect(breaker.refuses).toBe(false);
    fail(1);
    expect(breaker.refuses).toBe(true);
    expect(breaker.enter()).toBeUndefined();
    expect(changes).toEqual([true]);
  });

  test('when they are half of all, and not when they are fewer', () => {
    succeed(5);
    fail(4);
    expect(breaker.refuses).toBe(false);
    fail(1);
    expect(breaker.refuses).toBe(true);
  });

  test('on failures within ten seconds, not on those of long ago', () => {
    fail(3);
    now += 6_000;
    succeed(1);
    now += 5_000;
    fail(1);
    expect(breaker.refuses).toBe(false);
    fail(3);
    expect(breaker.refuses).toBe(true);
  });

  test('though the failures lie on both sides of five seconds', () => {
    fail(2);
    now += 5_500;
    fail(2);
    expect(breaker.refuses).toBe(true);
  });
});

describe('once it is open', () => {
  beforeEach(() => {
    fail(4);
    now += 1_000;
  });

  test('one may try after a while, and its success closes it for all', () => {
    const probe = enter();
    expect(probe).toBeGreaterThan(0);
    expect(breaker.enter()).toBeUndefined();
    breaker.succeeded(probe);
    expect(changes).toEqual([true, false]);
    fail(3);
    expect(breaker.refuses).toBe(false);
  });

  test('the failure of the one leaves it open for as long again', () => {
    breaker.failed(enter());
    now += 999;
    expect(breaker.enter()).toBeUndefined();
    now += 1;
    expect(enter()).toBeGreaterThan(0);
    expect(changes).toEqual([true]);
  });

  test('another may try when the one was given up', () => {
    breaker.forgotten(enter());
    expect(enter()).toBeGreaterThan(0);
    expect(breaker.enter()).toBeUndefined();
  });
});

test('what was sent before it opened decides nothing', () => {
  const early = [enter(), enter(), enter()] as const;
  fail(4);
  breaker.succeeded(early[0]);
  expect(breaker.refuses).toBe(true);
  now += 1_000;
  const probe = enter();
  breaker.succeeded(early[1]);
  breaker.forgotten(early[2]);
  expect(breaker.refuses).toBe(true);
  breaker.succeeded(probe);
  expect(breaker.refuses).toBe(false);
});
