import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createLog } from '../log.ts';
import type { CloudEvent } from './event.ts';
import type { Outbox, OutboxItem } from './outbox.ts';
import { startRelay } from './relay.ts';
import type { EventStream } from './stream.ts';

const log = createLog('test', 'silent');

const itemOf = (key: string, sequence: number): OutboxItem => ({
  pk: 'OUTBOX#0',
  sk: `${key}#${String(sequence).padStart(16, '0')}`,
  event: { subject: key, sequence } as CloudEvent,
});

/** An outbox of one shard in memory, and a stream that refuses at random. */
function setup(keys: string[], refuse: () => boolean) {
  const counts = new Map<string, number>();
  const waiting = new Map<string, OutboxItem>();
  for (const key of keys) {
    const sequence = (counts.get(key) ?? 0) + 1;
    counts.set(key, sequence);
    const item = itemOf(key, sequence);
    waiting.set(item.sk, item);
  }
  const arrived: CloudEvent[] = [];
  const empty = Promise.withResolvers<void>();
  const outbox: Outbox = {
    transact: async () => {},
    waiting: async (shard, after) =>
      shard > 0
        ? []
        : [...waiting.values()]
            .filter(({ sk }) => after === undefined || sk > after)
            .sort((a, b) => (a.sk < b.sk ? -1 : 1))
            .slice(0, 10),
    async remove(items) {
      for (const { sk } of items) waiting.delete(sk);
      if (waiting.size === 0) empty.resolve();
    },
    lease: () => ({ hold: async () => true, release: async () => {} }),
    onWritten: () => {},
  };
  const stream = {
    async send(events: CloudEvent[]) {
      return events.map((event) => {
        if (refuse()) return false;
        arrived.push(event);
        return true;
      });
    },
  } as unknown as EventStream;
  if (waiting.size === 0) empty.resolve();
  return { outbox, stream, arrived, empty: empty.promise };
}

test('every event arrives, those of a key in order, whatever the stream refuses', async () => {
  const keys = fc.array(fc.constantFrom('a', 'b', 'c:d', 'a#'), { maxLength: 40 });
  const refusals = fc.infiniteStream(fc.integer({ min: 0, max: 9 }).map((n) => n === 0));
  await fc.assert(
    fc.asyncProperty(keys, refusals, async (written, refused) => {
      const { outbox, stream, arrived, empty } = setup(written, () => refused.next().value ?? false);
      const relay = startRelay(outbox, stream, log);
      await empty;
      await relay.stop();
      for (const key of new Set(written)) {
        const sequences = arrived.filter(({ subject }) => subject === key).map(({ sequence }) => sequence);
        expect(sequences).toEqual(sequences.map((_, index) => index + 1));
        expect(sequences).toHaveLength(written.filter((other) => other === key).length);
      }
    }),
    { numRuns: 25 },
  );
});
