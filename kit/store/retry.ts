import { setTimeout as wait } from 'node:timers/promises';
import { timeLeft } from '../request.ts';

const baseMs = 10;
const capMs = 250;
const backgroundBudgetMs = 10_000;

/**
 * Calls `attempt` until it answers something else than `again`, waiting with full jitter in between
 * (https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/), within what is left of the request's time.
 * @throws what `giveUp` makes, when the time is over.
 */
export async function retryUntilDeadline<T>(attempt: () => Promise<T | typeof again>, giveUp: () => Error): Promise<T> {
  const deadline = Date.now() + timeLeft(backgroundBudgetMs);
  for (let tries = 0; ; tries++) {
    const result = await attempt();
    if (result !== again) return result;
    const pause = Math.random() * Math.min(capMs, baseMs * 2 ** tries);
    if (Date.now() + pause >= deadline) throw giveUp();
    await wait(pause);
  }
}

/** Says that an attempt met a passing fault. */
export const again: unique symbol = Symbol('again');
