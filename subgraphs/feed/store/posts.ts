import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
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
  const list = (pk: string, { limit, after }: Page) =>
    queryPartition<Item>(client, table, { pk, prefix: 'POST#', limit, after, newestFirst: true });

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

    async post(id: string): Promise<Post | undefined> {
      const { Item: found } = await client.send(
        new GetCommand({ TableName: table, Key: postKey(id), ConsistentRead: true }),
      );
      return found as Post | undefined;
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

    /** Hides a post from everybody but its author, or shows it again. */
    async setHidden(id: string, hidden: boolean): Promise<void> {
      const Update = {
        TableName: table,
        Key: postKey(id),
        UpdateExpression: 'SET #hidden = :hidden',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#hidden': 'hidden' },
        ExpressionAttributeValues: { ':hidden': hidden },
      };
      await transact(client, [{ Update }]);
    },

    /** Deletes what hangs on a deleted post: comments, likes, counts. What came at the same moment may stay, unseen by anybody. */
    async clearAway(id: string): Promise<void> {
      for await (const items of wholePartition<Item>(client, table, postKey(id).pk)) {
        const comments = items.filter(({ sk }) => sk.startsWith('COMMENT#'));
        await batchDelete(client, table, [...comments.map((entry) => commentKey(idOfEntry(entry))), ...items]);
      }
    },

    /** A person's posts, newest first. */
    ofAuthor: (userId: string, page: Page): Promise<Item[]> => list(`USER#${userId}`, page),

    /** The posts with a hashtag, newest first. */
    withHashtag: (hashtag: string, page: Page): Promise<Item[]> => list(`TAG#${hashtag}`, page),
  };
}
