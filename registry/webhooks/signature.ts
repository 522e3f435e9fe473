import { createHmac, randomBytes } from 'node:crypto';

/**
 * Deliveries are signed as https://www.standardwebhooks.com says, so that stock libraries verify them:
 *
 * - `webhook-id`: the same for every attempt; a receiver that has seen it has been told before.
 * - `webhook-timestamp`: seconds since the epoch, of this attempt; a receiver refuses old ones, against replay.
 * - `webhook-signature`: `v1,` and the base64 of HMAC-SHA256 over `<id>.<timestamp>.<body>`, keyed with the bytes whose base64
 *   stands in the secret after `whsec_`. A receiver computes it over the body's raw bytes and compares in constant time.
 */
export function signatureHeaders(secret: string, id: string, body: string, now = Date.now()): Record<string, string> {
  const timestamp = String(Math.floor(now / 1_000));
  const key = Buffer.from(secret.slice(secretPrefix.length), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${mac}` };
}

const secretPrefix = 'whsec_';

/** A new webhook's secret. It is stored as it is, as it is needed to sign. */
export const newSecret = (): string => `${secretPrefix}${randomBytes(32).toString('base64')}`;
