import { createRequire } from 'node:module';

interface Levelup {
  open(): Promise<void>;
  close(): Promise<void>;
  del(key: string): Promise<void>;
  createReadStream(): AsyncIterable<{ key: string; value: { StreamStatus: string } }>;
}

const kinesalite = createRequire(createRequire(import.meta.url).resolve('kinesalite'));
const leveldown = kinesalite('leveldown') as (path: string) => object;
const levelup = kinesalite('levelup') as (store: object, done: (error?: Error) => void) => Levelup;
const sublevel = kinesalite('subleveldown') as (db: Levelup, prefix: string, options: object) => Levelup;

/**
 * Makes sure that the data under `path` can be opened, which kinesalite would only find out later, and drops the streams
 * that a kill caught half made or half deleted. Those hold no record, and would stay as they are for ever.
 */
export async function repair(path: string): Promise<void> {
  const db = await open(path);
  const streams = sublevel(db, 'meta', { valueEncoding: 'json' });
  for await (const { key, value } of streams.createReadStream()) {
    if (value.StreamStatus === 'CREATING' || value.StreamStatus === 'DELETING') await streams.del(key);
  }
  await db.close();
}

async function open(path: string): Promise<Levelup> {
  const opened = Promise.withResolvers<void>();
  const db = levelup(leveldown(path), (error) => (error ? opened.reject(error) : opened.resolve()));
  try {
    await opened.promise;
    return db;
  } catch (cause) {
    if (!String(cause).includes('lock')) throw cause;
    throw new Error(`Kinesis data in ${path} is in use by another process: stop it, or choose another path`, { cause });
  }
}
