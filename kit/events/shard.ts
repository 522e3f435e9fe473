import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { CloudEvent } from './event.ts';
import { createLease } from './lease.ts';
import type { EventStream } from './stream.ts';

export const consumerPartition = 'CONSUMER';
export const shardEnd = 'SHARD_END';

const leaseMs = 10_000;

/** What a consumer knows of one shard of the stream, for as long as the shard is its own. */
export interface Shard {
  /** Whether the shard is ours: taken when it is free. */
  hold(): Promise<boolean>;
  /**
   * Reads on and delivers, then moves the checkpoint behind what was delivered.
   * @returns how much came, or `end` when nothing will come any more.
   */
  advance(): Promise<number | 'end'>;
  /** When the oldest event that is read and not yet handled happened: milliseconds since the epoch. */
  oldest(): number | undefined;
  release(): Promise<void>;
}

export interface ShardOptions {
  client: DynamoDBDocumentClient;
  table: string;
  stream: EventStream;
  /** Who we are, among the instances of this consumer. */
  holder: string;
  deliver(events: CloudEvent[]): Promise<void>;
}

/** A shard with its checkpoint and its lease, which are one item of the domain's table. */
export function openShard(id: string, { client, table, stream, holder, deliver }: ShardOptions): Shard {
  const key = { pk: consumerPartition, sk: id };
  const lease = createLease(client, table, key, holder, leaseMs);
  let iterator: string | undefined;
  let oldest: number | undefined;

  async function checkpoint(): Promise<string | undefined> {
    const answer = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
    return answer.Item?.sequenceNumber as string | undefined;
  }

  /** Only while the shard is ours: who has lost it reads anew from where the other one is. */
  async function moveCheckpoint(sequenceNumber: string): Promise<void> {
    try {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: key,
          UpdateExpression: 'SET sequenceNumber = :sequenceNumber',
          ConditionExpression: 'heldBy = :holder',
          ExpressionAttributeValues: { ':sequenceNumber': sequenceNumber, ':holder': holder },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      iterator = undefined;
    }
  }

  return {
    async hold() {
      const held = await lease.hold();
      if (!held) {
        iterator = undefined;
        oldest = undefined;
      }
      return held;
    },
    async advance() {
      if (!iterator) {
        const handled = await checkpoint();
        if (handled === shardEnd) return 'end';
        iterator = await stream.iterator(id, handled);
      }
      const from = iterator;
      iterator = undefined;
      const { records, next } = await stream.read(from);
      const last = records.at(-1);
      if (last) {
        oldest = Date.parse(records[0]?.event.time ?? '');
        await deliver(records.map(({ event }) => event));
      }
      iterator = next;
      if (last) await moveCheckpoint(last.sequenceNumber);
      oldest = undefined;
      if (next) return records.length;
      await moveCheckpoint(shardEnd);
      return 'end';
    },
    oldest: () => oldest,
    release: () => lease.release(),
  };
}
