import { once } from 'node:events';
import { request } from 'node:http';
import { GetCommand, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { abort, createTable, documents } from '../testing.ts';
import { type DynamoDb, startDynamoDb } from './dynamodb.ts';

let dynamodb: DynamoDb;

beforeAll(async () => {
  dynamodb = await startDynamoDb({ port: 0 });
});

afterAll(() => dynamodb.close());

const call = (operation: string, body: string) =>
  fetch(dynamodb.url, {
    method: 'POST',
    headers: { 'x-amz-target': `DynamoDB_20120810.${operation}`, 'content-type': 'application/x-amz-json-1.0' },
    body,
  });

test('a client that goes away in the middle of its body leaves nothing behind', async () => {
  const client = documents(dynamodb.url);
  const TableName = await createTable(client);
  const Key = { pk: 'half', sk: '-' };
  const head = (operation: string) =>
    `POST / HTTP/1.1\r\nx-amz-target: DynamoDB_20120810.${operation}\r\ncontent-type: application/x-amz-json-1.0`;
  const Put = { TableName, Item: { pk: { S: 'half' }, sk: { S: '-' } } };
  await abort(dynamodb.url, head('PutItem'), JSON.stringify(Put));
  await abort(dynamodb.url, head('TransactWriteItems'), JSON.stringify({ TransactItems: [{ Put }] }));
  await client.send(new PutCommand({ TableName, Item: { pk: 'whole', sk: '-' } }));
  expect((await client.send(new GetCommand({ TableName, Key }))).Item).toBeUndefined();
  await client.send(new TransactWriteCommand({ TransactItems: [{ Put: { TableName, Item: Key } }] }));
  expect((await client.send(new GetCommand({ TableName, Key }))).Item).toBeDefined();
  client.destroy();
});

test('answers carry the checksum, the request id and the content type of DynamoDB', async () => {
  const response = await call('ListTables', '{}');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/x-amz-json-1.0');
  expect(response.headers.get('x-amz-crc32')).toMatch(/^\d+$/);
  expect(response.headers.get('x-amzn-requestid')).toBeTruthy();
});

test('what cannot be understood is answered, not suffered', async () => {
  for (const [operation, body, type] of [
    ['ListTables', '{', 'SerializationException'],
    ['ListTables', 'null', 'SerializationException'],
    ['PutItem', '{"TableName":{}}', 'SerializationException'],
    ['PutItem', '{}', 'ValidationException'],
    ['TransactWriteItems', '{"TransactItems":{}}', 'SerializationException'],
    ['TransactWriteItems', '{"TransactItems":[null]}', 'ValidationException'],
    ['Dance', '{}', 'UnknownOperationException'],
    ['toString', '{}', 'UnknownOperationException'],
  ] as const) {
    const response = await call(operation, body);
    expect([operation, response.status, await response.json()]).toEqual([
      operation,
      400,
      expect.objectContaining({ __type: expect.stringContaining(type) }),
    ]);
  }
});

test('a body over 16 MiB is refused', async () => {
  const sending = request(dynamodb.url, { method: 'POST' });
  sending.end(Buffer.alloc(16 * 1024 * 1024 + 1));
  const [response] = await once(sending, 'response');
  response.resume();
  expect(response.statusCode).toBe(413);
});
