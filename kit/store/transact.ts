import { randomUUID } from 'node:crypto';
import {
  TransactionCanceledException,
  TransactionConflictException,
  TransactionInProgressException,
} from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { failure } from '../errors.ts';
import { again, retryUntilDeadline } from './retry.ts';

export type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** Reasons of a cancellation that do not last. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const passing = new Set<unknown>(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

/** A transaction was not written because conditions did not hold. */
export class ConditionFailed extends Error {
  /** The places, in the transaction's list, of the actions whose condition failed. */
  readonly failed: readonly number[];

  constructor(failed: readonly number[]) {
    super(`condition failed for action ${failed.join(', ')}`);
    this.failed = failed;
  }
}

/**
 * Writes all or nothing. Conflicts with other transactions are retried with full jitter until the request's deadline; one
 * idempotency token for all attempts keeps an attempt whose answer was lost from being written twice.
 * @throws ConditionFailed when a condition does not hold, CONFLICT when conflicts last until the deadline.
 */
export async function transact(client: DynamoDBDocumentClient, items: TransactItem[]): Promise<void> {
  const token = randomUUID();
  await retryUntilDeadline(
    async () => {
      try {
        await client.send(new TransactWriteCommand({ TransactItems: items, ClientRequestToken: token }));
        return undefined;
      } catch (error) {
        if (error instanceof TransactionConflictException || error instanceof TransactionInProgressException)
          return again;
        if (!(error instanceof TransactionCanceledException)) throw error;
        const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code);
        const failed = codes.flatMap((code, index) => (code === 'ConditionalCheckFailed' ? [index] : []));
        if (failed.length > 0) throw new ConditionFailed(failed);
        if (codes.some((code) => passing.has(code))) return again;
        throw error;
      }
    },
    () => failure('CONFLICT'),
  );
}
