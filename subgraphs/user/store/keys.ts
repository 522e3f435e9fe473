import type { Key } from '@banyan/kit';
import { pairKey } from '../events.ts';

export type ListName = 'FOLLOWER' | 'FOLLOWING' | 'BLOCKED';

/** Where things lie in the table. */
export const personKey = (id: string): Key => ({ pk: `USER#${id}`, sk: 'USER' });
export const credentialsKey = (id: string): Key => ({ pk: `USER#${id}`, sk: 'CREDENTIALS' });
export const nameKey = (kind: 'HANDLE' | 'EMAIL', name: string): Key => ({ pk: `${kind}#${name}`, sk: kind });
export const relationKey = (a: string, b: string): Key => ({ pk: `PAIR#${pairKey(a, b)}`, sk: 'PAIR' });
export const entryKey = (id: string, list: ListName, edge: string): Key => ({
  pk: `USER#${id}`,
  sk: `${list}#${edge}`,
});
export const sessionKey = (id: string): Key => ({ pk: `SESSION#${id}`, sk: 'SESSION' });
export const tokenKey = (id: string, hash: string): Key => ({ pk: `SESSION#${id}`, sk: `TOKEN#${hash}` });

/** Counts that many write at once are spread over this many items, and summed when read. */
const countShards = 4;
const countKey = (id: string, shard: number): Key => ({ pk: `USER#${id}`, sk: `COUNT#${shard}` });
export const countKeys = (id: string): Key[] => Array.from({ length: countShards }, (_, shard) => countKey(id, shard));
export const anyCountKey = (id: string): Key => countKey(id, Math.floor(Math.random() * countShards));
