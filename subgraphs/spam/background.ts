import { type Background, type Logger, startLoop } from '@banyan/kit';
import type { Checks } from './check.ts';
import type { Tally } from './statistics.ts';
import type { Store } from './store.ts';

const tallyMs = 1_000;
const releasesAtOnce = 10;
/** Of each of the queue's four parts. */
const triesAtOnce = 4;

async function writeTally({ statistics }: Store, tally: Tally): Promise<void> {
  for (const [hour, { refused, domains }] of tally.take()) await statistics.add(hour, refused, domains);
}

/** What spam does without being asked: follows links again, brings back what a block had hidden, writes what was counted. */
export function startBackground(store: Store, checks: Checks, tally: Tally, pollMs: number, log: Logger): Background[] {
  const counting = startLoop('writing counts', log, async () => {
    await writeTally(store, tally);
    return tallyMs;
  });
  return [
    startLoop('following links again', log, async () => ((await checks.retryDue(triesAtOnce)) > 0 ? 0 : pollMs)),
    startLoop('releasing what was hidden', log, async () => {
      const jobs = await store.work.releases(releasesAtOnce);
      for (const job of jobs) await checks.releaseHeld(job);
      return jobs.length > 0 ? 0 : pollMs;
    }),
    {
      async stop() {
        await counting.stop();
        await writeTally(store, tally).catch((error) => log.warn({ err: error }, 'the last counts are lost'));
      },
    },
  ];
}
