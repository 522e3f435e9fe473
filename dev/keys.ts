import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newToken, textOf } from '@banyan/registry/token';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';

/** The secrets of one machine's system, as the services read them from the environment. */
export interface Keys {
  GATEWAY_SIGNING_JWK: string;
  GATEWAY_PUBLIC_JWKS: string;
  CURSOR_SECRET: string;
  USER_KEY_SECRET: string;
  REGISTRY_BOOTSTRAP_KEY: string;
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
    REGISTRY_BOOTSTRAP_KEY: textOf(newToken()),
  };
}

/** The secrets kept in a folder, readable by their owner alone. What is missing (all, or what a later version needs) is made. */
export async function loadKeys(folder: string): Promise<Keys> {
  const file = join(folder, 'keys.json');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const kept = JSON.parse((await readIfThere(file)) ?? '{}') as Partial<Keys>;
  const keys = { ...(await makeKeys()), ...kept };
  if (Object.keys(keys).some((name) => !(name in kept))) await writeSecret(file, JSON.stringify(keys, null, 2));
  return keys;
}

/** A file's text; nothing where it does not exist. */
export async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/** Writes a file that its owner alone can read; whole or not at all. */
export async function writeSecret(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
}
