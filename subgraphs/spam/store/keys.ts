import { createHash } from 'node:crypto';
import type { Key } from '@banyan/kit';
import type { TargetRef } from '../target.ts';

const sha256 = (text: string) => createHash('sha256').update(text);
const sequenceOf = (number: number) => String(number).padStart(10, '0');

/** The id of an expression, whatever its length: its SHA-256, as Safe Browsing has it. */
export const idOf = (expression: string): string => sha256(expression).digest('hex');

/** One word for a target, as in the keys of its events. */
export const nameOf = ({ type, id }: TargetRef): string => `${type}:${id}`;
export const refOf = (name: string): TargetRef => {
  const [type, id = ''] = name.split(':');
  return { type: type as TargetRef['type'], id };
};

/** Spreads what many write at once over a few items or partitions. */
export const shardOf = (name: string, shards: number): number => sha256(name).digest().readUInt32BE() % shards;

export const urlPartition = (expression: string): string => `URL#${idOf(expression)}`;
export const entryKey = (expression: string): Key => ({ pk: urlPartition(expression), sk: 'URL' });
export const historyKey = (expression: string, sequence: number): Key => ({
  pk: urlPartition(expression),
  sk: `HISTORY#${sequenceOf(sequence)}`,
});
export const heldKey = (expression: string, ref: TargetRef): Key => ({
  pk: urlPartition(expression),
  sk: `HELD#${nameOf(ref)}`,
});
/** A block's place in the list: by time. */
export const blockedKey = (at: string, expression: string): Key => ({
  pk: 'BLOCKED',
  sk: `BLOCK#${at}#${idOf(expression)}`,
});
export const releaseKey = (expression: string): Key => ({ pk: 'RELEASES', sk: idOf(expression) });

const targetPartition = (ref: TargetRef) => `TARGET#${nameOf(ref)}`;
export const targetKey = (ref: TargetRef): Key => ({ pk: targetPartition(ref), sk: 'TARGET' });
export const textKey = (ref: TargetRef): Key => ({ pk: targetPartition(ref), sk: 'TEXT' });
export const reportKey = (ref: TargetRef, userId: string): Key => ({
  pk: targetPartition(ref),
  sk: `REPORT#${userId}`,
});
export const decisionKey = (ref: TargetRef, version: number): Key => ({
  pk: targetPartition(ref),
  sk: `DECISION#${sequenceOf(version)}`,
});

const retryShards = 4;
export const retryPartitions: string[] = Array.from({ length: retryShards }, (_, shard) => `RETRY#${shard}`);
export const retryKey = (ref: TargetRef, dueAt: string): Key => ({
  pk: `RETRY#${shardOf(nameOf(ref), retryShards)}`,
  sk: `${dueAt}#${nameOf(ref)}`,
});

export const reviewKey = (id: string): Key => ({ pk: 'REVIEWS', sk: `REVIEW#${id}` });
export const linkKey = (link: string): Key => ({ pk: `LINK#${idOf(link)}`, sk: 'LINK' });

/** A day of hours, each in so many shares and the list of its domains, is one batch read. */
export const hourShards = 3;
export const countKey = (hour: string, shard: number): Key => ({ pk: `HOUR#${hour}`, sk: `COUNT#${shard}` });
export const domainsKey = (hour: string): Key => ({ pk: `HOUR#${hour}`, sk: 'DOMAINS' });
