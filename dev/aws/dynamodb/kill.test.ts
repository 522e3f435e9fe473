import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type DynamoDBDocumentClient, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from '@jest/globals';
import { createTable, documents, spawnAws, temporary, urlsOf } from '../testing.ts';

const ROUNDS = 4;
const ITEMS = 10;

const index = {
  AttributeDefinitions: ['pk', 'sk', 'transaction'].map((name) => ({
    AttributeName: name,
    AttributeType: 'S' as const,
  })),
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-transaction',
      KeySchema: [{ AttributeName: 'transaction', KeyType: 'HASH' as const }],
      Projection: { ProjectionType: 'ALL' as const },
    },
  ],
};

test('kill -9 in the middle leaves every transaction whole, and every acknowledged one there', async () => {
  await temporary(async (path) => {
    const sent: string[] = [];
    const acknowledged = new Set<string>();
    let tables: string[] = [];

    /** Every transaction writes to both tables, and to their indexes. */
    const write = async (client: DynamoDBDocumentClient) => {
      const transaction = randomUUID();
      sent.push(transaction);
      const TransactItems = Array.from({ length: ITEMS }, (_, at) => ({
        Put: { TableName: tables[at % 2], Item: { pk: randomUUID(), sk: `${at}`, transaction } },
      }));
      await client.send(new TransactWriteCommand({ TransactItems }));
      acknowledged.add(transaction);
    };

    const count = async (client: DynamoDBDocumentClient, transaction: string) => {
      const found = tables.map((TableName) =>
        client.send(
          new QueryCommand({
            TableName,
            IndexName: 'by-transaction',
            KeyConditionExpression: '#t = :t',
            ExpressionAttributeNames: { '#t': 'transaction' },
            ExpressionAttributeValues: { ':t': transaction },
          }),
        ),
      );
      return (await Promise.all(found)).reduce((sum, { Count = 0 }) => sum + Count, 0);
    };

    for (let round = 0; round < ROUNDS; round++) {
      const child = spawnAws(path);
      const exited = once(child, 'exit');
      const client = documents((await urlsOf(child)).dynamodbUrl);
      if (!tables.length) tables = [await createTable(client, index), await createTable(client, index)];

      const target = acknowledged.size + 20 + 15 * round;
      const writers = Array.from({ length: 8 }, async () => {
        while (!child.killed) {
          await write(client).catch((error) => {
            if (!child.killed) throw error;
          });
          if (acknowledged.size >= target) child.kill('SIGKILL');
        }
      });
      await Promise.all(writers);
      await exited;
      client.destroy();
    }

    const child = spawnAws(path);
    const exited = once(child, 'exit');
    const client = documents((await urlsOf(child)).dynamodbUrl);
    for (const transaction of sent) {
      const items = await count(client, transaction);
      if (acknowledged.has(transaction)) expect(items).toBe(ITEMS);
      else expect([0, ITEMS]).toContain(items);
    }
    expect(acknowledged.size).toBeGreaterThan(100);
    client.destroy();
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
  });
});
