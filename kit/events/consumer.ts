import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { newTraceId, traceIdOf } from '../correlation.ts';
import type { Logger } from '../log.ts';
import { inRequest } from '../request.ts';
import type { CloudEvent } from './event.ts';
import { type Background, startLoop } from './loop.ts';
import type { EventStream, StreamRecord } from './stream.ts';

/** Handles one event. It may be called again with the same one, so it must do the same twice as once. */
export type EventHandler = (event: CloudEvent) => Promise<void>;

export interface ConsumerOptions {
  client: DynamoDBDocumentClient;
  /** The domain's table, which keeps the checkpoints. */
  table: string;
  stream: EventStream;
  /** By event type; other types are passed over. */
  handlers: Readonly<Record<string, EventHandler>>;
  pollMs: number;
  log: Logger;
}

const handlerBudgetMs = 10_000;
const shardEnd = 'SHARD_END';
const reshardMs = 30_000;

/**
 * Reads the stream from the checkpoint on and hands each event to its handler, in order. The checkpoint moves behind what was handled,
 * so that a consumer that was away catches up; an event that fails is tried again, with backoff, before any event behind it.
 */
export function startConsumer({ client, table, stream, handlers, pollMs, log }: ConsumerOptions): Background {
  const iterators = new Map<string, string>();
  const key = (shard: string) => ({ pk: 'CONSUMER', sk: shard });

  async function checkpoint(shard: string): Promise<string | undefined> {
    const answer = await client.send(new GetCommand({ TableName: table, Key: key(shard), ConsistentRead: true }));
    return answer.Item?.sequenceNumber as string | undefined;
  }

  const moveCheckpoint = (shard: string, sequenceNumber: string) =>
    client.send(new PutCommand({ TableName: table, Item: { ...key(shard), sequenceNumber } }));

  async function handle({ event }: StreamRecord) {
    const handler = handlers[event.type];
    if (!handler) return;
    const correlationId = traceIdOf(event.traceparent) ?? newTraceId();
    await inRequest({ correlationId, deadline: Date.now() + handlerBudgetMs }, () => handler(event));
  }

  const loops = new Map<string, Background>();
  const ended = new Set<string>();

  async function whereToReadOn(shard: string): Promise<string | undefined> {
    const known = iterators.get(shard);
    if (known) return known;
    const handled = await checkpoint(shard);
    return handled === shardEnd ? undefined : stream.iterator(shard, handled);
  }

  /** @returns how long to wait before the shard is read again. */
  async function readShard(shard: string, signal: AbortSignal): Promise<number> {
    const from = await whereToReadOn(shard);
    if (!from) {
      ended.add(shard);
      return reshardMs;
    }
    iterators.delete(shard);
    const { records, next } = await stream.read(from);
    let handled: string | undefined;
    try {
      for (const record of records) {
        if (signal.aborted) return 0;
        await handle(record);
        handled = record.sequenceNumber;
      }
    } finally {
      if (handled) await moveCheckpoint(shard, handled);
    }
    if (next) iterators.set(shard, next);
    else await moveCheckpoint(shard, shardEnd);
    return records.length > 0 ? 0 : pollMs;
  }

  const finder = startLoop('finding shards', log, async () => {
    const shards = await stream.shards();
    const present = new Set(shards.map((shard) => shard.id));
    for (const { id, parents } of shards) {
      const parentsDone = parents.every((parent) => ended.has(parent) || !present.has(parent));
      if (!parentsDone || loops.has(id)) continue;
      loops.set(
        id,
        startLoop(`consumer of ${id}`, log, (signal) =>
          ended.has(id) ? Promise.resolve(reshardMs) : readShard(id, signal),
        ),
      );
    }
    return reshardMs;
  });

  return {
    async stop() {
      await finder.stop();
      await Promise.all([...loops.values()].map((loop) => loop.stop()));
    },
  };
}
