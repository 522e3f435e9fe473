import { randomUUID } from 'node:crypto';
import {
  ConditionalCheckFailedException,
  DeleteTableCommand,
  DescribeTableCommand,
  ListTablesCommand,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTable, documents, temporary } from '../testing.ts';
import { type DynamoDb, startDynamoDb } from './dynamodb.ts';

let dynamodb: DynamoDb;
let client: DynamoDBDocumentClient;
let TableName: string;

beforeAll(async () => {
  dynamodb = await startDynamoDb({ port: 0 });
  client = documents(dynamodb.url);
  TableName = await createTable(client);
});

afterAll(async () => {
  client.destroy();
  await dynamodb.close();
});

const key = () => ({ pk: randomUUID(), sk: '-' });
const index = {
  AttributeDefinitions: ['pk', 'sk', 'tag'].map((name) => ({ AttributeName: name, AttributeType: 'S' as const })),
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-tag',
      KeySchema: [{ AttributeName: 'tag', KeyType: 'HASH' as const }],
      Projection: { ProjectionType: 'KEYS_ONLY' as const },
    },
  ],
};

describe('ReturnValuesOnConditionCheckFailure', () => {
  const absent = { ConditionExpression: 'attribute_not_exists(pk)' };
  const ReturnValuesOnConditionCheckFailure = 'ALL_OLD' as const;
  const failed = async (work: Promise<unknown>) => {
    const error = await work.catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ConditionalCheckFailedException);
    return (error as ConditionalCheckFailedException).Item;
  };

  test('shows the item that a put, an update or a delete found', async () => {
    const Key = key();
    const more = { TableName, ...absent, ReturnValuesOnConditionCheckFailure };
    await client.send(new PutCommand({ TableName, Item: { ...Key, n: 1 } }));
    const item = { pk: { S: Key.pk }, sk: { S: '-' }, n: { N: '1' } };
    expect(await failed(client.send(new PutCommand({ ...more, Item: { ...Key } })))).toEqual(item);
    expect(await failed(client.send(new DeleteCommand({ ...more, Key })))).toEqual(item);
    const update = { UpdateExpression: 'REMOVE n', Key };
    expect(await failed(client.send(new UpdateCommand({ ...more, ...update })))).toEqual(item);
    expect(await failed(client.send(new PutCommand({ TableName, ...absent, Item: { ...Key } })))).toBeUndefined();
  });

  test('knows only its two values', async () => {
    const wrong = { ReturnValuesOnConditionCheckFailure: 'ALL_NEW' as never };
    await expect(client.send(new PutCommand({ TableName, Item: key(), ...wrong }))).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('returnValuesOnConditionCheckFailure'),
    });
  });
});

test('an index keeps every item, also thousands under one key', async () => {
  const indexed = await createTable(client, index);
  const items = Array.from({ length: 9_000 }, (_, at) => ({ pk: `${at}`, sk: '-', tag: '같은' }));
  for (let at = 0; at < items.length; at += 25) {
    const PutRequests = items.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [indexed]: PutRequests } }));
  }
  const query = { TableName: indexed, IndexName: 'by-tag', KeyConditionExpression: 'tag = :tag' };
  for (const ScanIndexForward of [true, false]) {
    const seen = new Set<string>();
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const more = { ScanIndexForward, ExclusiveStartKey, Limit: 700, ExpressionAttributeValues: { ':tag': '같은' } };
      const page = await client.send(new QueryCommand({ ...query, ...more }));
      for (const { pk } of page.Items ?? []) {
        expect(seen.has(pk)).toBe(false);
        seen.add(pk);
      }
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    expect(seen.size).toBe(items.length);
  }
});

test('a batch writes and deletes, and refuses duplicates and unknown tables as a whole', async () => {
  const [a, b] = [key(), key()];
  await client.send(new PutCommand({ TableName, Item: a }));
  const batch = (requests: object[], table = TableName) =>
    client.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }));
  const { UnprocessedItems } = await batch([{ DeleteRequest: { Key: a } }, { PutRequest: { Item: b } }]);
  expect(UnprocessedItems).toEqual({});
  const { Responses } = await client.send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys: [a, b] } } }));
  expect(Responses?.[TableName]).toEqual([b]);
  await expect(batch([{ PutRequest: { Item: a } }, { DeleteRequest: { Key: a } }])).rejects.toThrow('duplicates');
  await expect(batch([{ PutRequest: { Item: a } }], 'table-missing')).rejects.toThrow('not found');
  expect((await client.send(new GetCommand({ TableName, Key: a }))).Item).toBeUndefined();
});

test('a table takes its items with it, and not those of a table whose name starts alike', async () => {
  const short = await createTable(client);
  const long = await createTable(client, { TableName: `${short}-2` });
  const Key = { pk: 'a', sk: 'a' };
  const get = async (TableName: string) => (await client.send(new GetCommand({ TableName, Key }))).Item;
  for (const TableName of [short, long]) await client.send(new PutCommand({ TableName, Item: Key }));

  await client.send(new DeleteTableCommand({ TableName: short }));
  const tables = async () => (await client.send(new ListTablesCommand())).TableNames;
  while ((await tables())?.includes(short));
  await createTable(client, { TableName: short });
  expect([await get(short), await get(long)]).toEqual([undefined, Key]);
});

test('everything is there after a restart, and nobody else can open it meanwhile', async () => {
  await temporary(async (path) => {
    const first = await startDynamoDb({ path, port: 0 });
    const writer = documents(first.url);
    const TableName = await createTable(writer);
    await writer.send(new PutCommand({ TableName, Item: { pk: 'a', sk: '가' } }));
    await expect(startDynamoDb({ path, port: 0 })).rejects.toThrow(`${path} is in use by another process`);
    writer.destroy();
    await first.close();

    const second = await startDynamoDb({ path, port: 0 });
    const reader = documents(second.url);
    expect((await reader.send(new GetCommand({ TableName, Key: { pk: 'a', sk: '가' } }))).Item).toBeDefined();
    const { Table } = await reader.send(new DescribeTableCommand({ TableName }));
    expect(Table?.TableStatus).toBe('ACTIVE');
    reader.destroy();
    await second.close();
  });
});
