import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TransactionCanceledException, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactGetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTable, documents, temporary } from '../testing.ts';
import { type DynamoDb, startDynamoDb } from './dynamodb.ts';

let dynamodb: DynamoDb;
let client: DynamoDBDocumentClient;
let table: string;
let other: string;
let path: string;

beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'banyan-transact-'));
  dynamodb = await startDynamoDb({ path, port: 0 });
  client = documents(dynamodb.url);
  table = await createTable(client);
  other = await createTable(client);
});

afterAll(async () => {
  client.destroy();
  await dynamodb.close();
  await rm(path, { recursive: true });
});

type Actions = TransactWriteCommandInput['TransactItems'];

const transact = (TransactItems: Actions, ClientRequestToken?: string) =>
  client.send(new TransactWriteCommand({ TransactItems, ClientRequestToken }));
const key = (pk: string = randomUUID()) => ({ pk, sk: '-' });
const put = (Item: Record<string, unknown>, TableName = table) => ({ Put: { TableName, Item } });
const get = async (Key: object, TableName = table) =>
  (await client.send(new GetCommand({ TableName, Key: { ...Key } }))).Item;
const cancelled = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(TransactionCanceledException);
  return error as TransactionCanceledException;
};
const absent = 'attribute_not_exists(pk)';

describe('all or nothing', () => {
  test('puts, updates, deletes and checks in two tables', async () => {
    const [a, b, c, d] = [key(), key(), key(), key()];
    await transact([put({ ...b, n: 1 }), put({ ...c }, other), put({ ...d })]);
    await transact([
      put({ ...a, n: 1 }, other),
      {
        Update: {
          TableName: table,
          Key: b,
          UpdateExpression: 'ADD n :one',
          ConditionExpression: 'n = :one',
          ExpressionAttributeValues: { ':one': 1 },
        },
      },
      { Delete: { TableName: other, Key: c } },
      { ConditionCheck: { TableName: table, Key: d, ConditionExpression: 'attribute_exists(pk)' } },
    ]);
    expect([await get(a, other), await get(b), await get(c, other), await get(d)]).toEqual([
      { ...a, n: 1 },
      { ...b, n: 2 },
      undefined,
      d,
    ]);
  });

  test('one failed condition stops everything; the reasons come in order', async () => {
    const [fresh, taken, last] = [key(), key(), key()];
    await client.send(new PutCommand({ TableName: table, Item: { ...taken, name: '바니안' } }));
    const error = await cancelled(
      transact([
        put({ ...fresh }),
        {
          Put: {
            TableName: table,
            Item: { ...taken },
            ConditionExpression: absent,
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          },
        },
        { Delete: { TableName: table, Key: last, ConditionExpression: 'attribute_exists(pk)' } },
        put({ ...key() }, other),
      ]),
    );
    expect(error.message).toBe(
      'Transaction cancelled, please refer cancellation reasons for specific reasons ' +
        '[None, ConditionalCheckFailed, ConditionalCheckFailed, None]',
    );
    const Message = 'The conditional request failed';
    expect(error.CancellationReasons).toEqual([
      { Code: 'None' },
      { Code: 'ConditionalCheckFailed', Message, Item: { pk: { S: taken.pk }, sk: { S: '-' }, name: { S: '바니안' } } },
      { Code: 'ConditionalCheckFailed', Message },
      { Code: 'None' },
    ]);
    expect(await get(fresh)).toBeUndefined();
    expect(await get(taken)).toHaveProperty('name');
  });

  test('an update that does not fit the item is a ValidationError among the reasons', async () => {
    const [text, fresh] = [key(), key()];
    await client.send(new PutCommand({ TableName: table, Item: { ...text, n: 'one' } }));
    const Update = { UpdateExpression: 'SET n = n + :one', ExpressionAttributeValues: { ':one': 1 } };
    const error = await cancelled(
      transact([put({ ...fresh }), { Update: { ...Update, TableName: table, Key: text } }]),
    );
    expect(error.CancellationReasons).toEqual([
      { Code: 'None' },
      { Code: 'ValidationError', Message: 'An operand in the update expression has an incorrect data type' },
    ]);
    expect(await get(fresh)).toBeUndefined();
  });
});

describe('client request tokens', () => {
  test('the same request again succeeds without being done again', async () => {
    const counter = key();
    const token = randomUUID();
    const Update = { TableName: table, Key: counter, UpdateExpression: 'ADD n :one' };
    const add = () => transact([{ Update: { ...Update, ExpressionAttributeValues: { ':one': 1 } } }], token);
    await Promise.all([add(), add(), add()]);
    expect(await get(counter)).toMatchObject({ n: 1 });
    await expect(transact([put({ ...key() })], token)).rejects.toMatchObject({
      name: 'IdempotentParameterMismatchException',
    });
  });

  test('outlive the server, as the transaction does', async () => {
    await temporary(async (path) => {
      let TableName = '';
      const counter = key();
      const ClientRequestToken = randomUUID();
      for (const run of ['done', 'not done again']) {
        const server = await startDynamoDb({ path, port: 0 });
        const own = documents(server.url);
        if (run === 'done') TableName = await createTable(own);
        await waitUntilTableExists({ client: own, maxWaitTime: 15, minDelay: 1, maxDelay: 1 }, { TableName });
        const values = { ExpressionAttributeValues: { ':one': 1 } };
        const TransactItems = [{ Update: { TableName, Key: counter, UpdateExpression: 'ADD n :one', ...values } }];
        await own.send(new TransactWriteCommand({ TransactItems, ClientRequestToken }));
        expect((await own.send(new GetCommand({ TableName, Key: counter }))).Item).toMatchObject({ n: 1 });
        own.destroy();
        await server.close();
      }
    });
  });

  test('a transaction that was cancelled may come again', async () => {
    const [one, token] = [key(), randomUUID()];
    const check = () =>
      transact(
        [{ ConditionCheck: { TableName: table, Key: one, ConditionExpression: 'attribute_exists(pk)' } }],
        token,
      );
    await cancelled(check());
    await client.send(new PutCommand({ TableName: table, Item: one }));
    await check();
  });
});

test('conflicts on request: refused before anything is written', async () => {
  const [a, b] = [key(), key()];
  dynamodb.conflictRate = 1;
  const error = await cancelled(transact([put({ ...a }), put({ ...b })]));
  await client.send(new PutCommand({ TableName: table, Item: { ...key() } }));
  dynamodb.conflictRate = 0;
  expect(error.CancellationReasons?.map(({ Code }) => Code).sort()).toEqual(['None', 'TransactionConflict']);
  expect(await get(a)).toBeUndefined();
  await transact([put({ ...a }), put({ ...b })]);
});

test('TransactGetItems answers in order, and an empty object for what is not there', async () => {
  const [a, b] = [key(), key()];
  await transact([put({ ...a, n: 1, m: 2 }), put({ ...b, n: 3 }, other)]);
  const { Responses } = await client.send(
    new TransactGetCommand({
      TransactItems: [
        { Get: { TableName: other, Key: b } },
        { Get: { TableName: table, Key: key() } },
        { Get: { TableName: table, Key: a, ProjectionExpression: '#n', ExpressionAttributeNames: { '#n': 'n' } } },
      ],
    }),
  );
  expect(Responses?.map(({ Item }) => Item)).toEqual([{ ...b, n: 3 }, undefined, { n: 1 }]);
});

test('a global index is kept in step', async () => {
  const indexed = await createTable(client, {
    GlobalSecondaryIndexes: [
      {
        IndexName: 'reversed',
        KeySchema: [
          { AttributeName: 'sk', KeyType: 'HASH' },
          { AttributeName: 'pk', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
  });
  const names = async () => {
    const { Items } = await client.send(
      new QueryCommand({
        TableName: indexed,
        IndexName: 'reversed',
        KeyConditionExpression: 'sk = :sk',
        ExpressionAttributeValues: { ':sk': '-' },
      }),
    );
    return Items?.map(({ pk, n }) => [pk, n]);
  };
  await transact([put({ ...key('가'), n: 1 }, indexed), put({ ...key('나'), n: 1 }, indexed)]);
  expect(await names()).toEqual([
    ['가', 1],
    ['나', 1],
  ]);
  await transact([{ Delete: { TableName: indexed, Key: key('가') } }, put({ ...key('나'), n: 2 }, indexed)]);
  await cancelled(
    transact([
      put({ ...key('다') }, indexed),
      { ConditionCheck: { TableName: indexed, Key: key('나'), ConditionExpression: absent } },
    ]),
  );
  expect(await names()).toEqual([['나', 2]]);
});
