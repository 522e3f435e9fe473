import { UserMistake } from '@banyan/kit';
import { describe, expect, test } from '@jest/globals';
import { type BlockedUrl, block, checkReason, checkUrl, unblock } from './blocklist.ts';

describe('a URL to block', () => {
  test.each([
    ['http://shop.example/a?b#c', 'shop.example/a?b'],
    ['  Shop.Example  ', 'shop.example/'],
    ['shop.example/a b', 'shop.example/a%20b'],
    ['http://me@shop.example:81', 'shop.example/'],
    ['shop.co.kr', 'shop.co.kr/'],
    ['co.com', 'co.com/'],
    ['co.kr.example', 'co.kr.example/'],
    ['t.co', 't.co/'],
    ['web.de', 'web.de/'],
    ['minji.github.io', 'minji.github.io/'],
    ['가게.한국', 'xn--o39akk.xn--3e0b707e/'],
    ['магазин.онлайн', 'xn--80aairftm.xn--80asehdb/'],
    ['http://167772167', '10.0.0.7/'],
    ['[2001:db8::1]', '[2001:db8::1]/'],
    [`shop.example/${'a'.repeat(1_987)}`, `shop.example/${'a'.repeat(1_987)}`],
  ])('%j is %j', (url, expression) => {
    expect(checkUrl(url)).toBe(expression);
  });

  test.each([
    [''],
    ['shop'],
    ['http://localhost/a'],
    ['http://'],
    ['/a/b'],
    ['ftp://shop.example/a'],
    ['javascript:alert(1)'],
    ['mailto:minji@shop.example'],
    ['minji@shop.example'],
    ['shop example.com'],
    ['shop.example%2Fa'],
    ['shop..1'],
    ['10.0.0.256'],
    ['[2001:db8]'],
    [`${'a'.repeat(64)}.example`],
    ['com'],
    ['.com.'],
    ['http://kr/a'],
    ['한국'],
    ['co.kr'],
    ['CO.KR:80/a'],
    ['or.jp'],
    ['com.au/?a'],
    ['seoul.kr'],
    [`shop.example/${'a'.repeat(1_988)}`],
  ])('%j is refused', (url) => {
    expect(() => checkUrl(url)).toThrow(UserMistake);
    expect(() => checkUrl(url)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'url' }));
  });
});

test('a reason is 1 to 500 characters', () => {
  expect(checkReason(' x ')).toBe('x');
  expect(checkReason('x'.repeat(500))).toHaveLength(500);
  for (const reason of ['', '  ', 'x'.repeat(501)]) {
    expect(() => checkReason(reason)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'reason' }));
  }
});

describe('an entry', () => {
  const first = { url: 'Shop.Example', reason: 'phishing', by: 'minji', at: '2026-01-01T00:00:00.000Z' };
  const second = { url: 'http://shop.example', reason: 'again', by: 'jisu', at: '2026-01-02T00:00:00.000Z' };
  const expression = 'shop.example/';
  const blocked: BlockedUrl = { ...first, expression, isBlocked: true, sequence: 1 };

  test('is blocked once: the first record stays', () => {
    expect(block(undefined, expression, first)).toEqual(blocked);
    expect(block(blocked, expression, second)).toBeUndefined();
  });

  test('keeps its last block when it is unblocked, and can be blocked again', () => {
    const unblocked = unblock(blocked, expression, second);
    expect(unblocked).toEqual({ ...blocked, isBlocked: false, sequence: 2 });
    expect(block(unblocked, expression, second)).toEqual({ ...second, expression, isBlocked: true, sequence: 3 });
  });

  test('is unblocked only while it is blocked', () => {
    for (const before of [undefined, { ...blocked, isBlocked: false }]) {
      expect(() => unblock(before, expression, second)).toThrow(
        expect.objectContaining({ code: 'NOT_FOUND', field: 'url' }),
      );
    }
  });
});
