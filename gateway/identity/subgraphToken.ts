import { importJWK, type JWK, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Caller } from './accessToken.ts';

const lifeSeconds = 60;
/** A token is used as long as it has this much left, for the requests that are on their way. */
const marginSeconds = 20;
const keptTokens = 10_000;

/**
 * Signs who asks, for the subgraphs: a JWT (`iss: gateway`, `aud: subgraph`, 60 s) with the caller, where there is one, and the
 * client's address. One signature serves the requests of one caller and address for 40 s.
 */
export function createSubgraphSigner(jwk: JWK): (caller: Caller | undefined, ip: string) => Promise<string> {
  const key = importJWK(jwk, 'EdDSA');
  const tokens = new LRUCache<string, { token: Promise<string>; expiresAt: number }>({ max: keptTokens });

  async function sign(caller: Caller | undefined, ip: string, expiresAt: number): Promise<string> {
    const claims = { ip, ...(caller && { scope: caller.scope, client_id: caller.clientId }) };
    const token = new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', kid: jwk.kid })
      .setIssuer('gateway')
      .setAudience('subgraph')
      .setExpirationTime(expiresAt);
    if (caller) token.setSubject(caller.userId);
    return token.sign(await key);
  }

  return (caller, ip) => {
    const now = Date.now() / 1_000;
    const name = JSON.stringify([ip, caller?.userId, caller?.scope, caller?.clientId, caller?.expiresAt]);
    const kept = tokens.get(name);
    if (kept && kept.expiresAt - now > marginSeconds) return kept.token;
    const expiresAt = Math.floor(now) + lifeSeconds;
    const token = sign(caller, ip, expiresAt);
    tokens.set(name, { token, expiresAt });
    return token;
  };
}
