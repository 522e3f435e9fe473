import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '../log.ts';

/** Something that runs until it is stopped; `stop` ends when the work in hand has ended. */
export interface Background {
  stop(): Promise<void>;
}

const maxPauseMs = 10_000;

/**
 * Runs `step` again and again. A step says how long to wait before the next (milliseconds; `wake` ends the wait);
 * one that throws is logged and tried again with backoff and full jitter, which nothing cuts short.
 */
export function startLoop(
  name: string,
  log: Logger,
  step: (signal: AbortSignal) => Promise<number>,
): Background & { wake(): void } {
  const stopping = new AbortController();
  let sleeping = new AbortController();

  async function pause(ms: number, until: AbortSignal) {
    if (until.aborted) return;
    await wait(ms, undefined, { signal: AbortSignal.any([until, stopping.signal]) }).catch(() => {});
  }

  async function run() {
    for (let failures = 0; !stopping.signal.aborted; ) {
      sleeping = new AbortController();
      try {
        const ms = await step(stopping.signal);
        failures = 0;
        if (ms > 0) await pause(ms, sleeping.signal);
      } catch (error) {
        if (stopping.signal.aborted) return;
        failures += 1;
        log.warn({ err: error, failures }, `${name} failed, will try again`);
        await pause(Math.random() * Math.min(maxPauseMs, 100 * 2 ** failures), stopping.signal);
      }
    }
  }

  const running = run();
  return {
    wake: () => sleeping.abort(),
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
