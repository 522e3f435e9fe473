import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { issueAccessToken } from './accessToken.ts';
import { createKeyRing, type KeyStore, keyPeriodMs } from './signingKeys.ts';

const secret = randomBytes(32).toString('base64url');

function memoryStore(): KeyStore & { kept: Map<number, string> } {
  const kept = new Map<number, string>();
  return {
    kept,
    async keyOf(period, offer) {
      const sealed = kept.get(period) ?? (await offer());
      if (!kept.has(period)) kept.set(period, sealed);
      return kept.get(period) ?? sealed;
    },
  };
}

test('the key changes with the period, and what it signed is still verified by the set of the next period', async () => {
  let now = keyPeriodMs * 100;
  const ring = createKeyRing(memoryStore(), secret, () => now);
  const first = await ring.signing();
  const { token } = await issueAccessToken(ring, { userId: 'me', sessionId: 's', scopes: ['a'] });
  const published = await ring.publicKeys();
  now += keyPeriodMs;
  const second = await ring.signing();

  expect(second.kid).not.toBe(first.kid);
  expect(published.keys.map(({ kid }) => kid)).toContain(second.kid);
  const verified = await jwtVerify(token, createLocalJWKSet(await ring.publicKeys()), { audience: 'gateway' });
  expect(verified.payload).toMatchObject({ sub: 'me', scope: 'a', sid: 's', iss: 'user' });

  now += 2 * keyPeriodMs;
  await expect(jwtVerify(token, createLocalJWKSet(await ring.publicKeys()))).rejects.toThrow();
});

test('instances that start together sign with the same key', async () => {
  const store = memoryStore();
  const rings = Array.from({ length: 5 }, () => createKeyRing(store, secret, () => keyPeriodMs * 7));
  const keys = await Promise.all(rings.map((ring) => ring.signing()));
  expect(new Set(keys.map(({ kid }) => kid)).size).toBe(1);
});

test('neither the published set nor the store shows a private key', async () => {
  const store = memoryStore();
  const ring = createKeyRing(store, secret, () => keyPeriodMs);
  const { d } = await ring.signing();
  expect(d).toBeTruthy();
  expect(JSON.stringify(await ring.publicKeys())).not.toContain(d);
  expect([...store.kept.values()].join()).not.toContain(d);
  const stranger = createKeyRing(store, randomBytes(32).toString('base64url'), () => keyPeriodMs);
  await expect(stranger.signing()).rejects.toThrow();
});
