import { describe, expect, test } from '@jest/globals';
import { formatGraphRef, graphRefOf, parseGraphRef } from './graphRef.ts';
import { GraphMistake } from './mistake.ts';
import { headKey, launchKey, listedKey } from './store/keys.ts';

describe('a graph ref', () => {
  test.each([
    ['banyan', 'banyan', 'current'],
    ['banyan@', 'banyan', 'current'],
    ['banyan@main', 'banyan', 'main'],
    ['b-1_x@pull/12#a b', 'b-1_x', 'pull/12#a b'],
    ['b@a@b', 'b', 'a@b'],
    ['b@__proto__', 'b', '__proto__'],
    [`b@${'🌳'.repeat(63)}`, 'b', '🌳'.repeat(63)],
    [`${'a'.repeat(64)}@x`, 'a'.repeat(64), 'x'],
  ])('%j', (text, graphId, variant) => {
    expect(parseGraphRef(text)).toEqual({ graphId, variant });
    expect(parseGraphRef(formatGraphRef({ graphId, variant }))).toEqual({ graphId, variant });
  });

  test.each([
    '',
    '@main',
    '1a@main',
    'a b@main',
    `${'a'.repeat(65)}@x`,
    `a@${'x'.repeat(64)}`,
    'a@b\n',
    'a\n',
    'a@\ud800',
  ])('not %j', (text) => {
    expect(() => parseGraphRef(text)).toThrow(GraphMistake);
  });

  test('of two parts has no @ in its graph', () => {
    expect(graphRefOf('a', 'b@c')).toEqual({ graphId: 'a', variant: 'b@c' });
    expect(() => graphRefOf('a', '')).toThrow(GraphMistake);
    expect(parseGraphRef('a')).toEqual({ graphId: 'a', variant: 'current' });
    expect(() => graphRefOf('a@b', 'c')).toThrow(GraphMistake);
  });
});

test('no two names share a key', () => {
  const names = ['main', 'HEAD', 'main#HEAD', 'LAUNCH#1', 'a@b', 'a', 'VARIANT#a', ''];
  const refs = ['a', 'b'].flatMap((graphId) => names.map((variant) => ({ graphId, variant })));
  const keys = refs.flatMap((ref) => [headKey(ref), listedKey(ref), launchKey(ref, 'x')]);
  expect(new Set(keys.map(({ pk, sk }) => JSON.stringify([pk, sk]))).size).toBe(keys.length);
});
