import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import DataLoader from 'dataloader';
import { batchGet } from './batch.ts';
import { type Item, type Key, keyName } from './item.ts';

/** Reads items of one table for one request: everything that is asked for in one step is one batch read, whatever kind it is. */
export interface ItemLoader {
  get<T extends object>(key: Key): Promise<(T & Item) | undefined>;
  /** Forgets an item, after the request has changed it. */
  clear(key: Key): void;
}

export function createItemLoader(client: DynamoDBDocumentClient, table: string): ItemLoader {
  const loader = new DataLoader<Key, Item | undefined, string>((keys) => batchGet(client, table, keys), {
    cacheKeyFn: keyName,
  });
  return {
    get: <T extends object>(key: Key) => loader.load(key) as Promise<(T & Item) | undefined>,
    clear: (key) => void loader.clear(key),
  };
}
