import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { again, ConditionFailed, failure, type Outbox, retryUntilDeadline, type TransactItem } from '@banyan/kit';
import { postLiked } from '../events.ts';
import type { Post } from '../post.ts';
import { anyCountKey, likeKey } from './keys.ts';

/** What one person thinks of one post. It stays when the like is taken back, so that its events keep one count. */
export interface Like {
  liked: boolean;
  sequence: number;
}

export function createLikeStore(client: DynamoDBDocumentClient, table: string, outbox: Outbox) {
  async function read(post: Post, userId: string): Promise<Like> {
    const { Item: found } = await client.send(
      new GetCommand({ TableName: table, Key: likeKey(post.id, userId), ConsistentRead: true }),
    );
    return (found as Like | undefined) ?? { liked: false, sequence: 0 };
  }

  async function write(post: Post, userId: string, before: Like, liked: boolean): Promise<typeof again | undefined> {
    const sequence = before.sequence + 1;
    const like: TransactItem = {
      Put: {
        TableName: table,
        Item: { ...likeKey(post.id, userId), liked, sequence },
        ConditionExpression: 'attribute_not_exists(pk) OR #sequence = :before',
        ExpressionAttributeNames: { '#sequence': 'sequence' },
        ExpressionAttributeValues: { ':before': before.sequence },
      },
    };
    const count: TransactItem = {
      Update: {
        TableName: table,
        Key: anyCountKey(post.id),
        UpdateExpression: 'ADD likes :by',
        ExpressionAttributeValues: { ':by': liked ? 1 : -1 },
      },
    };
    try {
      await outbox.transact([like, count], liked ? [postLiked(post, userId, sequence)] : []);
      return undefined;
    } catch (error) {
      if (error instanceof ConditionFailed) return again;
      throw error;
    }
  }

  return {
    /** Likes a post or takes the like back; what is so already stays so, and is counted once. */
    async set(post: Post, userId: string, liked: boolean): Promise<void> {
      await retryUntilDeadline(
        async () => {
          const before = await read(post, userId);
          return before.liked === liked ? undefined : write(post, userId, before, liked);
        },
        () => failure('CONFLICT'),
      );
    },
  };
}
