import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { type Item, isLive, type Key } from '@banyan/kit';
import type { RegistryTable } from '../table.ts';

/** Reads one item, without its key, as every write before has left it; undefined where there is none, or it has expired. */
export function createReader({ client, table }: RegistryTable) {
  return async <T extends object>(key: Key): Promise<T | undefined> => {
    const { Item: item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
    return item && isLive(item as Item) ? keyless(item as T & Item) : undefined;
  };
}

/** What an item says beside where it lies. */
export function keyless<T extends object>(item: T & Item): T {
  const { pk: _pk, sk: _sk, ...what } = item;
  return what as unknown as T;
}
