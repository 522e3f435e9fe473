import type { Logger } from '@banyan/kit';
import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';

const timeoutMs = 2_000;
const refreshMs = 5 * 60_000;
/** How long to leave an issuer alone that did not answer, or that did not know a key. */
const cooldownMs = 5_000;
/** How long a set is still used when its issuer cannot be reached. */
const staleMs = 12 * 3_600_000;

/** The keys cannot be had: nothing is said of the token. */
export class KeysUnavailable extends Error {}

/** The public keys of whoever issues access tokens. */
export interface KeySet {
  /** The key that verifies a token. @throws KeysUnavailable; JOSEError when there is no such key. */
  key: JWTVerifyGetKey;
  stop(): void;
}

/**
 * Fetches a JWK Set (RFC 7517) at once, every five minutes, and when a token names an unknown key. While the issuer is away the last set
 * goes on, for twelve hours at most; one that is away from the beginning is asked again every five seconds.
 */
export function startKeySet(url: string, log: Logger): KeySet {
  const remote = createRemoteJWKSet(new URL(url), { timeoutDuration: timeoutMs });
  let local: JWTVerifyGetKey | undefined;
  let fetchedAt = 0;
  let triedAt = 0;
  let fetching: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function fetchSet() {
    triedAt = Date.now();
    try {
      await remote.reload();
      local = createLocalJWKSet(remote.jwks() ?? { keys: [] });
      fetchedAt = Date.now();
    } catch (error) {
      log.warn({ err: error, url }, 'the keys of access tokens cannot be fetched');
    }
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(refresh, fetchedAt === 0 ? cooldownMs : refreshMs).unref();
  }

  function refresh(): Promise<void> {
    fetching ??= fetchSet().finally(() => {
      fetching = undefined;
    });
    return fetching;
  }
  const refreshUnlessJustTried = () => (fetching || Date.now() - triedAt > cooldownMs ? refresh() : undefined);

  function usable(): JWTVerifyGetKey {
    if (!local || Date.now() - fetchedAt > staleMs) throw new KeysUnavailable(`no keys from ${url}`);
    return local;
  }

  void refresh();
  return {
    async key(header, token) {
      if (!local) await refreshUnlessJustTried();
      try {
        return await usable()(header, token);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
        await refreshUnlessJustTried();
        return usable()(header, token);
      }
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
