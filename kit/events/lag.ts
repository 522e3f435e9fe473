import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { consumerPartition, shardEnd } from './shard.ts';
import type { EventStream } from './stream.ts';

/** How far a consumer is behind on one shard. */
export interface ShardLag {
  shard: string;
  /** The age of the oldest record that it has not handled, in milliseconds; 0 when there is none. */
  lagMs: number;
}

/** Looks from outside how far the consumer with this table is behind: it may be running, or dead. */
export async function measureLag(
  client: DynamoDBDocumentClient,
  table: string,
  stream: EventStream,
): Promise<ShardLag[]> {
  const shards = await stream.shards();
  return Promise.all(
    shards.map(async ({ id }) => {
      const Key = { pk: consumerPartition, sk: id };
      const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      if (Item?.sequenceNumber === shardEnd) return { shard: id, lagMs: 0 };
      const { records } = await stream.read(await stream.iterator(id, Item?.sequenceNumber));
      const oldest = records[0]?.event.time;
      return { shard: id, lagMs: oldest ? Math.max(0, Date.now() - Date.parse(oldest)) : 0 };
    }),
  );
}
