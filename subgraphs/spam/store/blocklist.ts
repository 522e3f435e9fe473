import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import {
  again,
  ConditionFailed,
  failure,
  type Item,
  type Page,
  queryPartition,
  retryUntilDeadline,
  type TransactItem,
  transact,
} from '@banyan/kit';
import type { BlockedUrl, Change, Decide, Moderation } from '../blocklist.ts';
import { blockedKey, entryKey, historyKey, releaseKey, urlPartition } from './keys.ts';

export function createBlocklistStore(client: DynamoDBDocumentClient, table: string) {
  const put = (item: object): TransactItem => ({ Put: { TableName: table, Item: item } });

  async function entry(expression: string): Promise<BlockedUrl | undefined> {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: entryKey(expression), ConsistentRead: true }),
    );
    return Item as BlockedUrl | undefined;
  }

  /** What ends with a block goes on in the background: the release of what it had hidden. */
  function lists(after: BlockedUrl): TransactItem[] {
    const { at, expression, isBlocked, sequence } = after;
    const place = blockedKey(at, expression);
    if (isBlocked) return [put({ ...place, ...after })];
    return [{ Delete: { TableName: table, Key: place } }, put({ ...releaseKey(expression), expression, sequence })];
  }

  /** @returns false when somebody else has changed the entry since it was read. */
  async function write(before: BlockedUrl | undefined, after: BlockedUrl, moderation: Moderation): Promise<boolean> {
    const { expression, isBlocked, sequence } = after;
    const change: Change = { ...moderation, action: isBlocked ? 'BLOCKED' : 'UNBLOCKED', sequence };
    const own: TransactItem = {
      Put: {
        TableName: table,
        Item: { ...entryKey(expression), ...after },
        ConditionExpression: before ? '#sequence = :before' : 'attribute_not_exists(pk)',
        ...(before && {
          ExpressionAttributeNames: { '#sequence': 'sequence' },
          ExpressionAttributeValues: { ':before': before.sequence },
        }),
      },
    };
    try {
      await transact(client, [own, ...lists(after), put({ ...historyKey(expression, sequence), ...change })]);
      return true;
    } catch (error) {
      if (error instanceof ConditionFailed) return false;
      throw error;
    }
  }

  return {
    entry,

    /** Changes an entry with its place in the list and its history, whoever else changes it meanwhile. @returns the entry as it is now. */
    change: (decide: Decide, expression: string, moderation: Moderation): Promise<BlockedUrl> =>
      retryUntilDeadline(
        async () => {
          const before = await entry(expression);
          const after = decide(before, expression, moderation);
          if (!after && before) return before;
          return after && (await write(before, after, moderation)) ? after : again;
        },
        () => failure('CONFLICT'),
      ),

    /** What is blocked now, the latest block first. */
    blocked: ({ limit, after }: Page): Promise<(BlockedUrl & Item)[]> =>
      queryPartition(client, table, { pk: 'BLOCKED', prefix: 'BLOCK#', limit, after, newestFirst: true }),

    /** What moderators did to an expression, the latest first. */
    history: (expression: string, { limit, after }: Page): Promise<(Change & Item)[]> =>
      queryPartition(client, table, {
        pk: urlPartition(expression),
        prefix: 'HISTORY#',
        limit,
        after,
        newestFirst: true,
      }),
  };
}
