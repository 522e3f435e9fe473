import { randomUUID } from 'node:crypto';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTable, documents } from '../testing.ts';
import { type DynamoDb, startDynamoDb } from './dynamodb.ts';

let dynamodb: DynamoDb;
let client: DynamoDBDocumentClient;
let table: string;
let other: string;

beforeAll(async () => {
  dynamodb = await startDynamoDb({ port: 0 });
  client = documents(dynamodb.url);
  table = await createTable(client);
  other = await createTable(client);
});

afterAll(async () => {
  client.destroy();
  await dynamodb.close();
});

const transact = (TransactItems: TransactWriteCommandInput['TransactItems']) =>
  client.send(new TransactWriteCommand({ TransactItems }));
const key = () => ({ pk: randomUUID(), sk: '-' });
const put = (Item: Record<string, unknown>, TableName = table) => ({ Put: { TableName, Item } });
const get = async (Key: object) => (await client.send(new GetCommand({ TableName: table, Key: { ...Key } }))).Item;
const absent = 'attribute_not_exists(pk)';

describe('what is refused as a whole', () => {
  const invalid = (work: Promise<unknown>, message: RegExp) =>
    expect(work).rejects.toMatchObject({ name: 'ValidationException', message: expect.stringMatching(message) });

  test('two actions on one item', async () => {
    const one = key();
    const check = { ConditionCheck: { TableName: table, Key: one, ConditionExpression: absent } };
    await invalid(transact([put({ ...one }), check]), /cannot include multiple operations on one item/);
    await transact([put({ ...one }), put({ ...one }, other)]);
  });

  test('101 actions, or none; 100 are welcome', async () => {
    const items = Array.from({ length: 100 }, () => put({ ...key() }));
    await invalid(transact([...items, put({ ...key() })]), /transactItems.*less than or equal to 100/);
    await invalid(transact([]), /greater than or equal to 1/);
    await transact(items);
    expect(await get(items[99]?.Put.Item as object)).toBeDefined();
  });

  test('more than 4 MB in all', async () => {
    const items = Array.from({ length: 11 }, (_, at) => ({ pk: `${randomUUID()}`, sk: '-', data: '', at }));
    const bytes = 36 + 2 + 1 + 2 + 4 + 2; // pk, sk and data with their names, and the name of `at`
    const numbers = [1, ...Array(9).fill(2), 2].reduce((sum, n) => sum + n, 0);
    const room = 4 * 1024 * 1024 - items.length * bytes - numbers;
    const share = Math.floor(room / items.length);
    for (const item of items) item.data = 'x'.repeat(share);
    const rest = room - share * items.length;
    const last = items[0] as { data: string };
    last.data += 'x'.repeat(rest);
    await transact(items.map((item) => put(item)));
    last.data += 'x';
    await invalid(transact(items.map((item) => put(item))), /4 MB/);
  });

  test('an item over 400 KB, counted in UTF-8', async () => {
    const { pk, sk } = key();
    const bytes = 400 * 1024 - (36 + 2 + 1 + 2 + 1);
    const fits = { pk, sk, t: '가'.repeat(Math.floor(bytes / 3)) };
    await transact([put(fits)]);
    const error = await transact([put({ ...fits, t: `${fits.t}가` })]).catch((thrown) => thrown);
    expect(error.CancellationReasons).toMatchObject([{ Code: 'ValidationError' }]);
  });

  test('no action, two kinds in one action, an update without an expression, an unknown table', async () => {
    const Key = key();
    const Update = { TableName: table, Key, UpdateExpression: 'SET n = :n', ExpressionAttributeValues: { ':n': 1 } };
    await invalid(transact([{}]), /one of Check, Put, Update or Delete/);
    await invalid(transact([{ ...put({ ...key() }), Update }]), /one of Check, Put, Update or Delete/);
    await invalid(transact([{ Update: { ...Update, UpdateExpression: undefined } }]), /updateExpression.*not be null/);
    await invalid(transact([{ Update: { ...Update, UpdateExpression: 'SOT n = :n' } }]), /Syntax error/);
    await expect(transact([put(Key, 'table-missing')])).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  test('a key that does not fit the table is a reason', async () => {
    const error = await transact([put({ ...key() }), put({ pk: 'without sort key' })]).catch((thrown) => thrown);
    expect(error.CancellationReasons).toMatchObject([{ Code: 'None' }, { Code: 'ValidationError' }]);
  });
});
