import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  ConditionFailed,
  chunks,
  type Item,
  type Page,
  queryPartition,
  type TransactItem,
  transact,
} from '@banyan/kit';
import { maxExpiries } from '../expiry.ts';
import type { Notification } from '../notification.ts';
import { countKey, countPrefix, partition, unreadKey, unreadPrefix } from './keys.ts';

/** The mark of a notification that is not read: its place in the list of the unread. */
export interface UnreadMark extends Item {
  id: string;
}

/** With a count for each, as many as a transaction takes: 100 actions. */
const marksATransaction = 50;

export function createUnreadStore(client: DynamoDBDocumentClient, table: string) {
  /** The time to forget is written each time, so that a count that TTL has deleted meanwhile does not come back for good. */
  const count = (userId: string, notification: Notification, change: number): TransactItem => ({
    Update: {
      TableName: table,
      Key: countKey(userId, notification),
      UpdateExpression: 'SET expiresAt = :expiresAt ADD unread :change',
      ExpressionAttributeValues: { ':expiresAt': notification.expiresAt, ':change': change },
    },
  });
  const put = (userId: string, notification: Notification, ConditionExpression?: string): TransactItem => {
    const { id, expiresAt } = notification;
    const Item = { ...unreadKey(userId, notification), id, expiresAt };
    return { Put: { TableName: table, Item, ConditionExpression } };
  };
  const remove = (userId: string, notification: Notification): TransactItem => ({
    Delete: { TableName: table, Key: unreadKey(userId, notification), ConditionExpression: 'attribute_exists(pk)' },
  });

  /** One write for each count that loses, as a transaction takes no item twice. */
  function subtract(userId: string, notifications: readonly Notification[]): TransactItem[] {
    const groups = Map.groupBy(notifications, (notification) => countKey(userId, notification).sk);
    return [...groups.values()].flatMap((group) => (group[0] ? [count(userId, group[0], -group.length)] : []));
  }

  /** What is read already fails its condition and is left out of the next attempt, so that there is less to do each time. */
  async function removeAll(userId: string, notifications: readonly Notification[]): Promise<void> {
    let unread = notifications;
    while (unread.length > 0) {
      const removals = unread.map((notification) => remove(userId, notification));
      try {
        await transact(client, [...removals, ...subtract(userId, unread)]);
        return;
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        unread = unread.filter((_, at) => !error.failed.includes(at));
      }
    }
  }

  return {
    /** What a transaction writes beside a new notification. */
    mark: (userId: string, notification: Notification): TransactItem[] => [
      put(userId, notification),
      count(userId, notification, 1),
    ],

    /** What a transaction writes beside a notification that somebody joins: holds while it is not read, and keeps it as long. */
    renew: (userId: string, before: Notification, after: Notification): TransactItem[] => [
      put(userId, after, 'attribute_exists(pk)'),
      ...(before.expiresAt === after.expiresAt ? [] : [count(userId, before, -1), count(userId, after, 1)]),
    ],

    /** What a transaction writes beside a notification that is taken away: holds while it is not read. */
    unmark: (userId: string, notification: Notification): TransactItem[] => [
      remove(userId, notification),
      count(userId, notification, -1),
    ],

    /** Makes a person's notifications, each given once, read; a call that fails in the middle can be repeated. */
    async clear(userId: string, notifications: readonly Notification[]): Promise<void> {
      for (const part of chunks(notifications, marksATransaction)) await removeAll(userId, part);
    },

    /** How many of an epoch are not read. */
    async count(userId: string, epoch: number): Promise<number> {
      const counts = await queryPartition<Item & { unread: number }>(client, table, {
        pk: partition(userId),
        prefix: countPrefix(epoch),
        limit: maxExpiries,
        newestFirst: true,
        consistent: true,
      });
      return counts.reduce((sum, { unread }) => sum + unread, 0);
    },

    /** The marks of an epoch, newest first. @param page `after` is an id. */
    list: (userId: string, epoch: number, { limit, after }: Page): Promise<UnreadMark[]> =>
      queryPartition<UnreadMark>(client, table, {
        pk: partition(userId),
        prefix: unreadPrefix(epoch),
        limit,
        after: after && unreadKey(userId, { epoch, id: after }).sk,
        newestFirst: true,
      }),
  };
}

export type UnreadStore = ReturnType<typeof createUnreadStore>;
