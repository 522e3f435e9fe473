import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { makeKeys } from '../../dev/keys.ts';

/** Issues access tokens in the place of the user domain. */
export interface Issuer {
  /** What makes a gateway believe it. */
  settings: NodeJS.ProcessEnv;
  tokenOf(person: string, scope?: string, claims?: Record<string, unknown>): Promise<string>;
  stop(): Promise<void>;
}

export async function startIssuer(): Promise<Issuer> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA');
  const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'EdDSA', use: 'sig' }] });
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(jwks);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const keys = await makeKeys();
  return {
    settings: { ...keys, TOKEN_JWKS_URL: `http://127.0.0.1:${port}/jwks.json` },
    tokenOf: (person, scope = '', claims = {}) =>
      new SignJWT({ scope, ...claims })
        .setProtectedHeader({ alg: 'EdDSA', kid: 'test' })
        .setIssuer('user')
        .setAudience('gateway')
        .setSubject(person)
        .setExpirationTime('10m')
        .sign(privateKey),
    async stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
