import { randomFillSync } from 'node:crypto';

const traceparentPattern = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The trace id of a `traceparent` header, or undefined when it is absent or malformed. https://www.w3.org/TR/trace-context/ */
export function traceIdOf(traceparent: unknown): string | undefined {
  return typeof traceparent === 'string' ? traceparentPattern.exec(traceparent)?.[1] : undefined;
}

/** Randomness is cheaper by the page. */
const pool = Buffer.alloc(4096);
let used = pool.length;

function randomHex(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytes;
  return pool.toString('hex', used - bytes, used);
}

/** A fresh trace id: 32 hex digits. */
export const newTraceId = (): string => randomHex(16);

/** A `traceparent` header for a call made within this trace: sampling is not decided here, so the flag is 0. */
export const traceparentFor = (traceId: string): string => `00-${traceId}-${randomHex(8)}-00`;
