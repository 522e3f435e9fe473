import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { batchGet, type Item, type TransactItem, transact } from '@banyan/kit';
import type { NotificationKind } from '../__generated__/resolvers.ts';
import type { Inbox } from '../inbox.ts';
import { kinds, type Preference } from '../preference.ts';
import { inboxKey } from './keys.ts';
import { createReader } from './read.ts';

type StoredInbox = Item & { epoch?: number; sequence?: number } & Partial<Record<NotificationKind, boolean>>;

export function createInboxStore(client: DynamoDBDocumentClient, table: string) {
  const read = createReader(client, table);

  return {
    /** A person's inbox, as every write before has left it. */
    async get(userId: string): Promise<Inbox> {
      const stored: Partial<StoredInbox> = (await read<StoredInbox>(inboxKey(userId))) ?? {};
      const { epoch = 0, sequence = 0 } = stored;
      return { epoch, sequence, disabled: new Set(kinds.filter((kind) => stored[kind] === false)) };
    },

    /** How far the order of each of these people is; a moment old. */
    async sequences(userIds: readonly string[]): Promise<number[]> {
      const found = await batchGet<StoredInbox>(client, table, userIds.map(inboxKey));
      return found.map((inbox) => inbox?.sequence ?? 0);
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

    /**
     * Raises the sequence: holds while nothing else has raised it, the epoch is the same, and `kind` is still wanted. So what was
     * read of the person's notifications after this inbox is still so when the transaction is written, but for marks.
     */
    advance: (userId: string, { epoch, sequence }: Inbox, kind?: NotificationKind): TransactItem => ({
      Update: {
        TableName: table,
        Key: inboxKey(userId),
        UpdateExpression: 'SET #sequence = :next',
        ConditionExpression: [
          sequence === 0 ? 'attribute_not_exists(#sequence)' : '#sequence = :sequence',
          epoch === 0 ? 'attribute_not_exists(epoch)' : 'epoch = :epoch',
          ...(kind ? ['(attribute_not_exists(#kind) OR #kind = :on)'] : []),
        ].join(' AND '),
        ExpressionAttributeNames: { '#sequence': 'sequence', ...(kind && { '#kind': kind }) },
        ExpressionAttributeValues: {
          ':next': sequence + 1,
          ...(sequence > 0 && { ':sequence': sequence }),
          ...(epoch > 0 && { ':epoch': epoch }),
          ...(kind && { ':on': true }),
        },
      },
    }),
  };
}

export type InboxStore = ReturnType<typeof createInboxStore>;
