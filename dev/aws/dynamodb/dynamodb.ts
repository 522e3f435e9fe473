import { createServer } from 'node:http';
import { listen, stopListening } from '../listen.ts';
import { createHandler } from './http.ts';
import { openLevel } from './level.ts';
import { createLocks } from './locks.ts';
import { createOperations } from './operations.ts';
import { direct } from './store.ts';
import { forget } from './tokens.ts';
import { deleteExpired } from './ttl.ts';

export interface DynamoDbOptions {
  /** Where the data lives; in memory when absent. */
  path?: string;
  port: number;
  /** The share of TransactWriteItems that is refused with TransactionConflict, from 0 to 1. */
  conflictRate?: number;
}

export interface DynamoDb {
  url: string;
  /** As in the options; may be changed at any time. */
  conflictRate: number;
  /** Deletes expired items and forgotten tokens now, instead of at the next minute. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

const MINUTE = 60_000;

/** Starts a server that answers as Amazon DynamoDB does, on dynalite's actions and one LevelDB. */
export async function startDynamoDb({ path, port, conflictRate = 0 }: DynamoDbOptions): Promise<DynamoDb> {
  const level = await openLevel(path);
  const backend = direct(level, createLocks());
  const operations = createOperations(() => dynamodb.conflictRate);
  const server = createServer(createHandler((operation, body) => operations.get(operation)?.(backend, body)));
  const stopped = new AbortController();

  const dynamodb: DynamoDb = {
    url: '',
    conflictRate,
    async sweep() {
      await forget(backend, Date.now());
      await deleteExpired(level, backend, Date.now(), stopped.signal);
    },
    async close() {
      clearInterval(sweeper);
      stopped.abort();
      await Promise.all([stopListening(server), sweeping]);
      await level.close();
    },
  };

  let sweeping = Promise.resolve();
  const sweeper = setInterval(() => {
    sweeping = sweeping.then(dynamodb.sweep).catch((error) => console.error(error));
  }, MINUTE).unref();

  try {
    dynamodb.url = await listen(server, 'DynamoDB', port);
    return dynamodb;
  } catch (error) {
    clearInterval(sweeper);
    await level.close();
    throw error;
  }
}
