import { join } from 'node:path';
import { type DynamoDb, startDynamoDb } from './dynamodb/dynamodb.ts';
import { startKinesis } from './kinesis/kinesis.ts';
import { startS3 } from './s3/s3.ts';

export interface AwsOptions {
  /** Where all data lives: a folder for each server. */
  path: string;
  dynamodbPort: number;
  kinesisPort: number;
  s3Port: number;
  buckets: string[];
  /** The share of transactions that DynamoDB refuses with TransactionConflict, from 0 to 1. */
  conflictRate?: number;
}

export interface Aws {
  dynamodbUrl: string;
  kinesisUrl: string;
  s3Url: string;
  /** For tests: its `conflictRate` can be changed, its `sweep` called. */
  dynamodb: DynamoDb;
  close(): Promise<void>;
}

/** Starts the three embedded servers, or none of them. */
export async function startAws(options: AwsOptions): Promise<Aws> {
  const { path, dynamodbPort, kinesisPort, s3Port, buckets, conflictRate } = options;
  const started: { close(): Promise<void> }[] = [];
  const close = async () => {
    await Promise.all(started.map((server) => server.close()));
  };
  const keep = <T extends { close(): Promise<void> }>(server: T): T => {
    started.push(server);
    return server;
  };

  try {
    const dynamodb = keep(await startDynamoDb({ path: join(path, 'dynamodb'), port: dynamodbPort, conflictRate }));
    const kinesis = keep(await startKinesis({ path: join(path, 'kinesis'), port: kinesisPort }));
    const s3 = keep(await startS3({ path: join(path, 's3'), port: s3Port, buckets }));
    return { dynamodbUrl: dynamodb.url, kinesisUrl: kinesis.url, s3Url: s3.url, dynamodb, close };
  } catch (error) {
    await close();
    throw error;
  }
}
