import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalHashtag, checkText, hashtagsIn, maxPostLength, mentionsIn } from './text.ts';

describe('hashtags', () => {
  test.each<[string, string[]]>([
    ['a #Spring look', ['spring']],
    ['#오늘의코디 #ootd', ['오늘의코디', 'ootd']],
    ['오늘은#코디', []],
    ['(#코디)!', ['코디']],
    ['#a#b', ['a']],
    ['##a', []],
    ['&#a', []],
    ['＃전각', ['전각']],
    ['#ＡＢＣ', ['abc']],
    ['#1', []],
    ['#2026년', ['2026년']],
    ['#_', []],
    ['#été #ÉTÉ', ['été']],
    ['#हिन्दी', ['हिन्दी']],
    ['#good-bye', ['good']],
    ['https://example.com/#top', []],
    ['#a #A #a', ['a']],
    [`#${'a'.repeat(100)}`, ['a'.repeat(100)]],
    [`#${'a'.repeat(101)}`, []],
    ['#', []],
  ])('of %j are %j', (text, tags) => expect(hashtagsIn(text)).toEqual(tags));

  test('are at most 30', () => {
    const text = Array.from({ length: 31 }, (_, index) => `#tag${index}`).join(' ');
    expect(hashtagsIn(text)).toHaveLength(30);
  });

  test('are found by what they are asked for with', () => {
    expect(canonicalHashtag(' #OOTD')).toBe('ootd');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const tag of hashtagsIn(text)) expect(canonicalHashtag(`#${tag}`)).toBe(tag);
      }),
    );
  });
});

describe('mentions', () => {
  test.each<[string, string[]]>([
    ['hello @Min_Ji', ['min_ji']],
    ['고마워@minji님', ['minji']],
    ['@a1_ @a1_', ['a1_']],
    ['mail@example.com', []],
    ['a.b+@example', []],
    ['@ab', []],
    [`@${'a'.repeat(30)}`, ['a'.repeat(30)]],
    [`@${'a'.repeat(31)}`, []],
    ['@@abc', []],
    ['@abc@def', []],
    ['(@abc), @def.', ['abc', 'def']],
    ['＠abc', ['abc']],
    ['@', []],
  ])('of %j are %j', (text, handles) => expect(mentionsIn(text)).toEqual(handles));
});

describe('a text', () => {
  test('at the limit passes, one past it is refused, in characters not bytes', () => {
    for (const character of ['x', '가', '😀']) {
      expect(checkText(character.repeat(maxPostLength), maxPostLength, false)).toHaveLength(
        character.length * maxPostLength,
      );
      expect(() => checkText(character.repeat(maxPostLength + 1), maxPostLength, false)).toThrow('at most 5000');
    }
  });
  test('may be empty only with photos', () => {
    expect(checkText(' \n', 10, true)).toBe('');
    expect(() => checkText(' \n', 10, false)).toThrow('Say something');
  });
  test('is normalised', () => expect(checkText('e\u0301', 10, false)).toBe('\u00e9'));
});
