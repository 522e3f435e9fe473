import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalize } from './canonical.ts';
import { expressionOf } from './expressions.ts';
import { findUrls, maxExpressions, maxLinks } from './find.ts';

/** Every way to read every URL in a text, in canonical form. */
const exact = (text: string): string[] => [
  ...new Set(findUrls(text)?.flatMap(({ readings }) => readings.map(({ expressions }) => expressions[0] ?? ''))),
];
const expressionsIn = (text: string) =>
  new Set(findUrls(text)?.flatMap(({ readings }) => readings.flatMap(({ expressions }) => expressions)));

describe('a URL is found', () => {
  test.each([
    ['http://shop.example/a', 'shop.example/a'],
    ['see shop.example for more', 'shop.example/'],
    ['see www.shop.example/a, and go', 'www.shop.example/a'],
    ['지금 shop.com에서 보세요', 'shop.com/'],
    ['지금 shop.com/free에서 보세요', 'shop.com/free'],
    ['링크는shop.com입니다', 'shop.com/'],
    ['링크:shop.com/a', 'shop.com/a'],
    ['shop.com이고bank.net이다', 'bank.net/'],
    ['http://가게.한국/경로를', 'xn--o39akk.xn--3e0b707e/%EA%B2%BD%EB%A1%9C'],
    ['가게.한국에서는 싸요', 'xn--o39akk.xn--3e0b707e/'],
    ['가게.com/무료', 'xn--o39akk.com/%EB%AC%B4%EB%A3%8C'],
    ['가게.com。다음 글', 'xn--o39akk.com/'],
    ['www.магазин.онлайн', 'www.xn--80aairftm.xn--80asehdb/'],
    ['(http://shop.example/a)', 'shop.example/a'],
    ['(http://shop.example/a_(b))', 'shop.example/a_(b)'],
    ['[글](https://shop.example/a)', 'shop.example/a'],
    ['**https://shop.example/a**!!', 'shop.example/a'],
    ['「http://shop.example/a」라고', 'shop.example/a'],
    ['"http://shop.example/a"', 'shop.example/a'],
    ['<http://shop.example/a>', 'shop.example/a'],
    ['Have you seen http://shop.example/a?', 'shop.example/a'],
    ['http://shop.example/a, http://b.example', 'b.example/'],
    ['http://a.example,http://b.example', 'a.example/'],
    ['http://a.example,b.example', 'b.example/'],
    ['HTTP://SHOP.EXAMPLE/A', 'shop.example/A'],
    ['shop.example:8080/a', 'shop.example/a'],
    ['http://shop.example:8080', 'shop.example/'],
    ['http://bank.example@shop.example/', 'shop.example/'],
    ['bank.example@shop.example/a', 'shop.example/a'],
    ['http://bank.example,a@shop.example/', 'shop.example/'],
    ['sh%6fp.example', 'shop.example/'],
    ['shop%2Eexample', 'shop.example/'],
    ['shop。example', 'shop.example/'],
    ['ｓｈｏｐ．ｅｘａｍｐｌｅ', 'shop.example/'],
    ['🔥shop.example🔥', 'shop.example/'],
    ['//shop.example/a', 'shop.example/a'],
    ['http://bank.example/?to=http://shop.example/a', 'shop.example/a'],
    ['http://bank.example/?to=shop.example/a', 'shop.example/a'],
    ['http://167772167/a', '10.0.0.7/a'],
    ['http://0xA.0/a', '10.0.0.0/a'],
    ['0xa.0.0.07/a', '10.0.0.7/a'],
    ['10.0.0.7', '10.0.0.7/'],
    ['http://[2001:db8::1]/a', '[2001:db8::1]/a'],
    ['@shop.example', 'shop.example/'],
    ['hxxp://shop.example', 'shop.example/'],
  ])('in %j: %s', (text, expected) => {
    expect(exact(text)).toContain(expected);
  });

  test.each([
    [''],
    ['아무 주소도 없는 글입니다.'],
    ['좋아요.정말 그래요...진짜로'],
    ['3.14, 2026.11.22, v1.2.3, 1,000.50'],
    ['e.g. this, i.e. that'],
    ['localhost and http://localhost:4000'],
    ['쓰세요: minji@shop.example'],
    ['minji.kim@shop.example, shop.example@bank'],
    ['ftp://10.7/'],
    ['http://'],
    ['http:// shop'],
    ['50%할인'],
    ['999.999.999.999'],
  ])('not in %j', (text) => {
    expect(exact(text)).toEqual([]);
  });

  test('once, whatever follows a slash within it', () => {
    expect(exact('https://shop.example/a/install.sh')).toEqual(['shop.example/a/install.sh']);
    expect(exact('see install.sh')).toEqual(['install.sh/']);
  });
});

describe('limits', () => {
  const links = (count: number) => Array.from({ length: count }, (_, i) => `http://shop.example/${i}`).join(' ');
  const names = (count: number) => Array.from({ length: count }, (_, i) => `file${i}.ts`).join(' ');

  test('as many links as are looked into, and one more', () => {
    expect(findUrls(links(maxLinks))).toHaveLength(maxLinks);
    expect(findUrls(links(maxLinks + 1))).toBeUndefined();
  });

  test('the same link counts once', () => {
    expect(findUrls('http://shop.example/a '.repeat(400))).toHaveLength(1);
  });

  test('as many expressions as are looked up, and one more', () => {
    expect(findUrls(names(maxExpressions))).toHaveLength(maxExpressions);
    expect(findUrls(names(maxExpressions + 1))).toBeUndefined();
  });

  const heads = ['', 'http://', 'http://a.bc/?', 'a.bc', '가.한국/'];
  const units = [
    ...[
      'http://',
      'http:/!',
      'http:\\',
      'http://a.',
      'http://한/',
      'a.b/=',
      'a.bc/=',
      'a.bc#=',
      'a.bc에서/=',
      'x.',
      'a@',
      '[::',
    ],
    ...['.', '%', '%25', '%2', ':', ':1', '../', '/', ')', '(', '!', '가', '가.', '。', 'ﷺ', '\u200b', '\ud800'],
  ];

  test('hold for texts made to be slow', () => {
    for (const head of heads) {
      for (const unit of units) {
        for (const tail of ['', '!x']) {
          const text = (head + unit.repeat(10_000)).slice(0, 10_000 - tail.length) + tail;
          const found = findUrls(text);
          if (found) expect(found.length).toBeLessThanOrEqual(maxExpressions);
        }
      }
    }
  });

  test('hold for any text', () => {
    const text = fc.array(fc.constantFrom(...heads, ...units, ' ', 'com', 'é'), { maxLength: 300 });
    fc.assert(
      fc.property(text, (pieces) => {
        const found = findUrls(pieces.join(''));
        expect(findUrls(pieces.join(''))).toEqual(found);
        const all = found?.flatMap(({ readings }) => readings) ?? [];
        expect(new Set(all.flatMap(({ expressions }) => expressions)).size).toBeLessThanOrEqual(maxExpressions);
        for (const { url } of all) expect(pieces.join('')).toContain(url);
      }),
    );
  });
});

describe('a URL is found however it is spelled', () => {
  const word = fc.stringMatching(/^[a-z]([a-z0-9-]{0,8}[a-z0-9])?$/);
  const korean = fc.stringMatching(/^[가-힣]{1,6}$/);
  const asciiHost = fc.tuple(fc.array(word, { minLength: 1, maxLength: 6 }), fc.constantFrom('com', 'co.kr', 'io'));
  const anyHost = fc.tuple(
    fc.array(fc.oneof(word, korean), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('com', '한국', 'net'),
  );
  const partsOf = (host: fc.Arbitrary<[string[], string]>, segment: fc.Arbitrary<string>) =>
    fc.record({
      labels: host.map(([labels, top]) => [...labels, ...top.split('.')]),
      segments: fc.array(segment, { maxLength: 5 }),
      folder: fc.boolean(),
      query: fc.option(
        fc.tuple(word, word).map(([name, value]) => `?${name}=${value}`),
        { nil: '' },
      ),
    });

  const escaped = (text: string) =>
    [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  /** Ways to write one character, the same to a browser. */
  const spellings = [(c: string) => c, (c: string) => c, escaped, (c: string) => escaped(c).replaceAll('%', '%25')];
  const respell = (text: string, choose: (count: number) => number, more = spellings) =>
    [...text].map((character) => more[choose(more.length)]?.(character)).join('');
  const ofHost = [...spellings, (c: string) => c.toUpperCase(), (c: string) => c.toUpperCase()];

  const schemes = [
    'http://',
    'https://',
    'HtTp://',
    'http:\\\\',
    'https:///',
    'http://user:pw@',
    'http://good.com@',
    'http://good.com%2F@',
  ];
  const dots = ['.', '.', '..', '...', '。', '．'];
  const slashes = ['/', '/', '//', '/./', '/x/../', '\\'];
  const ends = ['', '', '#a', ' 그리고', ')', '.', '!', '에서 보세요', '를', '」라고', '입니다.'];

  const chooser = fc.infiniteStream(fc.nat(10_000)).map((numbers) => (count: number) => numbers.next().value % count);

  function check(parts: ReturnType<typeof partsOf>, heads: string[], useSchemes: string[]) {
    fc.assert(
      fc.property(parts, chooser, ({ labels, segments, folder, query }, choose) => {
        const one = (list: string[]) => list[choose(list.length)] ?? '';
        const path = segments.length > 0 && folder ? '/' : '';
        const blocked = canonicalize(`${labels.join('.')}/${segments.join('/')}${path}${query}`);
        const host = labels.map((part) => respell(part, choose, ofHost)).reduce((all, part) => all + one(dots) + part);
        const tail = segments.map((part) => one(slashes) + respell(part, choose)).join('');
        const root = segments.length === 0 && query ? '/' : '';
        const spelled = `${one(useSchemes)}${host}${one(['', '', ':8080'])}${tail}${path}${root}${query && `?${respell(query.slice(1), choose)}`}`;
        const text = `${one(heads)}${spelled}${one(ends)}`;
        expect([...expressionsIn(text)]).toContain(blocked && expressionOf(blocked));
      }),
      { numRuns: 1_000 },
    );
  }

  test('with a scheme, in any script', () => {
    check(partsOf(anyHost, fc.oneof(word, korean)), ['', '지금', '지금 ', '(', '링크:', 'go to ', '"'], schemes);
  });

  test('without a scheme, in ASCII, directly after Korean', () => {
    check(partsOf(asciiHost, word), ['', '지금', '지금 ', '(', '링크:', 'go to ', '"'], ['']);
  });

  test('without a scheme, in any script', () => {
    check(partsOf(anyHost, fc.oneof(word, korean)), ['', '지금 ', '(', '링크:', '"'], ['', 'www.']);
  });
});
