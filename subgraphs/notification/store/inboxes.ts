import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { type TransactItem, transact } from '@banyan/kit';
import type { NotificationKind } from '../__generated__/resolvers.ts';
import type { Inbox } from '../inbox.ts';
import { kinds, type Preference } from '../preference.ts';
import { inboxKey } from './keys.ts';

type StoredInbox = { epoch?: number } & Partial<Record<NotificationKind, boolean>>;

export function createInboxStore(client: DynamoDBDocumentClient, table: string) {
  return {
    /** A person's inbox, as every write before has left it. */
    async get(userId: string): Promise<Inbox> {
      const { Item = {} } = await client.send(
        new GetCommand({ TableName: table, Key: inboxKey(userId), ConsistentRead: true }),
      );
      const stored = Item as StoredInbox;
      return { epoch: stored.epoch ?? 0, disabled: new Set(kinds.filter((kind) => stored[kind] === false)) };
    },

    /** Marks everything as read that has arrived. */
    beginEpoch: (userId: string): Promise<void> =>
      transact(client, [
        {
          Update: {
            TableName: table,
            Key: inboxKey(userId),
            UpdateExpression: 'ADD epoch :one',
            ExpressionAttributeValues: { ':one': 1 },
          },
        },
      ]),

    /** Switches kinds on and off; each change names another kind. */
    async setPreferences(userId: string, changes: readonly Preference[]): Promise<void> {
      if (changes.length === 0) return;
      await transact(client, [
        {
          Update: {
            TableName: table,
            Key: inboxKey(userId),
            UpdateExpression: `SET ${changes.map((_, at) => `#kind${at} = :enabled${at}`).join(', ')}`,
            ExpressionAttributeNames: Object.fromEntries(changes.map(({ kind }, at) => [`#kind${at}`, kind])),
            ExpressionAttributeValues: Object.fromEntries(changes.map(({ enabled }, at) => [`:enabled${at}`, enabled])),
          },
        },
      ]);
    },

    /** Holds while the inbox is in this epoch and takes this kind. */
    takes: (userId: string, epoch: number, kind: NotificationKind): TransactItem => ({
      ConditionCheck: {
        TableName: table,
        Key: inboxKey(userId),
        ConditionExpression: `${epoch === 0 ? 'attribute_not_exists(epoch)' : 'epoch = :epoch'} AND (attribute_not_exists(#kind) OR #kind = :on)`,
        ExpressionAttributeNames: { '#kind': kind },
        ExpressionAttributeValues: { ...(epoch > 0 && { ':epoch': epoch }), ':on': true },
      },
    }),
  };
}

export type InboxStore = ReturnType<typeof createInboxStore>;
