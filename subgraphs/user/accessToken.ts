import { importJWK, SignJWT } from 'jose';
import type { KeyRing } from './signingKeys.ts';

const lifeMs = 15 * 60_000;

export interface AccessToken {
  token: string;
  /** ISO 8601, UTC. */
  expiresAt: string;
}

/** A JWT for the gateway: `sub` is the person, `scope` what they may, `sid` the session. */
export async function issueAccessToken(
  keys: KeyRing,
  who: { userId: string; sessionId: string; scopes: string[] },
): Promise<AccessToken> {
  const jwk = await keys.signing();
  const expires = Math.floor((Date.now() + lifeMs) / 1_000);
  const token = await new SignJWT({ scope: who.scopes.join(' '), sid: who.sessionId })
    .setProtectedHeader({ alg: 'EdDSA', kid: jwk.kid, typ: 'at+jwt' })
    .setIssuer('user')
    .setAudience('gateway')
    .setSubject(who.userId)
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(await importJWK(jwk));
  return { token, expiresAt: new Date(expires * 1_000).toISOString() };
}
