import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  batchDelete,
  ConditionFailed,
  type Item,
  type Outbox,
  type Page,
  queryPartition,
  transact,
  wholePartition,
} from '@banyan/kit';
import { postDeleted, postPublished } from '../events.ts';
import type { Post } from '../post.ts';
import { authorEntry, commentKey, hashtagEntry, idOfEntry, postKey } from './keys.ts';

export function createPostStore(client: DynamoDBDocumentClient, table: string, outbox: Outbox) {
  const entries = ({ id, authorId, hashtags }: Post) => [
    authorEntry(authorId, id),
    ...hashtags.map((hashtag) => hashtagEntry(hashtag, id)),
  ];
  const list = (pk: string, { limit, after }: Page, consistent = false) =>
    queryPartition<Item>(client, table, { pk, prefix: 'POST#', limit, after, newestFirst: true, consistent });

  return {
    /** @returns false when there is a post with this id already. */
    async insert(post: Post): Promise<boolean> {
      const ConditionExpression = 'attribute_not_exists(pk)';
      const item = { Put: { TableName: table, Item: { ...postKey(post.id), ...post }, ConditionExpression } };
      const lists = entries(post).map((key) => ({ Put: { TableName: table, Item: key } }));
      try {
        await outbox.transact([item, ...lists], [postPublished(post)]);
        return true;
      } catch (error) {
        if (error instanceof ConditionFailed) return false;
        throw error;
      }
    },

    /** Takes the post away from everybody at once; what hangs on it is cleared away by the event. Deleting twice is no error. */
    async remove(post: Post): Promise<void> {
      const ConditionExpression = 'attribute_exists(pk)';
      const item = { Delete: { TableName: table, Key: postKey(post.id), ConditionExpression } };
      const lists = entries(post).map((Key) => ({ Delete: { TableName: table, Key } }));
      try {
        await outbox.transact([item, ...lists], [postDeleted(post)]);
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
      }
    },

    /** Hides a post from everybody but its author, or shows it again, unless a later verdict (by its sequence) has been applied. */
    async setHidden(id: string, hidden: boolean, sequence: number): Promise<void> {
      const Update = {
        TableName: table,
        Key: postKey(id),
        UpdateExpression: 'SET #hidden = :hidden, verdict = :sequence',
        ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(verdict) OR verdict < :sequence)',
        ExpressionAttributeNames: { '#hidden': 'hidden' },
        ExpressionAttributeValues: { ':hidden': hidden, ':sequence': sequence },
      };
      await transact(client, [{ Update }]).catch((error) => {
        if (!(error instanceof ConditionFailed)) throw error;
      });
    },

    /** Deletes what hangs on a deleted post: comments, likes, counts. What came at the same moment may stay, unseen by anybody. */
    async clearAway(id: string): Promise<void> {
      for await (const items of wholePartition<Item>(client, table, postKey(id).pk)) {
        const comments = items.filter(({ sk }) => sk.startsWith('COMMENT#'));
        await batchDelete(client, table, [...comments.map((entry) => commentKey(idOfEntry(entry))), ...items]);
      }
    },

    /** A person's latest posts, with what was published a moment ago. */
    latestOf: (userId: string, limit: number): Promise<Item[]> => list(`USER#${userId}`, { limit }, true),

    /** A person's posts, newest first. */
    ofAuthor: (userId: string, page: Page): Promise<Item[]> => list(`USER#${userId}`, page),

    /** The posts with a hashtag, newest first. */
    withHashtag: (hashtag: string, page: Page): Promise<Item[]> => list(`TAG#${hashtag}`, page),
  };
}
