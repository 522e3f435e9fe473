import { describe, expect, test } from '@jest/globals';
import { checkPassword, hashPassword, verifyPassword } from './password.ts';
import { checkBio, checkDisplayName, checkEmail, checkHandle } from './person.ts';

describe('a handle', () => {
  test.each([
    ['abc', 'abc'],
    ['@Min_Ji', 'min_ji'],
    [' x_1 ', 'x_1'],
    ['a'.repeat(30), 'a'.repeat(30)],
  ])('%j is kept as %j', (handle, kept) => expect(checkHandle(handle)).toBe(kept));

  test.each(['', 'ab', 'a'.repeat(31), 'a b c', 'a-b-c', '민지가', 'аbс', '@@abc'])('%j is refused', (handle) => {
    expect(() => checkHandle(handle)).toThrow('A handle is');
  });
});

describe('an address', () => {
  test.each([
    ['A@B.co', 'a@b.co'],
    [' min.ji+x@mail.example.com', 'min.ji+x@mail.example.com'],
    ['지수@예시.한국', '지수@예시.한국'],
    [`${'a'.repeat(64)}@b.co`, `${'a'.repeat(64)}@b.co`],
  ])('%j is kept as %j', (email, kept) => expect(checkEmail(email)).toBe(kept));

  test.each([
    '',
    'a',
    'a@b',
    '@b.co',
    'a@b.',
    'a b@c.co',
    'a@b@c.co',
    `${'a'.repeat(65)}@b.co`,
    `a@${'b'.repeat(250)}.co`,
  ])('%j is refused', (email) => expect(() => checkEmail(email)).toThrow('not an email'));
});

test.each([1, 50])('a name of %s characters passes, whatever their bytes', (length) => {
  expect(checkDisplayName('😀'.repeat(length))).toBe('😀'.repeat(length));
});
test.each([0, 51])('a name of %s characters is refused', (length) => {
  expect(() => checkDisplayName('가'.repeat(length))).toThrow('A name is');
});
test('a bio of 300 passes, one of 301 is refused, an empty one is none', () => {
  expect(checkBio('x'.repeat(300))).toHaveLength(300);
  expect(() => checkBio('x'.repeat(301))).toThrow('A bio is');
  expect(checkBio('  ')).toBeUndefined();
});

describe('a password', () => {
  test.each([8, 200])('of %s characters passes', (length) => expect(checkPassword('x'.repeat(length))).toBeUndefined());
  test.each([7, 201])('of %s characters is refused', (length) => {
    expect(() => checkPassword('x'.repeat(length))).toThrow('A password is');
  });
  test('opens with itself alone, in any normal form, and never without a hash', async () => {
    const hash = await hashPassword('caf\u00e9 password');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,p=1,t=2\$/);
    expect(await verifyPassword(hash, 'cafe\u0301 password')).toBe(true);
    expect(await verifyPassword(hash, 'cafe password')).toBe(false);
    expect(await verifyPassword(undefined, 'nobody has this password')).toBe(false);
  });
});
