import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { type Item, isLive, type Key } from '@banyan/kit';

/** Reads one item as every write before has left it; undefined where there is none, or it has expired. */
export function createReader(client: DynamoDBDocumentClient, table: string) {
  return async <T extends object>(key: Key): Promise<(T & Item) | undefined> => {
    const { Item: item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
    return item && isLive(item as Item) ? (item as T & Item) : undefined;
  };
}

export type Reader = ReturnType<typeof createReader>;
