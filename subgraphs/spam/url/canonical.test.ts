import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalize } from './canonical.ts';
import { expressionOf, expressionsOf } from './expressions.ts';

const canonical = (url: string): string | undefined => {
  const found = canonicalize(url);
  return found && expressionOf(found);
};

describe('a canonical URL', () => {
  test.each([
    // Scheme, white space, fragment.
    ['http://shop.example', 'shop.example/'],
    ['https://shop.example/', 'shop.example/'],
    ['shop.example', 'shop.example/'],
    ['HTTPS://Shop.Example/Cart', 'shop.example/Cart'],
    ['http:shop.example/cart', 'shop.example/cart'],
    ['http:///shop.example/cart', 'shop.example/cart'],
    ['http:\\\\shop.example\\cart', 'shop.example/cart'],
    ['  \thttp://shop.example/cart\r\n', 'shop.example/cart'],
    ['ht\ntp://sh\top.exa\rmple/ca\nrt', 'shop.example/cart'],
    ['http://shop.example/cart#total', 'shop.example/cart'],
    ['http://shop.example#/cart', 'shop.example/'],
    ['http://shop.example/a%23b', 'shop.example/a%23b'],
    // User and port.
    ['http://shop.example:8080/cart', 'shop.example/cart'],
    ['http://shop.example:/cart', 'shop.example/cart'],
    ['http://bank.example@shop.example/', 'shop.example/'],
    ['http://bank.example:80@shop.example:81/', 'shop.example/'],
    ['http://a@bank.example@shop.example/', 'shop.example/'],
    ['http://bank.example%2F@shop.example/', 'shop.example/'],
    ['http://shop.example\\@bank.example/', 'shop.example/@bank.example/'],
    ['http://shop.example/?@bank.example', 'shop.example/?@bank.example'],
    // Hosts.
    ['http://...shop...example.../', 'shop.example/'],
    ['http://sh%6Fp.ex%61mple/', 'shop.example/'],
    ['http://sh%256Fp.example/', 'shop.example/'],
    ['http://가게.한국/', 'xn--o39akk.xn--3e0b707e/'],
    ['http://xn--o39akk.XN--3e0b707e/', 'xn--o39akk.xn--3e0b707e/'],
    ['http://%EA%B0%80%EA%B2%8C.%ED%95%9C%EA%B5%AD/', 'xn--o39akk.xn--3e0b707e/'],
    ['http://가게。한국/', 'xn--o39akk.xn--3e0b707e/'],
    ['http://ｓｈｏｐ．ｅｘａｍｐｌｅ/', 'shop.example/'],
    ['http://sh\u00ado\u200bp.example/', 'shop.example/'],
    ['http://BÜCHER.example/', 'xn--bcher-kva.example/'],
    ['http://가\u200d게.한국/', 'xn--o39akk.xn--3e0b707e/'],
    ['http://shop／example/', 'shop%EF%BC%8Fexample/'],
    ['http://shop example/', 'shop%20example/'],
    ['http://shop%2Fexample/', 'shop%2Fexample/'],
    ['http://sh%C3%28p.example/', 'sh%C3(p.example/'],
    // IP addresses.
    ['http://10.0.0.7/', '10.0.0.7/'],
    ['http://167772167/', '10.0.0.7/'],
    ['http://0xA000007/', '10.0.0.7/'],
    ['http://012.0.0.07/', '10.0.0.7/'],
    ['http://0xa.0x0.0.7/', '10.0.0.7/'],
    ['http://10.7/', '10.0.0.7/'],
    ['http://10.0.7./', '10.0.0.7/'],
    ['http://１０．．0.0.7/', '10.0.0.7/'],
    ['http://255.255.255.255/', '255.255.255.255/'],
    ['http://4294967295/', '255.255.255.255/'],
    ['http://4294967296/', '4294967296/'],
    ['http://10.256.0.7/', '10.256.0.7/'],
    ['http://10.0.0.09/', '10.0.0.09/'],
    ['http://1.2.3.4.5/', '1.2.3.4.5/'],
    ['http://[2001:DB8:0:0::0001]:80/a', '[2001:db8::1]/a'],
    ['http://[::ffff:10.0.0.7]/', '10.0.0.7/'],
    // Paths and queries.
    ['http://shop.example/a/./b', 'shop.example/a/b'],
    ['http://shop.example/a/../b', 'shop.example/b'],
    ['http://shop.example/../../b', 'shop.example/b'],
    ['http://shop.example/a/b/..', 'shop.example/a/'],
    ['http://shop.example/a/.', 'shop.example/a/'],
    ['http://shop.example/a//b///', 'shop.example/a/b/'],
    ['http://shop.example/%61/%2e%2E/%62', 'shop.example/b'],
    ['http://shop.example/a%2Fb', 'shop.example/a/b'],
    ['http://shop.example/a%5Cb', 'shop.example/a/b'],
    ['http://shop.example/%25252541', 'shop.example/A'],
    ['http://shop.example/50%', 'shop.example/50%25'],
    ['http://shop.example/%4%31', 'shop.example/A'],
    ['http://shop.example/%e3%81%82~', 'shop.example/%E3%81%82~'],
    ['http://shop.example/무료', 'shop.example/%EB%AC%B4%EB%A3%8C'],
    ['http://shop.example/a b%7f', 'shop.example/a%20b%7F'],
    ['http://shop.example?a=1', 'shop.example/?a=1'],
    ['http://shop.example/a?', 'shop.example/a?'],
    ['http://shop.example/a?b?c', 'shop.example/a?b?c'],
    ['http://shop.example/a?b=//c/../d', 'shop.example/a?b=//c/../d'],
    ['http://shop.example/a%3Fb=1', 'shop.example/a?b=1'],
    ['http://shop.example/a?b=%63%23', 'shop.example/a?b=c%23'],
  ])('of %j is %j', (url, expected) => {
    expect(canonical(url)).toBe(expected);
  });

  test.each(['', '   ', 'http://', 'https:///', '/path', '?a=b', '#a', 'http://user@/', 'http://.../', ':80'])(
    'is none for %j',
    (url) => {
      expect(canonical(url)).toBeUndefined();
    },
  );
});

const piece = fc.constantFrom(
  ...[
    'http:',
    'https:',
    '/',
    '//',
    '\\',
    '.',
    '..',
    '%',
    '%2',
    '5',
    '%25',
    '%2F',
    '%2e',
    '%41',
    '%C3',
    '%A9',
    '%00',
    '%ff',
  ],
  ...[
    '?',
    '#',
    '@',
    ':',
    ':80',
    '[',
    ']',
    '::1',
    'a',
    'B',
    '0x7f',
    '127',
    '1',
    '가',
    '한국',
    'é',
    'İ',
    'ß',
    '。',
    '．',
    '％',
    '／',
  ],
  ...[' ', '\t', '\n', '\u200b', '\u200d', '\ufffd', '\ud800', '🍀', 'xn--', '-', '_', 'com', 'ﷺ', '\u212a', '\u0300'],
);
const anything = fc.oneof(
  fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
);

describe('of any text', () => {
  test('the canonical form is its own canonical form', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const once = canonical(text);
        if (once !== undefined) expect(canonical(once)).toBe(once);
      }),
      { numRuns: 5_000 },
    );
  });

  test('the canonical form is printable ASCII without #, its path absolute', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const url = canonicalize(text);
        if (!url) return;
        expect(expressionOf(url)).toMatch(/^[!"$-~]+$/);
        expect(url.path).toMatch(/^\//);
        expect(url.path).not.toMatch(/\/\/|\/\.\.?(\/|$)|\\|\?/);
        expect(url.query).toMatch(/^(\?|$)/);
      }),
      { numRuns: 2_000 },
    );
  });

  test('there are 1 to 30 expressions, all different, the exact one among them', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const url = canonicalize(text);
        if (!url) return;
        const expressions = expressionsOf(url);
        expect(expressions.length).toBeLessThanOrEqual(30);
        expect(new Set(expressions).size).toBe(expressions.length);
        expect(expressions[0]).toBe(expressionOf(url));
      }),
      { numRuns: 2_000 },
    );
  });
});
