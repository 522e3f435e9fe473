import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import {
  again,
  ConditionFailed,
  failure,
  type Item,
  type Outbox,
  type Page,
  queryPartition,
  retryUntilDeadline,
  type TransactItem,
} from '@banyan/kit';
import type { Comment } from '../comment.ts';
import { commentAdded } from '../events.ts';
import type { Post } from '../post.ts';
import { anyCountKey, commentEntry, commentKey, idOfEntry, postKey } from './keys.ts';

/** How many comments a page of posts shows with each post, from the post's own item. */
export const firstComments = 3;

export function createCommentStore(client: DynamoDBDocumentClient, table: string, outbox: Outbox) {
  const count = (postId: string, by: number): TransactItem => ({
    Update: {
      TableName: table,
      Key: anyCountKey(postId),
      UpdateExpression: 'ADD comments :by',
      ExpressionAttributeValues: { ':by': by },
    },
  });

  async function get<T>(key: object): Promise<T | undefined> {
    const { Item: found } = await client.send(
      new GetCommand({ TableName: table, Key: { ...key }, ConsistentRead: true }),
    );
    return found as T | undefined;
  }

  const list = (postId: string, { limit, after }: Page, consistent = false) =>
    queryPartition<Item>(client, table, { pk: `POST#${postId}`, prefix: 'COMMENT#', limit, after, consistent });

  /** Writes what the post's own item shows of its comments; only where nobody has written it since it was read. */
  const show = ({ id, firstCommentsVersion: before }: Post, after: string[]): TransactItem => ({
    Update: {
      TableName: table,
      Key: postKey(id),
      UpdateExpression: 'SET firstComments = :after, firstCommentsVersion = :next',
      ConditionExpression: 'firstCommentsVersion = :before',
      ExpressionAttributeValues: { ':before': before, ':next': before + 1, ':after': after },
    },
  });

  /** Tries until nobody else has changed the post's first comments between reading and writing. */
  const tryUntilWritten = (attempt: () => Promise<void>) =>
    retryUntilDeadline(
      () =>
        attempt().catch((error) => {
          if (error instanceof ConditionFailed) return again;
          throw error;
        }),
      () => failure('CONFLICT'),
    );

  return {
    comment: (id: string): Promise<Comment | undefined> => get<Comment>(commentKey(id)),

    /**
     * Adds a comment, once however often it is called. Once a post shows its first comments, its own item is not written any more,
     * so that a much discussed post is not one that everybody writes.
     * @returns false when the post is gone.
     */
    async insert(comment: Comment): Promise<boolean> {
      const { id, postId } = comment;
      let present = true;
      await tryUntilWritten(async () => {
        const post = await get<Post>(postKey(postId));
        present = post !== undefined;
        if (!post) return;
        const shown = post.firstComments;
        const writes: TransactItem[] = [
          {
            Put: {
              TableName: table,
              Item: { ...commentKey(id), ...comment },
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
          { Put: { TableName: table, Item: commentEntry(postId, id) } },
          count(postId, 1),
        ];
        if (shown.length < firstComments) writes.push(show(post, [...shown, id].sort()));
        await outbox.transact(writes, [commentAdded(comment, post)]).catch((error) => {
          const alreadyThere = error instanceof ConditionFailed && error.failed.includes(0);
          if (!alreadyThere) throw error;
        });
      });
      return present;
    },

    /** Deletes a comment; the next one takes its place among the first. Deleting twice is no error. */
    async remove({ id, postId }: Comment): Promise<void> {
      await tryUntilWritten(async () => {
        const [post, present] = await Promise.all([get<Post>(postKey(postId)), get<Comment>(commentKey(id))]);
        if (!present) return;
        const ConditionExpression = 'attribute_exists(pk)';
        const writes: TransactItem[] = [
          { Delete: { TableName: table, Key: commentKey(id), ConditionExpression } },
          { Delete: { TableName: table, Key: commentEntry(postId, id) } },
          count(postId, -1),
        ];
        if (post?.firstComments.includes(id)) {
          const first = (await list(postId, { limit: firstComments + 1 }, true)).map(idOfEntry);
          const left = first.filter((other) => other !== id).slice(0, firstComments);
          writes.push(show(post, left));
        }
        await outbox.transact(writes, []);
      });
    },

    /** A post's comments, oldest first. */
    ofPost: (postId: string, page: Page): Promise<Item[]> => list(postId, page),
  };
}
