import { setTimeout as wait } from 'node:timers/promises';
import type { Background, Logger } from '@banyan/kit';
import type { Execution } from '../store/unfinished.ts';
import type { Store } from '../store.ts';
import type { Tidy } from './tidy.ts';
import type { Workflow } from './workflow.ts';

/** How often, at least, overdue photos are looked for. */
const maxPauseMs = 60_000;

/**
 * Drives photos again that somebody left unfinished: all of them at the start, and from then on those whose upload has been complete
 * for `overdueMs`.
 */
export function startDriver(store: Store, workflow: Workflow, tidy: Tidy, overdueMs: number, log: Logger): Background {
  const stopping = new AbortController();
  const { signal } = stopping;

  async function goOn(execution: Execution): Promise<void> {
    const photo = await store.latest(execution.photoId);
    await (photo?.status === 'PROCESSING' ? workflow.start(execution) : tidy(execution.photoId));
  }

  async function drive(before: number): Promise<void> {
    try {
      for await (const executions of store.unfinished.before(new Date(before).toISOString())) {
        if (signal.aborted) return;
        await Promise.all(executions.map(goOn));
      }
    } catch (error) {
      log.warn({ err: error }, 'unfinished photos were not driven again, will try again');
    }
  }

  async function run(): Promise<void> {
    await drive(Date.now());
    while (!signal.aborted) {
      await wait(Math.min(maxPauseMs, overdueMs), undefined, { signal }).catch(() => {});
      if (!signal.aborted) await drive(Date.now() - overdueMs);
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
