import { DescribeTimeToLiveCommand, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from '@jest/globals';
import { createTable, documents, temporary } from '../testing.ts';
import { startDynamoDb } from './dynamodb.ts';

const now = () => Math.floor(Date.now() / 1000);

test('time to live is switched on and off, survives a restart, and goes with its table', async () => {
  await temporary(async (path) => {
    const first = await startDynamoDb({ path, port: 0 });
    let client = documents(first.url);
    const TableName = await createTable(client);
    const describe = async () =>
      (await client.send(new DescribeTimeToLiveCommand({ TableName }))).TimeToLiveDescription;
    const update = (Enabled: boolean, AttributeName = 'expiresAt') =>
      client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { Enabled, AttributeName } }));

    expect(await describe()).toEqual({ TimeToLiveStatus: 'DISABLED' });
    await expect(update(false)).rejects.toThrow('TimeToLive is already disabled');
    const { TimeToLiveSpecification } = await update(true);
    expect(TimeToLiveSpecification).toEqual({ Enabled: true, AttributeName: 'expiresAt' });
    await expect(update(true)).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'TimeToLive is already enabled',
    });
    await expect(update(true, 'other')).rejects.toThrow('current AttributeName is expiresAt');
    client.destroy();
    await first.close();

    const second = await startDynamoDb({ path, port: 0 });
    client = documents(second.url);
    expect(await describe()).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' });
    await update(false);
    expect(await describe()).toEqual({ TimeToLiveStatus: 'DISABLED' });
    client.destroy();
    await second.close();
  });
});

test('expired items can be read until they are swept away; nothing else is', async () => {
  const dynamodb = await startDynamoDb({ port: 0 });
  const client = documents(dynamodb.url);
  const TableName = await createTable(client);
  const items = {
    over: now() - 1,
    later: now() + 3600,
    text: `${now() - 1}`,
    ancient: now() - 6 * 365 * 24 * 3600,
    never: undefined,
  };
  for (const [pk, expiresAt] of Object.entries(items))
    await client.send(new PutCommand({ TableName, Item: { pk, sk: '-', ...(expiresAt && { expiresAt }) } }));

  await dynamodb.sweep();
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName,
      TimeToLiveSpecification: { Enabled: true, AttributeName: 'expiresAt' },
    }),
  );
  expect((await client.send(new GetCommand({ TableName, Key: { pk: 'over', sk: '-' } }))).Item).toBeDefined();
  await dynamodb.sweep();
  const { Items } = await client.send(new ScanCommand({ TableName }));
  expect(Items?.map(({ pk }) => pk).sort()).toEqual(['ancient', 'later', 'never', 'text']);
  client.destroy();
  await dynamodb.close();
});
