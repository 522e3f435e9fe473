import { Worker } from 'node:worker_threads';
import { BadReport } from './badReport.ts';
import type { ReadResult, ReadTask } from './readerThread.ts';
import type { Tally } from './tally.ts';

export interface ReportReader {
  /** @throws BadReport for what is no report, or too large a one. */
  read(body: Uint8Array): Promise<Tally>;
  stop(): Promise<void>;
}

interface Waiting {
  resolve(tally: Tally): void;
  reject(error: Error): void;
}

const threadMemoryMb = 512;

/**
 * Reads reports in a thread of its own, so that a large one keeps no other request waiting. A thread that dies takes the reports
 * that it had with it, and the next report starts another.
 * @param limit the most bytes that a report may become when it is unpacked.
 */
export function createReportReader(limit: number): ReportReader {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let lastId = 0;

  function lose(dead: Worker, error: Error) {
    if (thread !== dead) return;
    thread = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(new URL('./readerThread.ts', import.meta.url), {
      name: 'usage reports',
      resourceLimits: { maxOldGenerationSizeMb: threadMemoryMb },
    });
    started.on('message', (result: ReadResult) => {
      const { resolve, reject } = waiting.get(result.id) ?? {};
      waiting.delete(result.id);
      if ('tally' in result) resolve?.(result.tally);
      else reject?.(new BadReport(result.refused.message, result.refused.status));
    });
    started.on('error', (error) => lose(started, error));
    started.on('exit', () => lose(started, new Error('the reader of usage reports has ended')));
    return started;
  }

  return {
    read(body) {
      thread ??= start();
      const task: ReadTask = { id: ++lastId, body, limit };
      const { promise, resolve, reject } = Promise.withResolvers<Tally>();
      waiting.set(task.id, { resolve, reject });
      thread.postMessage(task);
      return promise;
    },
    async stop() {
      await thread?.terminate();
    },
  };
}
