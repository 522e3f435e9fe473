import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';

const timeoutMs = 2_000;
const freshMs = 5 * 60_000;
/** How long a set is still used when its issuer cannot be reached. */
const staleMs = 12 * 3_600_000;

/**
 * The public keys of whoever issues access tokens, fetched when first needed and every five minutes, and at once for an unknown key
 * (at most every 30 s). While the issuer is away the last set goes on, for twelve hours at most.
 */
export function createKeySet(url: string): JWTVerifyGetKey {
  const remote = createRemoteJWKSet(new URL(url), { timeoutDuration: timeoutMs, cacheMaxAge: freshMs });
  let fetchedAt = 0;

  return async (header, token) => {
    try {
      const key = await remote(header, token);
      if (remote.fresh) fetchedAt = Date.now();
      return key;
    } catch (error) {
      const last = remote.jwks();
      if (error instanceof errors.JWKSNoMatchingKey || !last || Date.now() - fetchedAt > staleMs) throw error;
      return createLocalJWKSet(last)(header, token);
    }
  };
}
