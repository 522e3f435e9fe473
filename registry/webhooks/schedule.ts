const secondMs = 1_000;
const hourMs = 3_600_000;

/** Attempts of one delivery before it is dead: 5 s after the first, then thrice as long each time, at most 6 h: 23 hours in all. */
export const maxAttempts = 12;

const baseMs = 5 * secondMs;
const capMs = 6 * hourMs;
/** How far a receiver may put the next attempt off. */
const maxRetryAfterMs = hourMs;

/**
 * How long to wait after the `attempts`th attempt has failed: exponential, give or take a fifth, so that what failed together does
 * not come again together.
 * @param retryAfterMs what the receiver asked for.
 */
export function pauseAfter(attempts: number, retryAfterMs = 0, random = Math.random): number {
  const pause = Math.min(capMs, baseMs * 3 ** (attempts - 1)) * (0.8 + 0.4 * random());
  return Math.round(Math.max(pause, Math.min(maxRetryAfterMs, retryAfterMs)));
}
