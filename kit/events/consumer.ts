import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { newId } from '../id.ts';
import type { Logger } from '../log.ts';
import { expiryIn, type Item } from '../store/item.ts';
import { queryPartition } from '../store/query.ts';
import { createDelivery, type EventHandler } from './delivery.ts';
import { type Background, startLoop } from './loop.ts';
import { openShard, type Shard } from './shard.ts';
import type { EventStream, StreamShard } from './stream.ts';

export interface ConsumerOptions {
  client: DynamoDBDocumentClient;
  /** The domain's table, which keeps checkpoints, leases, inbox and dead letters. */
  table: string;
  stream: EventStream;
  /** By event type; other types are passed over. */
  handlers: Readonly<Record<string, EventHandler>>;
  pollMs: number;
  log: Logger;
}

export interface Consumer extends Background {
  /** The age of the oldest event that has been read and not handled, in milliseconds; 0 when there is none. */
  lagMs(): number;
}

const rosterMs = 2_000;
const workerLifeMs = 6_000;
const workersPartition = 'WORKERS';
const maxWorkers = 100;

/**
 * Reads the stream from the checkpoint on and hands each event to its handler, in order for each key. The checkpoint moves behind what was
 * handled, so that a consumer that was away catches up. Several instances share the shards: each takes those that fall to it by its place
 * in the roster, once their leases are free. What an instance that dies leaves, the others take when its name in the roster (6 s) and its
 * leases (10 s) have run out.
 */
export function startConsumer({ client, table, stream, handlers, pollMs, log }: ConsumerOptions): Consumer {
  const holder = newId();
  const place = { pk: workersPartition, sk: holder };
  const deliver = createDelivery({ client, table, handlers, log });
  const shards = new Map<string, { shard: Shard; loop: Background }>();
  const ended = new Set<string>();

  /** Says that we are here. @returns who is, in one order for all. */
  async function signRoster(): Promise<string[]> {
    const item = { ...place, until: Date.now() + workerLifeMs, expiresAt: expiryIn(workerLifeMs) };
    await client.send(new PutCommand({ TableName: table, Item: item }));
    const all = await queryPartition<Item & { until: number }>(client, table, {
      pk: workersPartition,
      prefix: '',
      limit: maxWorkers,
      consistent: true,
    });
    return all.filter(({ until }) => until > Date.now()).map(({ sk }) => sk);
  }

  function start(id: string) {
    const stopping = new AbortController();
    const shard = openShard(id, {
      client,
      table,
      stream,
      holder,
      deliver: (events) => deliver(events, stopping.signal),
    });
    const loop = startLoop(`consumer of ${id}`, log, async () => {
      if (!(await shard.hold())) return rosterMs / 2;
      const came = await shard.advance();
      if (came === 'end') ended.add(id);
      return came === 'end' ? rosterMs : came > 0 ? 0 : pollMs;
    });
    const stop = async () => {
      stopping.abort();
      await loop.stop();
      await shard.release().catch((error) => log.warn({ err: error }, 'a shard could not be given back'));
    };
    shards.set(id, { shard, loop: { stop } });
  }

  async function stop(id: string) {
    const running = shards.get(id);
    shards.delete(id);
    await running?.loop.stop();
  }

  /** A shard that came of others is read when they have been read to their end. */
  const isReady = ({ parents }: StreamShard, present: Set<string>) =>
    parents.every((parent) => ended.has(parent) || !present.has(parent));

  const roster = startLoop('sharing the shards', log, async () => {
    const [workers, all] = [await signRoster(), await stream.shards()];
    const present = new Set(all.map(({ id }) => id));
    const ready = all.filter((shard) => isReady(shard, present));
    const mine = ready.filter((_, index) => workers[index % workers.length] === holder).map(({ id }) => id);
    for (const id of [...shards.keys()].filter((id) => !mine.includes(id))) await stop(id);
    for (const id of mine.filter((id) => !shards.has(id))) start(id);
    return rosterMs;
  });

  return {
    lagMs() {
      const times = [...shards.values()].map(({ shard }) => shard.oldest()).filter((time) => time !== undefined);
      return times.length > 0 ? Math.max(0, Date.now() - Math.min(...times)) : 0;
    },
    async stop() {
      await roster.stop();
      await Promise.all([...shards.keys()].map(stop));
      const leave = client.send(new DeleteCommand({ TableName: table, Key: place }));
      await leave.catch((error) => log.warn({ err: error }, 'the roster could not be left'));
    },
  };
}
