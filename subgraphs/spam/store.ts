import { createHash } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import {
  again,
  batchGet,
  ConditionFailed,
  createDocumentClient,
  failure,
  type Item,
  type Page,
  queryPartition,
  retryUntilDeadline,
  type TransactItem,
  transact,
} from '@banyan/kit';
import type { BlockedUrl, Change, Decide, Moderation } from './blocklist.ts';

/** The id of an expression, whatever its length: its SHA-256, as Safe Browsing has it. */
export const idOf = (expression: string): string => createHash('sha256').update(expression).digest('hex');

const partition = (expression: string) => `URL#${idOf(expression)}`;
const entryKey = (expression: string) => ({ pk: partition(expression), sk: 'URL' });
/** A block's place in the list: by time. */
const listKey = ({ at, expression }: BlockedUrl) => ({ pk: 'BLOCKED', sk: `BLOCK#${at}#${idOf(expression)}` });
const historyKey = (expression: string, sequence: number) => ({
  pk: partition(expression),
  sk: `HISTORY#${String(sequence).padStart(10, '0')}`,
});

/**
 * The table of spam, and every access to it.
 *
 * | pk | sk | what |
 * |---|---|---|
 * | `URL#sha256` | `URL` | the entry of an expression: whether it is blocked, and its last block |
 * | `URL#sha256` | `HISTORY#sequence` | what moderators did to it; only ever added |
 * | `BLOCKED` | `BLOCK#time#sha256` | what is blocked now, by time; moderators alone write it, so one partition is enough |
 */
export function createStore(table: string, client: DynamoDBDocumentClient = createDocumentClient()) {
  const put = (item: object): TransactItem => ({ Put: { TableName: table, Item: item } });

  async function entry(expression: string): Promise<BlockedUrl | undefined> {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: entryKey(expression), ConsistentRead: true }),
    );
    return Item as BlockedUrl | undefined;
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
    const list = isBlocked
      ? put({ ...listKey(after), ...after })
      : { Delete: { TableName: table, Key: listKey(after) } };
    try {
      await transact(client, [own, list, put({ ...historyKey(expression, sequence), ...change })]);
      return true;
    } catch (error) {
      if (error instanceof ConditionFailed) return false;
      throw error;
    }
  }

  return {
    client,
    table,
    entry,

    /** Whether these expressions are blocked, in their order. */
    async areBlocked(expressions: readonly string[]): Promise<boolean[]> {
      const found = await batchGet<BlockedUrl & Item>(client, table, expressions.map(entryKey));
      return found.map((item) => item?.isBlocked ?? false);
    },

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
      queryPartition(client, table, { pk: partition(expression), prefix: 'HISTORY#', limit, after, newestFirst: true }),
  };
}

export type Store = ReturnType<typeof createStore>;
