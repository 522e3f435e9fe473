import { describe, expect, test } from '@jest/globals';
import { canonicalize } from './canonical.ts';
import { expressionsOf } from './expressions.ts';

const expressions = (url: string): string[] => {
  const canonical = canonicalize(url);
  return canonical ? expressionsOf(canonical) : [];
};
const hosts = (url: string) => expressions(url).map((expression) => expression.slice(0, expression.indexOf('/')));
const paths = (url: string) => expressions(url).map((expression) => expression.slice(expression.indexOf('/')));

describe('expressions', () => {
  test.each([
    ['http://one', ['one']],
    ['http://one.two', ['one.two']],
    ['http://one.two.three', ['one.two.three', 'two.three']],
    ['http://1.2.3.4', ['1.2.3.4']],
    ['http://[2001:db8::1]', ['[2001:db8::1]']],
    ['http://a.b.c.d.ee', ['a.b.c.d.ee', 'b.c.d.ee', 'c.d.ee', 'd.ee']],
    ['http://z.a.b.c.d.ee', ['z.a.b.c.d.ee', 'a.b.c.d.ee', 'b.c.d.ee', 'c.d.ee', 'd.ee']],
    ['http://y.z.a.b.c.d.ee', ['y.z.a.b.c.d.ee', 'a.b.c.d.ee', 'b.c.d.ee', 'c.d.ee', 'd.ee']],
  ])('of %s have its host and at most four suffixes', (url, expected) => {
    expect(hosts(url)).toEqual(expected);
  });

  test.each([
    ['s.io/', ['/']],
    ['s.io/?q', ['/?q', '/']],
    ['s.io/a', ['/a', '/']],
    ['s.io/a/', ['/a/', '/']],
    ['s.io/a/b?q', ['/a/b?q', '/a/b', '/a/', '/']],
    ['s.io/a/b/c/d', ['/a/b/c/d', '/a/b/c/', '/a/b/', '/a/', '/']],
    ['s.io/a/b/c/d/e?q', ['/a/b/c/d/e?q', '/a/b/c/d/e', '/a/b/c/', '/a/b/', '/a/', '/']],
  ])('of %s have its path and at most four folders from the root', (url, expected) => {
    expect(paths(url)).toEqual(expected);
  });

  test('are 30 at most, reached', () => {
    expect(expressions('http://a.b.c.d.e.ff/1/2/3/4?q')).toHaveLength(30);
  });
});
