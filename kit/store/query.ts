import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type Item, isLive } from './item.ts';

export interface PartitionQuery {
  pk: string;
  /** Only sort keys that start so; all when empty. */
  prefix: string;
  limit: number;
  /** Only what comes after this sort key, in the query's order. */
  after?: string;
  /** Descending by sort key. */
  newestFirst?: boolean;
  /** Sees every write that was answered before. */
  consistent?: boolean;
}

/**
 * The items of one partition whose sort keys start with `prefix`, in order, at most `limit`: one Query,
 * more only where expired items are still there.
 */
export async function queryPartition<T extends Item>(
  client: DynamoDBDocumentClient,
  table: string,
  { pk, prefix, limit, after, newestFirst = false, consistent = false }: PartitionQuery,
): Promise<T[]> {
  const items: T[] = [];
  let start: Record<string, unknown> | undefined = after === undefined ? undefined : { pk, sk: after };
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: prefix ? 'pk = :pk AND begins_with(sk, :prefix)' : 'pk = :pk',
        ExpressionAttributeValues: prefix ? { ':pk': pk, ':prefix': prefix } : { ':pk': pk },
        ScanIndexForward: !newestFirst,
        ConsistentRead: consistent,
        Limit: limit - items.length,
        ExclusiveStartKey: start,
      }),
    );
    items.push(...((answer.Items ?? []) as T[]).filter(isLive));
    start = answer.LastEvaluatedKey;
  } while (start && items.length < limit);
  return items;
}

/** Every item of a partition, a page at a time. */
export async function* wholePartition<T extends Item>(
  client: DynamoDBDocumentClient,
  table: string,
  pk: string,
): AsyncGenerator<T[]> {
  let start: Record<string, unknown> | undefined;
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
        ExclusiveStartKey: start,
      }),
    );
    yield (answer.Items ?? []) as T[];
    start = answer.LastEvaluatedKey;
  } while (start);
}
