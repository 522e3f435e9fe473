import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { batchGet, type Item, type Page, queryPartition } from '@banyan/kit';
import type { Notification } from '../notification.ts';
import { changeKey, changePrefix, notificationKey, notificationPrefix, partition } from './keys.ts';

type StoredNotification = Notification & Item;

/** Reads what has reached people. */
export function createNotificationStore(client: DynamoDBDocumentClient, table: string) {
  return {
    /** A person's notifications with these ids, in their order. */
    find: (userId: string, ids: readonly string[]): Promise<(StoredNotification | undefined)[]> =>
      batchGet<StoredNotification>(
        client,
        table,
        ids.map((id) => notificationKey(userId, id)),
      ),

    /** A person's notifications, newest first. @param page `after` is an id. */
    list: (userId: string, { limit, after }: Page): Promise<StoredNotification[]> =>
      queryPartition<StoredNotification>(client, table, {
        pk: partition(userId),
        prefix: notificationPrefix,
        limit,
        after: after && notificationKey(userId, after).sk,
        newestFirst: true,
      }),

    /** What has begun or been joined since, each notification once as it is now, in the order in which it reached the person. */
    since: (userId: string, sequence: number, limit: number): Promise<StoredNotification[]> =>
      queryPartition<StoredNotification>(client, table, {
        pk: partition(userId),
        prefix: changePrefix,
        limit,
        after: changeKey(userId, sequence).sk,
        consistent: true,
      }),
  };
}
