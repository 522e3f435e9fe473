import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { ConditionFailed, type Item, type Page, queryPartition, transact } from '@banyan/kit';
import type { ReviewCause, TargetRef } from '../target.ts';
import { refOf, releaseKey, retryPartitions, reviewKey, urlPartition } from './keys.ts';

/** The end of a block, whose hidden texts are brought back. */
export interface Release {
  expression: string;
  /** Of the entry, when it was unblocked. */
  sequence: number;
}

/** A review that waits for a moderator. */
export interface Review extends TargetRef {
  reviewId: string;
  cause: ReviewCause;
}

interface ReviewItem extends Item {
  id: string;
  cause: ReviewCause;
  /** The target's. */
  name: string;
}
const reviewOf = ({ pk, sk, id, cause, name }: ReviewItem) => ({ pk, sk, reviewId: id, cause, ...refOf(name) });

/** No more are counted in one part of the queue. */
const maxCounted = 1_000;
const afterMark = (item: Item) => item.sk.slice(item.sk.indexOf('#') + 1);

/** What waits: links to be followed again, blocks whose hidden texts come back, reviews. */
export function createWorkStore(client: DynamoDBDocumentClient, table: string) {
  const first = (pk: string, limit: number) =>
    queryPartition<Item>(client, table, { pk, prefix: '', limit, consistent: true });

  return {
    /** Targets whose links are due to be followed, at most `limit` of each part of the queue. */
    async due(limit: number): Promise<TargetRef[]> {
      const now = new Date().toISOString();
      const parts = await Promise.all(retryPartitions.map((pk) => first(pk, limit)));
      return parts.flat().flatMap((item) => (item.sk < now ? [refOf(afterMark(item))] : []));
    },

    /** How many wait (each part is counted up to 1,000), and when the first of them is due. */
    async waiting(): Promise<{ length: number; firstDueAt?: string }> {
      const count = async (pk: string) => {
        const { Count = 0 } = await client.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': pk },
            Select: 'COUNT',
            Limit: maxCounted,
          }),
        );
        return Count;
      };
      const [counts, heads] = await Promise.all([
        Promise.all(retryPartitions.map(count)),
        Promise.all(retryPartitions.map((pk) => first(pk, 1))),
      ]);
      const dueTimes = heads.flat().map(({ sk }) => sk.slice(0, sk.indexOf('#')));
      return { length: counts.reduce((sum, each) => sum + each, 0), firstDueAt: dueTimes.sort()[0] };
    },

    /** Blocks that have ended and still hide something. */
    releases: (limit: number): Promise<(Release & Item)[]> =>
      queryPartition(client, table, { pk: 'RELEASES', prefix: '', limit, consistent: true }),

    /** What a block hides. */
    async heldBy(expression: string, { limit, after }: Page): Promise<{ refs: TargetRef[]; last?: string }> {
      const query = { pk: urlPartition(expression), prefix: 'HELD#', limit, after, consistent: true };
      const items = await queryPartition<Item>(client, table, query);
      return { refs: items.map((item) => refOf(afterMark(item))), last: items.at(-1)?.sk };
    },

    /** Forgets a release that is done, unless the block has ended once more since. */
    async finish({ expression, sequence }: Release): Promise<void> {
      const Delete = {
        TableName: table,
        Key: { ...releaseKey(expression) },
        ConditionExpression: '#sequence = :sequence',
        ExpressionAttributeNames: { '#sequence': 'sequence' },
        ExpressionAttributeValues: { ':sequence': sequence },
      };
      await transact(client, [{ Delete }]).catch((error) => {
        if (!(error instanceof ConditionFailed)) throw error;
      });
    },

    async review(id: string): Promise<Review | undefined> {
      const { Item: found } = await client.send(
        new GetCommand({ TableName: table, Key: { ...reviewKey(id) }, ConsistentRead: true }),
      );
      return found && reviewOf(found as ReviewItem);
    },

    /** What waits for a moderator, the longest first. */
    reviews: async ({ limit, after }: Page): Promise<(Review & Item)[]> => {
      const items = await queryPartition<ReviewItem>(client, table, { pk: 'REVIEWS', prefix: 'REVIEW#', limit, after });
      return items.map(reviewOf);
    },
  };
}
