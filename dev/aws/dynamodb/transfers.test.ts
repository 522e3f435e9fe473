import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, TransactGetCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createTable, documents, temporary } from '../testing.ts';
import { startDynamoDb } from './dynamodb.ts';

const accounts = ['가', '나', '다', '라'];

test('transfers between accounts keep the sum, at every moment, whatever meets', () =>
  temporary(async (path) => {
    // On disk: in memory, a request is done before the next one is read, and nothing meets.
    const dynamodb = await startDynamoDb({ path, port: 0, conflictRate: 0.1 });
    const client = documents(dynamodb.url);
    const TableName = await createTable(client);
    const keys = accounts.map((pk) => ({ pk, sk: '-' }));

    const balances = async () => {
      const gets = keys.map((Key) => ({ Get: { TableName, Key } }));
      const { Responses } = await client.send(new TransactGetCommand({ TransactItems: gets }));
      return Responses?.map(({ Item }) => Item?.balance as number) ?? [];
    };
    const add = (at: number, amount: number) => ({
      TableName,
      Key: keys[at],
      UpdateExpression: 'ADD balance :amount',
      ConditionExpression: 'balance >= :least',
      ExpressionAttributeValues: { ':amount': amount, ':least': -amount },
    });
    const transfer = async (from: number, to: number, amount: number) => {
      try {
        const TransactItems = [{ Update: add(from, -amount) }, { Update: add(to, amount) }];
        await client.send(new TransactWriteCommand({ TransactItems }));
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
      }
    };
    // A single write between the transactions: it touches the item, and moves nothing.
    const touch = (at: number) => client.send(new UpdateCommand(add(at, 0)));

    const one = fc.record({
      from: fc.nat(3),
      step: fc.integer({ min: 1, max: 3 }),
      amount: fc.integer({ min: 1, max: 60 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 15 }), async (moves) => {
        const items = keys.map((key) => ({ PutRequest: { Item: { ...key, balance: 100 } } }));
        await client.send(new BatchWriteCommand({ RequestItems: { [TableName]: items } }));
        const seen = await Promise.all(
          moves.map(async ({ from, step, amount }) => {
            await Promise.all([transfer(from, (from + step) % 4, amount), touch(from)]);
            return balances();
          }),
        );
        for (const moment of seen) {
          expect(moment.reduce((sum, balance) => sum + balance, 0)).toBe(400);
          expect(Math.min(...moment)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 40 },
    );
    client.destroy();
    await dynamodb.close();
  }));
