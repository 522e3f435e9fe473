import { once } from 'node:events';
import {
  CreateStreamCommand,
  DescribeStreamSummaryCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type KinesisClient,
  ListShardsCommand,
  PutRecordCommand,
} from '@aws-sdk/client-kinesis';
import { expect, test } from '@jest/globals';
import { abort, kinesisClient, spawnAws, temporary, urlsOf } from '../testing.ts';
import { startKinesis } from './kinesis.ts';

const StreamName = 'banyan-events';

const put = (client: KinesisClient, text: string) =>
  client.send(new PutRecordCommand({ StreamName, PartitionKey: 'user-1', Data: Buffer.from(text) }));

const ready = async (client: KinesisClient) => {
  const status = async () =>
    (await client.send(new DescribeStreamSummaryCommand({ StreamName }))).StreamDescriptionSummary?.StreamStatus;
  while ((await status()) !== 'ACTIVE');
};

async function records(client: KinesisClient): Promise<string[]> {
  const { Shards = [] } = await client.send(new ListShardsCommand({ StreamName }));
  const found = Shards.map(async ({ ShardId }) => {
    const start = { StreamName, ShardId, ShardIteratorType: 'TRIM_HORIZON' as const };
    const { ShardIterator } = await client.send(new GetShardIteratorCommand(start));
    const { Records = [] } = await client.send(new GetRecordsCommand({ ShardIterator }));
    return Records.map(({ Data }) => Buffer.from(Data ?? []).toString());
  });
  return (await Promise.all(found)).flat();
}

test('a stream and its records survive kill -9', async () => {
  await temporary(async (path) => {
    const first = spawnAws(path);
    const killed = once(first, 'exit');
    const writer = kinesisClient((await urlsOf(first)).kinesisUrl);
    await writer.send(new CreateStreamCommand({ StreamName, ShardCount: 4 }));
    await ready(writer);
    for (const text of ['하나', '둘', '셋']) await put(writer, text);
    first.kill('SIGKILL');
    await killed;
    writer.destroy();

    const second = spawnAws(path);
    const ended = once(second, 'exit');
    const reader = kinesisClient((await urlsOf(second)).kinesisUrl);
    expect(await records(reader)).toEqual(['하나', '둘', '셋']);
    reader.destroy();
    second.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});

test('an aborted body harms nothing; the path belongs to one process', async () => {
  await temporary(async (path) => {
    const kinesis = await startKinesis({ path, port: 0 });
    const client = kinesisClient(kinesis.url);
    await client.send(new CreateStreamCommand({ StreamName, ShardCount: 1 }));
    await ready(client);
    const head =
      'POST / HTTP/1.1\r\nx-amz-target: Kinesis_20131202.PutRecord\r\ncontent-type: application/x-amz-json-1.1';
    await abort(kinesis.url, head, JSON.stringify({ StreamName, PartitionKey: 'k', Data: 'aGFsZg==' }));
    await put(client, 'whole');
    expect(await records(client)).toEqual(['whole']);
    await expect(startKinesis({ path, port: 0 })).rejects.toThrow(`${path} is in use by another process`);
    client.destroy();
    await kinesis.close();
  });
});
