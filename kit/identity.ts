import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { refusal } from './errors.ts';

/** Who asks, as the gateway signed it. Without `userId` nobody is signed in. */
export interface Identity {
  userId?: string;
  scopes: ReadonlySet<string>;
  /** The OAuth client on whose behalf the request runs. */
  clientId?: string;
  /** The client's address, as the gateway saw it. */
  ip?: string;
}

const verifiedTokens = 2_000;

/**
 * Reads the identity from an `authorization` header: only a `Bearer` JWT that the gateway signed for subgraphs
 * (EdDSA, `iss: gateway`, `aud: subgraph`) counts, whatever address the call comes from.
 * A token's signature is verified once; its expiry each time.
 * @throws UNAUTHENTICATED (401) for everything else.
 */
export function createIdentityReader(keys: JSONWebKeySet): (authorization: string | undefined) => Promise<Identity> {
  const keySet = createLocalJWKSet(keys);
  const verified = new LRUCache<string, { identity: Identity; expiresAt: number }>({ max: verifiedTokens });

  async function verify(token: string) {
    const { payload } = await jwtVerify(token, keySet, {
      algorithms: ['EdDSA'],
      issuer: 'gateway',
      audience: 'subgraph',
      requiredClaims: ['exp'],
    });
    const { sub, scope, client_id: clientId, ip, exp = 0 } = payload;
    const identity: Identity = {
      userId: sub,
      scopes: new Set(typeof scope === 'string' ? scope.split(' ').filter(Boolean) : []),
      clientId: typeof clientId === 'string' ? clientId : undefined,
      ip: typeof ip === 'string' ? ip : undefined,
    };
    return { identity, expiresAt: exp * 1_000 };
  }

  return async (authorization) => {
    const token = authorization?.startsWith('Bearer ') ? authorization.slice('Bearer '.length) : undefined;
    if (!token) throw refusal('UNAUTHENTICATED', 'Only the gateway may call this service.');
    try {
      const known = verified.get(token) ?? (await verify(token));
      if (known.expiresAt <= Date.now()) throw new errors.JWTExpired('expired', {});
      verified.set(token, known);
      return known.identity;
    } catch (error) {
      if (error instanceof errors.JOSEError) {
        throw refusal('UNAUTHENTICATED', 'The identity of the gateway is not valid or has expired.');
      }
      throw error;
    }
  };
}
