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
  transact,
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

  /** The ids of the first comments, one more than a post shows. */
  const firstOf = async (postId: string) => (await list(postId, { limit: firstComments + 1 }, true)).map(idOfEntry);

  /**
   * Shows what there is where a post shows less than it could. A comment that found the place full does not write the post, so one that
   * was deleted at the same moment may have left a gap: whichever of the two was written later sees it.
   */
  async function fillUp(postId: string): Promise<void> {
    const post = await get<Post>(postKey(postId));
    if (post && post.firstComments.length < firstComments) await showFirst(postId);
  }

  /** Makes a post show the first comments that there are. */
  async function showFirst(postId: string): Promise<void> {
    const post = await get<Post>(postKey(postId));
    const first = (await firstOf(postId)).slice(0, firstComments);
    if (post && first.join() !== post.firstComments.join()) await transact(client, [show(post, first)]);
  }

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
        const isFull = post.firstComments.length >= firstComments;
        if (!isFull) {
          const first = [...new Set([...(await firstOf(postId)), id])].sort();
          writes.push(show(post, first.slice(0, firstComments)));
        }
        await outbox.transact(writes, [commentAdded(comment, post)]).catch((error) => {
          const alreadyThere = error instanceof ConditionFailed && error.failed.includes(0);
          if (!alreadyThere) throw error;
        });
        if (isFull) await fillUp(postId);
      });
      return present;
    },

    /** Deletes a comment; the next one takes its place among the first. Deleting twice is no error. */
    async remove({ id, postId }: Comment): Promise<void> {
      await tryUntilWritten(async () => {
        const [post, present] = await Promise.all([get<Post>(postKey(postId)), get<Comment>(commentKey(id))]);
        if (!present) return fillUp(postId);
        const ConditionExpression = 'attribute_exists(pk)';
        const writes: TransactItem[] = [
          { Delete: { TableName: table, Key: commentKey(id), ConditionExpression } },
          { Delete: { TableName: table, Key: commentEntry(postId, id) } },
          ...(present.hidden ? [] : [count(postId, -1)]),
        ];
        if (post?.firstComments.includes(id)) {
          const left = (await firstOf(postId)).filter((other) => other !== id);
          writes.push(show(post, left.slice(0, firstComments)));
        }
        await outbox.transact(writes, []);
        await fillUp(postId);
      });
    },

    /**
     * Hides a comment from everybody, or shows it again, unless a later verdict (by its sequence) has been applied: a hidden one is in no list and
     * in no count.
     */
    async setHidden(id: string, hidden: boolean, sequence: number): Promise<void> {
      await tryUntilWritten(async () => {
        const comment = await get<Comment & { verdict?: number }>(commentKey(id));
        if (!comment || (comment.verdict ?? 0) > sequence) return;
        const { postId } = comment;
        if ((comment.verdict ?? 0) < sequence) {
          const change: TransactItem = {
            Update: {
              TableName: table,
              Key: commentKey(id),
              UpdateExpression: 'SET #hidden = :hidden, verdict = :sequence',
              ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(verdict) OR verdict < :sequence)',
              ExpressionAttributeNames: { '#hidden': 'hidden' },
              ExpressionAttributeValues: { ':hidden': hidden, ':sequence': sequence },
            },
          };
          const entry = commentEntry(postId, id);
          const move: TransactItem = hidden
            ? { Delete: { TableName: table, Key: entry } }
            : { Put: { TableName: table, Item: entry } };
          const moves = Boolean(comment.hidden) === hidden ? [] : [move, count(postId, hidden ? -1 : 1)];
          await outbox.transact([change, ...moves], []);
        }
        await showFirst(postId);
      });
    },

    /** A post's comments, oldest first. */
    ofPost: (postId: string, page: Page): Promise<Item[]> => list(postId, page),
  };
}
