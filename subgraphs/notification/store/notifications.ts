import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  again,
  batchGet,
  ConditionFailed,
  failure,
  type Item,
  type Page,
  queryPartition,
  retryUntilDeadline,
  type TransactItem,
  transact,
} from '@banyan/kit';
import { expiryFor } from '../expiry.ts';
import type { Happening, Notification } from '../notification.ts';
import type { InboxStore } from './inboxes.ts';
import { notificationKey, notificationPrefix, partition } from './keys.ts';
import type { UnreadStore } from './unread.ts';

type StoredNotification = Notification & Item;

export function createNotificationStore(
  client: DynamoDBDocumentClient,
  table: string,
  inboxes: InboxStore,
  unread: UnreadStore,
) {
  const put = (userId: string, notification: Notification): TransactItem => ({
    Put: {
      TableName: table,
      Item: { ...notificationKey(userId, notification.id), ...notification },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  });

  return {
    /**
     * Adds a notification, unread, exactly once: nothing is stored where it is there already (while it is kept), or where the person
     * does not want to hear of its kind.
     * @returns whether it was added.
     */
    add: (userId: string, happening: Happening): Promise<boolean> =>
      retryUntilDeadline(
        async () => {
          const { epoch, disabled } = await inboxes.get(userId);
          if (disabled.has(happening.kind)) return false;
          const notification = { ...happening, epoch, expiresAt: expiryFor(Date.now()) };
          const taken = inboxes.takes(userId, epoch, happening.kind);
          try {
            await transact(client, [put(userId, notification), taken, ...unread.mark(userId, notification)]);
            return true;
          } catch (error) {
            if (!(error instanceof ConditionFailed)) throw error;
            return error.failed.includes(0) ? false : again;
          }
        },
        () => failure('CONFLICT'),
      ),

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
  };
}
