import { describe, expect, test } from '@jest/globals';
import type { Expansion } from './link/expand.ts';
import { checkText, judge as judgeBy, type Knowledge, maxMatches, maxTextLength } from './verdict.ts';

const clean = { isSpam: false, isUnknown: false, reason: null, matches: [], unexpanded: [] };

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

/** Where links lead; what is not named is not known. */
const leading =
  (ways: Record<string, Expansion> = {}): Knowledge['expansionOf'] =>
  async (link) =>
    ways[link];

const judge = (
  text: string,
  isBlocked: Knowledge['isBlocked'],
  expansionOf = leading(),
  follow: Knowledge['follow'] = 'shorteners',
) => judgeBy(text, { isBlocked, expansionOf, follow });

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
    const expected = { ...clean, isSpam: true, reason: 'BLOCKED_URL', matches: [{ url, expression }] };
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
    expect(await judge(links(51), isBlocked)).toEqual({ ...clean, isSpam: true, reason: 'TOO_MANY_URLS' });
    expect(asked).toEqual([]);
    expect(await judge(links(50), isBlocked)).toEqual(clean);
  });
});

describe('a short link', () => {
  const reached = (...hops: string[]): Expansion => ({ end: 'REACHED', hops });
  const { isBlocked } = listOf('shop.example/', 'bit.ly/blocked');

  test.each<[string, Expansion]>([
    ['at its end', reached('https://a.shop.example/x')],
    ['on the way', reached('http://shop.example/x', 'http://innocent.example/')],
    ['before it was lost', { end: 'FAILED', hops: ['http://shop.example/'], failure: 'slow' }],
  ])('is spam when what is blocked lies %s', async (_, expansion) => {
    const matches = [{ url: 'bit.ly/a', expression: 'shop.example/' }];
    const expected = { ...clean, isSpam: true, reason: 'BLOCKED_URL', matches };
    expect(await judge('보세요 bit.ly/a', isBlocked, leading({ 'http://bit.ly/a': expansion }))).toEqual(expected);
  });

  test('is spam when it is blocked itself, wherever it leads', async () => {
    expect(await judge('bit.ly/blocked', isBlocked)).toMatchObject({ isSpam: true, isUnknown: false, unexpanded: [] });
  });

  test.each<[string, Expansion | undefined, string]>([
    ['was not followed', undefined, 'https://bit.ly/a: it was not followed yet'],
    ['could not be followed', { end: 'FAILED', hops: [], failure: 'too slow' }, 'https://bit.ly/a: too slow'],
    ['led nowhere', { end: 'NOWHERE', hops: [] }, 'https://bit.ly/a: it leads nowhere'],
  ])('is unknown, and not clean, when it %s', async (_, expansion, why) => {
    const ways = leading(expansion && { 'https://bit.ly/a': expansion });
    expect(await judge('https://bit.ly/a', isBlocked, ways)).toEqual({ ...clean, isUnknown: true, unexpanded: [why] });
  });

  test('is clean when it led to what is not blocked', async () => {
    const ways = leading({ 'https://bit.ly/a': reached('http://innocent.example/shop.example') });
    expect(await judge('https://bit.ly/a', isBlocked, ways)).toEqual(clean);
  });

  test('with a particle attached is followed in each way to read it', async () => {
    const nowhere: Expansion = { end: 'NOWHERE', hops: [] };
    const both = (short: Expansion, long: Expansion) => {
      const ways: Record<string, Expansion> = { 'http://bit.ly/a': short, [new URL('http://bit.ly/a에서').href]: long };
      return judge('bit.ly/a에서', isBlocked, async (link) => ways[link] ?? nowhere);
    };
    expect(await both(reached('http://innocent.example/'), nowhere)).toEqual(clean);
    expect(await both(nowhere, reached('http://shop.example/'))).toMatchObject({ isSpam: true });
    expect(await both(nowhere, nowhere)).toMatchObject({ isSpam: false, isUnknown: true });
    const lost: Expansion = { end: 'FAILED', hops: [], failure: 'slow' };
    expect(await both(reached('http://innocent.example/'), lost)).toMatchObject({ isUnknown: true });
  });

  test.each([
    ['bit.ly', 'shorteners', false],
    ['bit.ly/a', 'shorteners', true],
    ['www.bit.ly/a', 'shorteners', true],
    ['bit.ly?a', 'shorteners', true],
    ['notbit.ly/a', 'shorteners', false],
    ['bit.ly.example/a', 'shorteners', false],
    ['http://any.example/a', 'shorteners', false],
    ['http://any.example/a', 'all', true],
    ['any.example/a', 'all', true],
    ['README.md', 'all', false],
  ] as const)('%s, when %s are followed: %s', async (text, follow, isUnknown) => {
    expect(await judge(text, isBlocked, leading(), follow)).toMatchObject({ isSpam: false, isUnknown });
  });
});

test('a text is at most 10,000 characters, whatever they are made of', () => {
  for (const character of ['x', '가', '🍀']) {
    expect(() => checkText(character.repeat(maxTextLength))).not.toThrow();
    expect(() => checkText(character.repeat(maxTextLength + 1))).toThrow('10,000');
  }
});
