import { createHash } from 'node:crypto';
import type { Operation } from './dynalite.ts';
import { type Fault, fault } from './fault.ts';
import type { Backend } from './store.ts';

const TEN_MINUTES = 10 * 60 * 1000;

/**
 * Client request tokens: for ten minutes, a transaction that comes again under its token succeeds without being done again.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-apis-txwriteitems-idempotency
 *
 * A token is written in the batch of its transaction, so that a kill between the two cannot make a client's retry count
 * twice. Tokens stand under the number of their ten minutes, so that forgetting them is deleting a range.
 */
export const keyOfToken = (token: string, now: number): string => `token-${epoch(now)}~${token}`;

/** The write that remembers a token, to go with the writes of its transaction. */
export function remember(token: string, body: string, now: number): Operation {
  return { type: 'put', key: keyOfToken(token, now), value: { digest: digest(body), at: now } };
}

/** Whether this transaction was done already; throws where the token belongs to another one. */
export async function wasDone(backend: Backend, token: string, body: string, now: number): Promise<boolean> {
  for (const time of [now, now - TEN_MINUTES]) {
    const known = (await backend.get(keyOfToken(token, time))) as { digest: string; at: number } | undefined;
    if (!known || known.at <= now - TEN_MINUTES) continue;
    if (known.digest !== digest(body)) throw mismatch();
    return true;
  }
  return false;
}

/** Deletes the tokens that nobody asks for any more. */
export function forget(backend: Backend, now: number): Promise<void> {
  return backend.clear({ gte: 'token-', lt: `token-${epoch(now - TEN_MINUTES)}` });
}

// Twelve digits sort as text until the year 20,000,000.
const epoch = (now: number) => String(Math.floor(now / TEN_MINUTES)).padStart(12, '0');

const digest = (body: string) => createHash('sha256').update(body).digest('base64');

const mismatch = (): Fault =>
  fault(
    'IdempotentParameterMismatchException',
    'The provided client token is already in use with different request parameters',
  );
