import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import {
  again,
  ConditionFailed,
  failure,
  type Item,
  newId,
  type Outbox,
  type Page,
  queryPartition,
  retryUntilDeadline,
  type TransactItem,
} from '@banyan/kit';
import { type RelationEvent, relationChanged } from '../events.ts';
import type { Counts } from '../loaders.ts';
import { type Change, noRelation, type Relation } from '../relation.ts';
import { anyCountKey, entryKey, type ListName, relationKey } from './keys.ts';

/** A place in one of a person's lists. */
export interface ListEntry extends Item {
  userId: string;
}

export function createRelationStore(client: DynamoDBDocumentClient, table: string, outbox: Outbox) {
  const put = (id: string, list: ListName, edge: string, userId: string): TransactItem => ({
    Put: { TableName: table, Item: { ...entryKey(id, list, edge), userId } },
  });
  const remove = (id: string, list: ListName, edge: string): TransactItem => ({
    Delete: { TableName: table, Key: entryKey(id, list, edge) },
  });
  const count = (id: string, by: Counts): TransactItem => ({
    Update: {
      TableName: table,
      Key: anyCountKey(id),
      UpdateExpression: 'ADD followers :followers, following :following',
      ExpressionAttributeValues: { ':followers': by.followers, ':following': by.following },
    },
  });

  /** The writes that bring one person's lists of the other from before to after. */
  function listWrites(before: Relation, after: Relation, by: string, about: string): TransactItem[] {
    const writes: TransactItem[] = [];
    const [hadFollow, hasFollow] = [before.follows[by], after.follows[by]];
    if (hadFollow && !hasFollow) {
      writes.push(remove(by, 'FOLLOWING', hadFollow), remove(about, 'FOLLOWER', hadFollow));
    }
    if (hasFollow && !hadFollow) {
      writes.push(put(by, 'FOLLOWING', hasFollow, about), put(about, 'FOLLOWER', hasFollow, by));
    }
    const [hadBlock, hasBlock] = [before.blocks[by], after.blocks[by]];
    if (hadBlock && !hasBlock) writes.push(remove(by, 'BLOCKED', hadBlock));
    if (hasBlock && !hadBlock) writes.push(put(by, 'BLOCKED', hasBlock, about));
    return writes;
  }

  /** One write a person, as a transaction takes no item twice. */
  function countWrites(before: Relation, after: Relation, by: string, about: string): TransactItem[] {
    const change = (id: string) => Number(Boolean(after.follows[id])) - Number(Boolean(before.follows[id]));
    const [mine, theirs] = [change(by), change(about)];
    if (mine === 0 && theirs === 0) return [];
    return [count(by, { following: mine, followers: theirs }), count(about, { following: theirs, followers: mine })];
  }

  async function read(a: string, b: string): Promise<Relation> {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: relationKey(a, b), ConsistentRead: true }),
    );
    return (Item as Relation | undefined) ?? noRelation;
  }

  /** @returns false when somebody else has changed the relation since it was read. */
  async function write(before: Relation, after: Relation, by: string, about: string, event: RelationEvent) {
    const pair: TransactItem = {
      Put: {
        TableName: table,
        Item: { ...relationKey(by, about), ...after },
        ConditionExpression: 'attribute_not_exists(pk) OR #sequence = :before',
        ExpressionAttributeNames: { '#sequence': 'sequence' },
        ExpressionAttributeValues: { ':before': before.sequence },
      },
    };
    const lists = [...listWrites(before, after, by, about), ...listWrites(before, after, about, by)];
    const counts = countWrites(before, after, by, about);
    try {
      await outbox.transact([pair, ...lists, ...counts], [relationChanged(event, by, about, after.sequence)]);
      return true;
    } catch (error) {
      if (error instanceof ConditionFailed) return false;
      throw error;
    }
  }

  return {
    /** Applies a change that `by` asks about `about`, with its lists, counts and event, whoever else changes it meanwhile. */
    async change(change: Change, event: RelationEvent, by: string, about: string): Promise<void> {
      await retryUntilDeadline(
        async () => {
          const before = await read(by, about);
          const after = change(before, by, about, newId());
          return !after || (await write(before, after, by, about, event)) ? undefined : again;
        },
        () => failure('CONFLICT'),
      );
    },

    /** A list, latest first. */
    list: (id: string, list: ListName, { limit, after }: Page): Promise<ListEntry[]> =>
      queryPartition<ListEntry>(client, table, {
        pk: `USER#${id}`,
        prefix: `${list}#`,
        limit,
        after,
        newestFirst: true,
      }),
  };
}
