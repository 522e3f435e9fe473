import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** A health check must answer before whoever asks gives up; a start has more patience, as everything starts at once. */
const probeMs = 1_500;
const startMs = 15_000;

/**
 * Creates the table (`pk`, `sk`, TTL on `expiresAt`) where tables are ours to create: on the embedded DynamoDB, that is where
 * `AWS_ENDPOINT_URL_DYNAMODB` is set. On AWS tables come from infrastructure code, and this only checks that it is there.
 */
export async function ensureTable(client: DynamoDBDocumentClient, table: string): Promise<void> {
  if (process.env.AWS_ENDPOINT_URL_DYNAMODB) {
    try {
      await client.send(
        new CreateTableCommand({
          TableName: table,
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions: [
            { AttributeName: 'pk', AttributeType: 'S' },
            { AttributeName: 'sk', AttributeType: 'S' },
          ],
          KeySchema: [
            { AttributeName: 'pk', KeyType: 'HASH' },
            { AttributeName: 'sk', KeyType: 'RANGE' },
          ],
        }),
      );
      await waitUntilTableExists({ client, maxWaitTime: 15, minDelay: 1, maxDelay: 1 }, { TableName: table });
    } catch (error) {
      if (!(error instanceof ResourceInUseException)) throw error;
    }
    await enableExpiry(client, table);
  }
  await checkTable(client, table, startMs);
}

/** @throws when the table does not answer within this time, or is not there. */
export async function checkTable(
  client: DynamoDBDocumentClient,
  table: string,
  withinMs = probeMs,
): Promise<undefined> {
  await client.send(new DescribeTableCommand({ TableName: table }), { abortSignal: AbortSignal.timeout(withinMs) });
}

async function enableExpiry(client: DynamoDBDocumentClient, table: string): Promise<void> {
  const { TimeToLiveDescription: now } = await client.send(new DescribeTimeToLiveCommand({ TableName: table }));
  if (now?.TimeToLiveStatus === 'ENABLED' || now?.TimeToLiveStatus === 'ENABLING') return;
  const TimeToLiveSpecification = { Enabled: true, AttributeName: 'expiresAt' };
  await client
    .send(new UpdateTimeToLiveCommand({ TableName: table, TimeToLiveSpecification }))
    .catch((error: Error) => {
      // Another instance that starts at the same time was first.
      if (!/already enabled/i.test(error.message)) throw error;
    });
}
