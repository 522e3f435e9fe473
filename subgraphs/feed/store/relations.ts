import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { ConditionFailed, type Item, type Key, queryPartition, type TransactItem, transact } from '@banyan/kit';
import { blockKey, followerKey, followKey, idOfEntry } from './keys.ts';

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

  const follow = (by: string, about: string) => [put(followKey(by, about)), put(followerKey(about, by))];
  const unfollow = (by: string, about: string) => [remove(followKey(by, about)), remove(followerKey(about, by))];

  return {
    apply: {
      followed: applying(follow),
      unfollowed: applying(unfollow),
      blocked: applying((by, about) => [put(blockKey(by, about)), ...unfollow(by, about), ...unfollow(about, by)]),
      unblocked: applying((by, about) => [remove(blockKey(by, about))]),
    },

    async follows(by: string, about: string): Promise<boolean> {
      const Key = { ...followKey(by, about) };
      const { Item: found } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      return found !== undefined;
    },

    /** Who follows a person, a page at a time. */
    async *followers(userId: string, pageSize: number): AsyncGenerator<string[]> {
      let after: string | undefined;
      do {
        const entries: Item[] = await queryPartition<Item>(client, table, {
          pk: `USER#${userId}`,
          prefix: 'FOLLOWER#',
          limit: pageSize,
          after,
          consistent: true,
        });
        if (entries.length > 0) yield entries.map(idOfEntry);
        after = entries.length === pageSize ? entries.at(-1)?.sk : undefined;
      } while (after);
    },
  };
}
