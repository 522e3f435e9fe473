import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';

/** The secrets of one machine's system, as the services read them from the environment. */
export interface Keys {
  GATEWAY_SIGNING_JWK: string;
  GATEWAY_PUBLIC_JWKS: string;
  CURSOR_SECRET: string;
  USER_KEY_SECRET: string;
}

/** Makes fresh secrets. */
export async function makeKeys(): Promise<Keys> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const jwk = await exportJWK(privateKey);
  const signing = { ...jwk, alg: 'EdDSA', use: 'sig', kid: await calculateJwkThumbprint(jwk) };
  const { d: _, ...published } = signing;
  return {
    GATEWAY_SIGNING_JWK: JSON.stringify(signing),
    GATEWAY_PUBLIC_JWKS: JSON.stringify({ keys: [published] }),
    CURSOR_SECRET: randomBytes(32).toString('base64url'),
    USER_KEY_SECRET: randomBytes(32).toString('base64url'),
  };
}

/** The secrets kept in a folder, readable by their owner alone; made when it holds none. */
export async function loadKeys(folder: string): Promise<Keys> {
  const file = join(folder, 'keys.json');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(file, JSON.stringify(await makeKeys(), null, 2), { mode: 0o600, flag: 'wx' }).catch((error) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return JSON.parse(await readFile(file, 'utf8')) as Keys;
}
