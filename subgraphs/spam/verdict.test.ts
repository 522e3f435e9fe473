import { describe, expect, test } from '@jest/globals';
import { checkText, judge, maxMatches, maxTextLength } from './verdict.ts';

const clean = { isSpam: false, reason: null, matches: [] };

/** A blocklist that remembers what it was asked. */
function listOf(...blocked: string[]) {
  const asked: string[] = [];
  return {
    asked,
    isBlocked: async (expression: string) => {
      asked.push(expression);
      return blocked.includes(expression);
    },
  };
}

describe('a verdict', () => {
  test('asks nothing for a text without URLs', async () => {
    const { asked, isBlocked } = listOf();
    expect(await judge('오늘 점심은 김밥. 좋아요.정말', isBlocked)).toEqual(clean);
    expect(asked).toEqual([]);
  });

  test('asks for each expression once', async () => {
    const { asked, isBlocked } = listOf();
    expect(await judge('http://a.shop.example/x http://b.shop.example/x shop.example', isBlocked)).toEqual(clean);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).toHaveLength(6);
  });

  test.each([
    ['shop.example/', 'http://a.shop.example/x?y', 'http://a.shop.example/x?y'],
    ['shop.example/x', 'http://a.shop.example/x?y', 'http://a.shop.example/x?y'],
    ['shop.example/x/', '지금 shop.example/x/y에서!', 'shop.example/x/y에서'],
    ['shop.example/x/y', '지금 shop.example/x/y에서!', 'shop.example/x/y'],
    ['shop.example/x!', '보세요: shop.example/x!', 'shop.example/x!'],
  ])('finds %s in %j', async (expression, text, url) => {
    const expected = { isSpam: true, reason: 'BLOCKED_URL', matches: [{ url, expression }] };
    expect(await judge(text, listOf(expression).isBlocked)).toEqual(expected);
  });

  test.each([
    ['shop.example/x', 'http://shop.example/xy'],
    ['shop.example/x', 'http://shop.example/x/y'],
    ['shop.example/x/', 'http://shop.example/x'],
    ['shop.example/x?y', 'http://shop.example/x'],
    ['a.shop.example/', 'http://shop.example/'],
    ['shop.example/', 'http://myshop.example/'],
    ['shop.example/', 'http://shop.example.com/'],
    ['shop.example/', 'minji@shop.example'],
    ['index.ts/', 'http://shop.example/index.ts'],
  ])('does not find %s in %j', async (expression, text) => {
    expect(await judge(text, listOf(expression).isBlocked)).toEqual(clean);
  });

  test('names the narrowest expression, and each URL once', async () => {
    const { isBlocked } = listOf('shop.example/', 'shop.example/x');
    expect((await judge('shop.example/x 그리고 shop.example/x, shop.example에서', isBlocked)).matches).toEqual([
      { url: 'shop.example/x', expression: 'shop.example/x' },
      { url: 'shop.example', expression: 'shop.example/' },
    ]);
  });

  test('names at most as many matches as it says', async () => {
    const names = (count: number) => Array.from({ length: count }, (_, i) => `s${i}.shop.example`).join(' ');
    const { isBlocked } = listOf('shop.example/');
    expect((await judge(names(maxMatches), isBlocked)).matches).toHaveLength(maxMatches);
    expect((await judge(names(maxMatches + 1), isBlocked)).matches).toHaveLength(maxMatches);
  });

  test('is spam without a question when there are too many URLs', async () => {
    const links = (count: number) => Array.from({ length: count }, (_, i) => `http://shop.example/${i}`).join(' ');
    const { asked, isBlocked } = listOf();
    expect(await judge(links(51), isBlocked)).toEqual({ isSpam: true, reason: 'TOO_MANY_URLS', matches: [] });
    expect(asked).toEqual([]);
    expect(await judge(links(50), isBlocked)).toEqual(clean);
  });
});

test('a text is at most 10,000 characters, whatever they are made of', () => {
  for (const character of ['x', '가', '🍀']) {
    expect(() => checkText(character.repeat(maxTextLength))).not.toThrow();
    expect(() => checkText(character.repeat(maxTextLength + 1))).toThrow('10,000');
  }
});
