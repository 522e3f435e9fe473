import { createHash } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { newId } from '../id.ts';
import { batchDelete } from '../store/batch.ts';
import type { Item } from '../store/item.ts';
import { queryPartition } from '../store/query.ts';
import { type TransactItem, transact } from '../store/transact.ts';
import { type CloudEvent, type DomainEvent, envelope } from './event.ts';
import { createLease, type Lease } from './lease.ts';

/** The outbox of a domain lies in this many partitions of its table, so that no single one takes all of its writes. */
export const outboxShards = 4;

/** An event that is written and not yet known to be on the stream. */
export interface OutboxItem extends Item {
  event: CloudEvent;
}

/** The transactional outbox: events wait in the domain's own table, written together with the change that they tell of. */
export interface Outbox {
  /**
   * Writes the change and its events, all or nothing, and wakes the relay.
   * @throws as `transact`; the places of failed conditions are those of `items`.
   */
  transact(items: TransactItem[], events: DomainEvent[]): Promise<void>;
  /** The waiting events of a shard, those of one key in their order, at most 100, after `after`. */
  waiting(shard: number, after?: string): Promise<OutboxItem[]>;
  /** Forgets events that the stream has acknowledged. */
  remove(items: OutboxItem[]): Promise<void>;
  /** The right to relay a shard: one instance at a time. */
  lease(shard: number): Lease;
  /** Calls `listener` with the shard, whenever an event has been written. One listener: the relay. */
  onWritten(listener: (shard: number) => void): void;
}

const leaseMs = 3_000;

const partition = (shard: number) => `OUTBOX#${shard}`;
const shardOf = (key: string) => createHash('sha256').update(key).digest().readUInt32BE() % outboxShards;
const sortKey = ({ key, sequence }: DomainEvent) => `${key}#${String(sequence).padStart(16, '0')}`;

/** @param source the domain's name, as consumers see it in `source`. */
export function createOutbox(client: DynamoDBDocumentClient, table: string, source: string): Outbox {
  const holder = newId();
  let wake: (shard: number) => void = () => {};

  const put = (event: DomainEvent): TransactItem => ({
    Put: {
      TableName: table,
      Item: { pk: partition(shardOf(event.key)), sk: sortKey(event), event: envelope(source, event) },
    },
  });

  return {
    async transact(items, events) {
      await transact(client, [...items, ...events.map(put)]);
      for (const shard of new Set(events.map((event) => shardOf(event.key)))) wake(shard);
    },
    waiting: (shard, after) =>
      queryPartition<OutboxItem>(client, table, {
        pk: partition(shard),
        prefix: '',
        limit: 100,
        after,
        consistent: true,
      }),
    remove: (items) => batchDelete(client, table, items),
    lease: (shard) => createLease(client, table, { pk: 'RELAY', sk: String(shard) }, holder, leaseMs),
    onWritten(listener) {
      wake = listener;
    },
  };
}
