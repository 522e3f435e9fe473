import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Key } from '../store/item.ts';

/** The right to do a thing that only one instance may do at a time. It ends by itself when its holder dies. */
export interface Lease {
  /** Takes the lease, or prolongs it when half of it is over. @returns whether it is ours now. */
  hold(): Promise<boolean>;
  /** Gives it to whoever comes first. */
  release(): Promise<void>;
}

/** Marks the item at `key` as held by `holder`, for `ms` at a time; the item may hold other things too. */
export function createLease(
  client: DynamoDBDocumentClient,
  table: string,
  key: Key,
  holder: string,
  ms: number,
): Lease {
  let heldUntil = 0;

  async function mark(until: number): Promise<boolean> {
    try {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: { ...key },
          UpdateExpression: 'SET heldBy = :holder, heldUntil = :until',
          ConditionExpression: 'attribute_not_exists(heldUntil) OR heldUntil < :now OR heldBy = :holder',
          ExpressionAttributeValues: { ':holder': holder, ':until': until, ':now': Date.now() },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  return {
    async hold() {
      const now = Date.now();
      if (heldUntil - now > ms / 2) return true;
      const held = await mark(now + ms);
      heldUntil = held ? now + ms : 0;
      return held;
    },
    async release() {
      if (heldUntil === 0) return;
      heldUntil = 0;
      await mark(0);
    },
  };
}
