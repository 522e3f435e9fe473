import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createDocumentClient } from '@banyan/kit';

/** The one table of the registry, each of whose rooms has partitions of its own. */
export interface RegistryTable {
  client: DynamoDBDocumentClient;
  table: string;
}

/** Opens the table; `ensureTable(client, table)` of the kit creates it. */
export const openTable = (prefix: string): RegistryTable => ({
  client: createDocumentClient(),
  table: `${prefix}registry`,
});
