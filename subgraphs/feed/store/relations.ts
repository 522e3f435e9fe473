import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ConditionFailed, type Item, type Key, queryPartition, type TransactItem, transact } from '@banyan/kit';
import { blockKey, followKey, idOfEntry } from './keys.ts';

/** Our copy of who follows and who blocks whom, kept by user's events. */
export function createRelationStore(client: DynamoDBDocumentClient, table: string) {
  const put = (key: Key): TransactItem => ({ Put: { TableName: table, Item: key } });
  const remove = (key: Key): TransactItem => ({ Delete: { TableName: table, Key: key } });

  /** Applies what an event says, unless a later event of the same two people has been applied. */
  async function applyOnce(pair: string, sequence: number, writes: TransactItem[]): Promise<void> {
    const upTo: TransactItem = {
      Put: {
        TableName: table,
        Item: { pk: `PAIR#${pair}`, sk: 'PAIR', sequence },
        ConditionExpression: 'attribute_not_exists(pk) OR #sequence < :sequence',
        ExpressionAttributeNames: { '#sequence': 'sequence' },
        ExpressionAttributeValues: { ':sequence': sequence },
      },
    };
    try {
      await transact(client, [upTo, ...writes]);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }

  type Apply = (pair: string, sequence: number, by: string, about: string) => Promise<void>;
  const applying =
    (writes: (by: string, about: string) => TransactItem[]): Apply =>
    (pair, sequence, by, about) =>
      applyOnce(pair, sequence, writes(by, about));

  return {
    apply: {
      followed: applying((by, about) => [put(followKey(by, about))]),
      unfollowed: applying((by, about) => [remove(followKey(by, about))]),
      blocked: applying((by, about) => [
        put(blockKey(by, about)),
        remove(followKey(by, about)),
        remove(followKey(about, by)),
      ]),
      unblocked: applying((by, about) => [remove(blockKey(by, about))]),
    },

    /** Whom a person follows, at most `limit`. */
    async followed(userId: string, limit: number): Promise<string[]> {
      const entries = await queryPartition<Item>(client, table, { pk: `USER#${userId}`, prefix: 'FOLLOW#', limit });
      return entries.map(idOfEntry);
    },
  };
}
