import { BatchGetCommand, BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { failure } from '../errors.ts';
import { type Item, isLive, type Key, keyName } from './item.ts';
import { again, retryUntilDeadline } from './retry.ts';

const keysARead = 100;
const itemsAWrite = 25;

/** Cuts a list into pieces of at most `size`. */
export function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}

/**
 * Reads many items: one BatchGetItem for each 100 distinct keys, all at once, unprocessed keys again until the deadline.
 * @returns the items in the order of `keys`, undefined where there is none (or it has expired).
 * @throws SUBGRAPH_TIMEOUT when keys are still unprocessed at the deadline.
 */
export async function batchGet<T extends Item>(
  client: DynamoDBDocumentClient,
  table: string,
  keys: readonly Key[],
): Promise<(T | undefined)[]> {
  const found = new Map<string, T>();
  const distinct = [...new Map(keys.map(({ pk, sk }) => [keyName({ pk, sk }), { pk, sk }])).values()];

  async function read(part: Key[]) {
    let wanted: Key[] = part;
    await retryUntilDeadline(
      async () => {
        const answer = await client.send(new BatchGetCommand({ RequestItems: { [table]: { Keys: wanted } } }));
        for (const item of (answer.Responses?.[table] ?? []) as T[]) if (isLive(item)) found.set(keyName(item), item);
        wanted = (answer.UnprocessedKeys?.[table]?.Keys ?? []) as Key[];
        return wanted.length > 0 ? again : undefined;
      },
      () => failure('SUBGRAPH_TIMEOUT'),
    );
  }

  await Promise.all(chunks(distinct, keysARead).map(read));
  return keys.map((key) => found.get(keyName(key)));
}

/**
 * Deletes many items, 25 a request; deleting what is not there is no error.
 * @throws SUBGRAPH_TIMEOUT when some are still there at the deadline; the call can be repeated.
 */
export const batchDelete = (client: DynamoDBDocumentClient, table: string, keys: readonly Key[]): Promise<void> =>
  batchWrite(
    client,
    table,
    keys.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })),
  );

/**
 * Puts many items, 25 a request, each in the place of what was there.
 * @throws SUBGRAPH_TIMEOUT when some are not there at the deadline; the call can be repeated.
 */
export const batchPut = (client: DynamoDBDocumentClient, table: string, items: readonly Item[]): Promise<void> =>
  batchWrite(
    client,
    table,
    items.map((item) => ({ PutRequest: { Item: item } })),
  );

async function batchWrite(
  client: DynamoDBDocumentClient,
  table: string,
  writes: Record<string, unknown>[],
): Promise<void> {
  for (const part of chunks(writes, itemsAWrite)) {
    let left = part;
    await retryUntilDeadline(
      async () => {
        const answer = await client.send(new BatchWriteCommand({ RequestItems: { [table]: left } }));
        left = answer.UnprocessedItems?.[table] ?? [];
        return left.length > 0 ? again : undefined;
      },
      () => failure('SUBGRAPH_TIMEOUT'),
    );
  }
}
