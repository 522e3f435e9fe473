import { describe, expect, test } from '@jest/globals';
import { checkNewKey, keyName, type NewKey, resourcesOfInput } from './key.ts';
import { hashOf, isSecretOf, newToken, prefixOf, readToken, textOf } from './token.ts';

describe('a token', () => {
  const token = newToken();
  const text = textOf(token);

  test('says its key and its secret, and is found by its form', () => {
    expect(readToken(text)).toEqual(token);
    expect(`APOLLO_KEY=${text}\n`).toMatch(/banyan_[0-9a-f]{32}_[0-9a-f]{64}/);
    expect(text.startsWith(prefixOf(token.keyId))).toBe(true);
    expect(prefixOf(token.keyId)).not.toContain(token.secret);
  });

  test('is never made twice', () => expect(newToken()).not.toEqual(newToken()));

  test('is known by its hash alone', () => {
    expect(isSecretOf(hashOf(token.secret), token.secret)).toBe(true);
    expect(isSecretOf(hashOf(token.secret), newToken().secret)).toBe(false);
    expect(hashOf(token.secret)).not.toContain(token.secret);
  });

  test.each<[string, unknown]>([
    ['nothing', ''],
    ['absent', undefined],
    ['null', null],
    ['many headers', [text]],
    ['an object', { toString: () => text }],
    ['of Apollo', 'service:graph:abcdefghijklmnop'],
    ['without a secret', `banyan_${token.keyId}_`],
    ['one letter too long', `${text}0`],
    ['one letter too short', text.slice(0, -1)],
    ['in capitals', text.toUpperCase()],
    ['with a line end', `${text}\n`],
    ['with a space before', ` ${text}`],
    ['not ASCII', text.replace(/.$/, 'é')],
    ['digits of another script', text.replace(/.$/, '١')],
    ['very long', `banyan_${'a'.repeat(1_000_000)}`],
    ['a name of every object', '__proto__'],
    ['another one', 'constructor'],
    ['one as its key', `banyan___proto___${token.secret}`],
  ])('is not %s', (_, wrong) => expect(readToken(wrong)).toBeUndefined());
});

describe('a new key', () => {
  const good: NewKey = { name: ' CI ', role: 'check', resources: [{ graphId: 'g', variant: 'v' }], expiresAt: null };
  const many = Array.from({ length: 101 }, (_, at) => ({ graphId: `g${at}` }));

  test.each<[Partial<NewKey>]>([
    [{}],
    [{ name: 'x'.repeat(100) }],
    [{ resources: 'everything' }],
    [{ resources: many.slice(1) }],
    [{ resources: [{ graphId: 'g' }] }],
    [{ resources: [{ graphId: 'g', variant: 'v', subgraph: 's' }] }],
    [{ expiresAt: new Date(Date.now() + 1_000) }],
  ])('%j is one', (more) =>
    expect(checkNewKey({ ...good, ...more })).toMatchObject({ ...more, name: expect.any(String) }),
  );

  test.each<[string, Partial<NewKey>]>([
    ['name', { name: '  ' }],
    ['name', { name: 'x'.repeat(101) }],
    ['name', { name: 'a\u0000b' }],
    ['name', { name: 'a\u202eb' }],
    ['role', { role: 'root' as 'admin' }],
    ['role', { role: 'constructor' as 'admin' }],
    ['resources', { resources: [] }],
    ['resources', { resources: many }],
    ['resources', { resources: [{ graphId: '' }] }],
    ['resources', { resources: [{ graphId: 'g@v' }] }],
    ['resources', { resources: [{ graphId: 'g', variant: '' }] }],
    ['resources', { resources: [{ graphId: 'g', subgraph: 's' }] }],
    ['expiresAt', { expiresAt: new Date(Date.now() - 1_000) }],
    ['expiresAt', { expiresAt: new Date(Number.NaN) }],
  ])('is refused for its %s: %j', (field, more) => {
    expect(() => checkNewKey({ ...good, ...more })).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', field }));
  });

  test('a name is trimmed', () => expect(keyName('  CI of the feed ')).toBe('CI of the feed'));
});

test('resources as Rover sends them', () => {
  expect(resourcesOfInput(null)).toBe('everything');
  expect(resourcesOfInput({ gateways: null, subgraphs: null })).toBe('everything');
  // A file without subgraphs is a key for nothing, which is refused, and never one for everything.
  expect(resourcesOfInput({ gateways: null, subgraphs: [] })).toEqual([]);
  const subgraphs = [{ graphId: 'g', variantName: 'v', subgraphName: 's' }];
  expect(resourcesOfInput({ gateways: null, subgraphs })).toEqual([{ graphId: 'g', variant: 'v', subgraph: 's' }]);
  expect(resourcesOfInput({ gateways: [{ graphId: 'g' }] })).toEqual([{ graphId: 'g' }]);
});
