import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { hasCode } from './errors.ts';
import { createIdentityReader } from './identity.ts';

const rightful = { iss: 'gateway', aud: 'subgraph', sub: 'me', scope: 'a b', client_id: 'app', ip: '10.0.0.1' };

let read: ReturnType<typeof createIdentityReader>;
let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let others: typeof keys;

const sign = (claims: object, by = keys, expires: string | number = '60s') =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'k' })
    .setExpirationTime(expires)
    .sign(by.privateKey);

const outcome = async (authorization: string | undefined) => {
  const result = await read(authorization).catch((error: unknown) => error);
  return hasCode(result, 'UNAUTHENTICATED') ? 'refused' : result;
};

beforeAll(async () => {
  keys = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  others = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  read = createIdentityReader({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'k', alg: 'EdDSA' }] });
});

test('what the gateway signed is who asks', async () => {
  const identity = { userId: 'me', scopes: new Set(['a', 'b']), clientId: 'app', ip: '10.0.0.1' };
  expect(await outcome(`Bearer ${await sign(rightful)}`)).toEqual(identity);
});

test('without a person nobody is signed in', async () => {
  const { sub: _, ...nobody } = rightful;
  expect(await outcome(`Bearer ${await sign(nobody)}`)).toMatchObject({ userId: undefined });
});

describe('refused is', () => {
  const cases: [string, () => Promise<string | undefined>][] = [
    ['no header', async () => undefined],
    ['another scheme', async () => `Basic ${await sign(rightful)}`],
    ['nonsense', async () => 'Bearer nonsense'],
    ['a token of another key', async () => `Bearer ${await sign(rightful, others)}`],
    ['a token of another issuer', async () => `Bearer ${await sign({ ...rightful, iss: 'user' })}`],
    ['a token for somebody else', async () => `Bearer ${await sign({ ...rightful, aud: 'gateway' })}`],
    ['an expired token', async () => `Bearer ${await sign(rightful, keys, Math.floor(Date.now() / 1_000) - 1)}`],
    ['a token without signature', async () => `Bearer ${new UnsecuredJWT(rightful).setExpirationTime('60s').encode()}`],
    [
      'a token that never expires',
      async () => `Bearer ${await new SignJWT(rightful).setProtectedHeader({ alg: 'EdDSA' }).sign(keys.privateKey)}`,
    ],
  ];
  test.each(cases)('%s', async (_, authorization) => {
    expect(await outcome(await authorization())).toBe('refused');
  });
});

test('a token that was good is refused once it has expired', async () => {
  const authorization = `Bearer ${await sign(rightful)}`;
  expect(await outcome(authorization)).toMatchObject({ userId: 'me' });
  const later = Date.now() + 61_000;
  const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
  expect(await outcome(authorization)).toBe('refused');
  clock.mockRestore();
});
