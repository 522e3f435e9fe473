import { failure, type Logger, refusal } from '@banyan/kit';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { type KeySet, KeysUnavailable } from './keySet.ts';

/** What an access token says of who asks. */
export interface Caller {
  userId: string;
  scope: string;
  clientId?: string;
  /** The policies that hold for the caller (`@policy`), from the claim of that name. */
  policies: readonly string[];
  /** Seconds since the epoch. */
  expiresAt: number;
}

const keptTokens = 10_000;

/**
 * Verifies the access token of an `authorization` header, each token once.
 * @returns undefined without the header.
 * @throws UNAUTHENTICATED (401) for a token that is malformed, forged, expired or not for us; SUBGRAPH_UNAVAILABLE (503) when its
 * keys cannot be had.
 */
export function createTokenReader(
  keys: KeySet,
  expected: { issuer: string; audience: string },
  log: Logger,
): (authorization: string | undefined) => Promise<Caller | undefined> {
  const verified = new LRUCache<string, Caller>({ max: keptTokens });

  async function verify(token: string): Promise<Caller> {
    try {
      const options = { ...expected, algorithms: ['EdDSA', 'ES256', 'RS256'], requiredClaims: ['sub', 'exp'] };
      return callerOf((await jwtVerify(token, keys.key, options)).payload);
    } catch (error) {
      if (error instanceof KeysUnavailable) {
        log.error({ err: error }, 'an access token cannot be verified');
        throw refusal('SUBGRAPH_UNAVAILABLE', 'Nobody can be recognised now. Try again later.');
      }
      if (!(error instanceof errors.JOSEError)) throw error;
      const expired = error instanceof errors.JWTExpired;
      throw refusal('UNAUTHENTICATED', expired ? 'The access token has expired.' : 'The access token is not valid.');
    }
  }

  return async (authorization) => {
    if (!authorization) return undefined;
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    if (!token) throw refusal('UNAUTHENTICATED', 'The authorization header must be "Bearer <access token>".');
    const caller = verified.get(token) ?? (await verify(token));
    if (caller.expiresAt * 1_000 <= Date.now()) throw refusal('UNAUTHENTICATED', 'The access token has expired.');
    verified.set(token, caller);
    return caller;
  };
}

function callerOf({ sub, scope, client_id: clientId, policies, exp = 0 }: JWTPayload): Caller {
  if (!sub) throw failure('UNAUTHENTICATED');
  return {
    userId: sub,
    scope: typeof scope === 'string' ? scope : '',
    clientId: typeof clientId === 'string' ? clientId : undefined,
    policies: Array.isArray(policies) ? policies.filter((name) => typeof name === 'string') : [],
    expiresAt: exp,
  };
}
