import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDocumentClient, ensureTable } from '@banyan/kit';
import { startDynamoDb } from '../../dev/aws/dynamodb/dynamodb.ts';
import { awsEnvironment } from '../../dev/services.ts';

/** The registry's table alone, on an embedded DynamoDB of its own. */
export async function startRegistryTable() {
  const before = { ...process.env };
  const path = await mkdtemp(join(tmpdir(), 'banyan-registry-table-'));
  const dynamodb = await startDynamoDb({ path, port: 0 });
  Object.assign(process.env, awsEnvironment({ DynamoDB: Number(new URL(dynamodb.url).port), Kinesis: 1, S3: 1 }));
  const client = createDocumentClient();
  const table = 'of-a-test-registry';
  await ensureTable(client, table);
  return {
    client,
    table,
    dynamodb,
    async stop() {
      client.destroy();
      await dynamodb.close();
      await rm(path, { recursive: true, force: true });
      process.env = before;
    },
  };
}

export type RegistryTable = Awaited<ReturnType<typeof startRegistryTable>>;
