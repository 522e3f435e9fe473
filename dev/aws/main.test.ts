import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { startAws } from './aws.ts';
import { messages, spawnAws, temporary, urlsOf } from './testing.ts';

describe('main.ts', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('stops cleanly on %s, also when it is sent twice', async (signal) => {
    await temporary(async (path) => {
      const child = spawnAws(path);
      const exited = once(child, 'exit');
      const { dynamodbUrl } = await urlsOf(child);
      expect((await fetch(dynamodbUrl)).status).toBe(200);
      child.kill(signal);
      child.kill(signal);
      expect(await exited).toEqual([0, null]);
    });
  });

  test.each([
    ['DynamoDB', 'DYNAMODB_PORT'],
    ['Kinesis', 'KINESIS_PORT'],
    ['S3', 'S3_PORT'],
  ])('names %s where its port is taken', async (name, variable) => {
    await temporary(async (path) => {
      const taken = createServer();
      await once(taken.listen(0, '127.0.0.1'), 'listening');
      const { port } = taken.address() as AddressInfo;
      const child = spawnAws(path, { [variable]: String(port) });
      const exited = once(child, 'exit');
      const said: string[] = [];
      for await (const message of messages(child)) said.push(message);
      expect(said).toEqual([`${name} cannot listen: port ${port} is in use`]);
      expect(await exited).toEqual([1, null]);
      taken.close();
    });
  });
});

test('startAws gives back what it took when one of the three cannot start', async () => {
  await temporary(async (path) => {
    const options = { path, dynamodbPort: 0, kinesisPort: 0, s3Port: 0, buckets: ['banyan-photos'] };
    const first = await startAws(options);
    const s3Port = Number(new URL(first.s3Url).port);
    await expect(startAws(options)).rejects.toThrow('in use by another process');
    await expect(startAws({ ...options, path: `${path}/other`, s3Port })).rejects.toThrow(`port ${s3Port} is in use`);
    const second = await startAws({ ...options, path: `${path}/other`, conflictRate: 0.5 });
    expect(second.dynamodb.conflictRate).toBe(0.5);
    await Promise.all([first.close(), second.close()]);
  });
});
