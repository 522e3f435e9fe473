import type { Logger } from '../log.ts';
import type { Lease } from './lease.ts';
import { type Background, startLoop } from './loop.ts';
import { type Outbox, type OutboxItem, outboxShards } from './outbox.ts';
import type { EventStream } from './stream.ts';

/** How often a shard is looked at without having been woken, for what another process left behind. */
const sweepMs = 5_000;

/** How soon to ask again for a shard that another instance relays. */
const takenMs = 500;

/**
 * Carries events from the outbox to the stream and deletes them once acknowledged; it keeps no cursor. A later event of a key is
 * never sent while an earlier one is unacknowledged: one instance at a time relays a shard, and each round sends at most the first
 * waiting event of each key.
 */
export function startRelay(outbox: Outbox, stream: EventStream, log: Logger): Background {
  async function drain(shard: number, lease: Lease, signal: AbortSignal): Promise<number> {
    let after: string | undefined;
    do {
      const waiting = await outbox.waiting(shard, after);
      for (let round = waiting; round.length > 0; ) {
        if (!(await lease.hold())) return takenMs;
        round = await sendFirstOfEachKey(outbox, stream, round);
      }
      after = waiting.at(-1)?.sk;
    } while (after && !signal.aborted);
    return sweepMs;
  }

  const relays = Array.from({ length: outboxShards }, (_, shard) => {
    const lease = outbox.lease(shard);
    const loop = startLoop(`relay of outbox shard ${shard}`, log, (signal) => drain(shard, lease, signal));
    return { lease, loop };
  });
  outbox.onWritten((shard) => relays[shard]?.loop.wake());
  return {
    async stop() {
      await Promise.all(relays.map(({ loop }) => loop.stop()));
      const given = relays.map(({ lease }) => lease.release());
      await Promise.all(given).catch((error) => log.warn({ err: error }, 'a lease could not be given back'));
    },
  };
}

/** @returns what is still to be sent. @throws when the stream refused any, so that the loop waits before it tries again. */
async function sendFirstOfEachKey(outbox: Outbox, stream: EventStream, waiting: OutboxItem[]): Promise<OutboxItem[]> {
  const keys = new Set<string>();
  const first: OutboxItem[] = [];
  const rest: OutboxItem[] = [];
  for (const item of waiting) {
    (keys.has(item.event.subject) ? rest : first).push(item);
    keys.add(item.event.subject);
  }
  const acknowledged = await stream.send(first.map((item) => item.event));
  await outbox.remove(first.filter((_, index) => acknowledged[index]));
  if (!acknowledged.every(Boolean)) throw new Error('the stream did not take every event');
  return rest;
}
