import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { newId } from '@banyan/kit';

/**
 * A token is `banyan_<id of the key>_<secret>`: a scanner for leaked secrets finds it by its form, the id finds the key without
 * a search, and the secret is 256 random bits. All are letters that a double click selects.
 */
const form = /^banyan_([0-9a-f]{32})_([0-9a-f]{64})$/;

export interface Token {
  keyId: string;
  secret: string;
}

export const newToken = (): Token => ({
  keyId: newId().replaceAll('-', ''),
  secret: randomBytes(32).toString('hex'),
});

/** What a token says, or undefined for a text that cannot be one. */
export function readToken(text: unknown): Token | undefined {
  const [, keyId, secret] = (typeof text === 'string' && form.exec(text)) || [];
  return keyId && secret ? { keyId, secret } : undefined;
}

/** How a key's token begins. */
export const prefixOf = (keyId: string): string => `banyan_${keyId}_`;

export const textOf = ({ keyId, secret }: Token): string => `${prefixOf(keyId)}${secret}`;

/**
 * What is stored of a secret. A fast hash is right here: slow ones buy time where people choose passwords that can be guessed;
 * nobody guesses 256 random bits, and a slow hash on every request would be a way to keep the registry busy.
 */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Whether a secret is the one of a stored hash, in a time that does not tell how much of it is right. */
export const isSecretOf = (hash: string, secret: string): boolean =>
  timingSafeEqual(Buffer.from(hash, 'hex'), Buffer.from(hashOf(secret), 'hex'));
