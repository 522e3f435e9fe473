import { CompactEncrypt, calculateJwkThumbprint, compactDecrypt, exportJWK, generateKeyPair, type JWK } from 'jose';

/** How long one key signs. It is published a period before and a period after, so that whoever caches the set knows it. */
export const keyPeriodMs = 7 * 24 * 3_600_000;

const periodAt = (time: number) => Math.floor(time / keyPeriodMs);

/** Keeps the private keys, as text that only the key ring can read. */
export interface KeyStore {
  /** The key of a period; the first one to be offered stays. */
  keyOf(period: number, offer: () => Promise<string>, expiresAt: number): Promise<string>;
}

export interface KeyRing {
  /** The private key that signs now. */
  signing(): Promise<JWK>;
  /** What verifies: a JWK Set of the last, this and the next period's public keys. */
  publicKeys(): Promise<{ keys: JWK[] }>;
}

/**
 * Ed25519 keys that rotate by the clock: each period has one key, made by the first instance that needs it, kept encrypted.
 * @param secret encrypts the private keys at rest: 32 bytes, base64url.
 */
export function createKeyRing(store: KeyStore, secret: string, now: () => number = Date.now): KeyRing {
  const encryptionKey = Buffer.from(secret, 'base64url').subarray(0, 32);
  const known = new Map<number, Promise<JWK>>();

  async function make(): Promise<string> {
    const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const jwk = await exportJWK(privateKey);
    const whole = { ...jwk, alg: 'EdDSA', use: 'sig', kid: await calculateJwkThumbprint(jwk) };
    return new CompactEncrypt(Buffer.from(JSON.stringify(whole)))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .encrypt(encryptionKey);
  }

  async function load(period: number): Promise<JWK> {
    const sealed = await store.keyOf(period, make, (period + 3) * keyPeriodMs);
    const { plaintext } = await compactDecrypt(sealed, encryptionKey);
    return JSON.parse(Buffer.from(plaintext).toString()) as JWK;
  }

  function keyOf(period: number): Promise<JWK> {
    const key = known.get(period) ?? load(period);
    known.set(period, key);
    key.catch(() => known.delete(period));
    for (const old of known.keys()) if (old < period - 2) known.delete(old);
    return key;
  }

  return {
    signing: () => keyOf(periodAt(now())),
    async publicKeys() {
      const period = periodAt(now());
      const keys = await Promise.all([period - 1, period, period + 1].map(keyOf));
      return { keys: keys.map(({ d: _, ...publicPart }) => publicPart) };
    },
  };
}
