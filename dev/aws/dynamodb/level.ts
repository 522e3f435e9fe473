import { mkdir } from 'node:fs/promises';
import { createLevel, type Operation, type Range, type Table } from './dynalite.ts';

/** The part of LevelDB that we use (https://github.com/Level/abstract-level). */
export interface Level {
  open(): Promise<void>;
  close(): Promise<void>;
  get(key: string): Promise<unknown>;
  batch(operations: Operation[]): Promise<void>;
  clear(range: Range): Promise<void>;
  keys(range: Range): AsyncIterable<string>;
  values(range: Range): AsyncIterable<unknown>;
  iterator(range: Range): AsyncIterable<[string, unknown]>;
}

/** Opens the database under `path` (in memory without one), and ends what a kill interrupted. */
export async function openLevel(path: string | undefined): Promise<Level> {
  if (path) await mkdir(path, { recursive: true });
  const level = createLevel(path);
  try {
    await level.open();
  } catch (error) {
    const cause = (error as Error).cause as { code?: string } | undefined;
    if (cause?.code !== 'LEVEL_LOCKED') throw error;
    throw new Error(`DynamoDB data in ${path} is in use by another process: stop it, or choose another path`, {
      cause,
    });
  }
  await endInterrupted(level);
  return level;
}

/** All keys under `prefix~`: the character after `~` bounds them, whatever follows. */
export const under = (prefix: string): Range => ({ gte: `${prefix}~`, lt: `${prefix}\x7f` });

/** dynalite makes and deletes a table in two steps, the second by a timer that a kill loses. */
async function endInterrupted(level: Level): Promise<void> {
  for await (const [key, value] of level.iterator(under('table'))) {
    const table = value as Table;
    if (table.TableStatus === 'ACTIVE') continue;
    if (table.TableStatus === 'DELETING') {
      await level.clear(under(`item-${table.TableName}`));
      for (const type of ['local', 'global'])
        await level.clear({ gte: `index-${type}~${table.TableName}~`, lt: `index-${type}~${table.TableName}\x7f` });
      await level.batch([{ type: 'del', key }]);
    } else {
      table.TableStatus = 'ACTIVE';
      for (const index of table.GlobalSecondaryIndexes ?? []) index.IndexStatus = 'ACTIVE';
      await level.batch([{ type: 'put', key, value: table }]);
    }
  }
}
