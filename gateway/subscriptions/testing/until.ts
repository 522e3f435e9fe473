import { setTimeout as wait } from 'node:timers/promises';

/** Waits until a condition holds. */
export async function until(what: string, condition: () => boolean, limitMs = 20_000): Promise<void> {
  const limit = Date.now() + limitMs;
  while (!condition()) {
    if (Date.now() > limit) throw new Error(`waited ${limitMs} ms in vain: ${what}`);
    await wait(5);
  }
}
