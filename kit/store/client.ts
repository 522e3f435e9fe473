import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

const callTimeoutMs = 5_000;

/**
 * A document client for the table of one domain. Where DynamoDB is, the SDK reads from the environment
 * (`AWS_ENDPOINT_URL_DYNAMODB` for the embedded one). Throttling and network faults are retried by the SDK,
 * conflicts and unprocessed keys by `transact` and `batchGet`.
 */
export function createDocumentClient(): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: 500,
      requestTimeout: callTimeoutMs,
      throwOnRequestTimeout: true,
      httpAgent: { keepAlive: true, maxSockets: 64 },
      httpsAgent: { keepAlive: true, maxSockets: 64 },
    },
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
