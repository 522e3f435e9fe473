import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CreateTableCommand, type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KinesisClient } from '@aws-sdk/client-kinesis';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { ACCESS_KEY } from './s3/s3.ts';

const shared = {
  region: 'us-east-1',
  credentials: { accessKeyId: ACCESS_KEY, secretAccessKey: ACCESS_KEY },
  maxAttempts: 1,
};

/** Clients of the embedded servers, with the settings that they need. */
export const documents = (endpoint: string) => DynamoDBDocumentClient.from(new DynamoDBClient({ ...shared, endpoint }));
export const kinesisClient = (endpoint: string) =>
  new KinesisClient({ ...shared, endpoint, requestHandler: new NodeHttpHandler() });
export const s3Client = (endpoint: string) =>
  new S3Client({ ...shared, endpoint, forcePathStyle: true, requestChecksumCalculation: 'WHEN_REQUIRED' });

/** A folder of one test's own, gone after it. */
export async function temporary<T>(work: (path: string) => Promise<T>): Promise<T> {
  const path = await mkdtemp(join(tmpdir(), 'banyan-aws-'));
  try {
    return await work(path);
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

/** Makes a table with the key `pk` and `sk`, under a new name. */
export async function createTable(client: DynamoDBDocumentClient, more: Partial<CreateTableCommandInput> = {}) {
  const TableName = more.TableName ?? `table-${randomUUID()}`;
  await client.send(
    new CreateTableCommand({
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      ...more,
      TableName,
    }),
  );
  return TableName;
}

/** Sends the head of a request and half its body, and goes away when `begun` says so. Ends when the server has noticed. */
export async function abort(url: string, head: string, half: string, begun: () => Promise<unknown> = async () => {}) {
  const { host, hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const closed = once(socket.resume(), 'close');
  socket.write(`${head}\r\nhost: ${host}\r\ncontent-length: ${half.length * 2}\r\n\r\n${half}`);
  await begun();
  socket.end();
  await closed;
}

/** Starts `main.ts` as a process of its own, on free ports unless `env` says otherwise. */
export function spawnAws(path: string, env: NodeJS.ProcessEnv = {}): ChildProcessWithoutNullStreams {
  const ports = { DYNAMODB_PORT: '0', KINESIS_PORT: '0', S3_PORT: '0' };
  return spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { ...process.env, ...ports, AWS_DATA_DIR: path, ...env },
  });
}

/** The lines of log that a child writes, as their messages. */
export async function* messages(child: ChildProcessWithoutNullStreams): AsyncGenerator<string> {
  for await (const line of createInterface(child.stdout)) yield JSON.parse(line).msg;
}

/** The URLs that a child says it listens on, once it has said all three. */
export async function urlsOf(child: ChildProcessWithoutNullStreams) {
  const urls: string[] = [];
  for await (const message of messages(child)) {
    urls.push(message.split(' on ')[1] ?? '');
    if (urls.length === 3) break;
  }
  const [dynamodbUrl = '', kinesisUrl = '', s3Url = ''] = urls;
  return { dynamodbUrl, kinesisUrl, s3Url };
}
