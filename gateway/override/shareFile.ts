import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Logger, StartError } from '@banyan/kit';
import { watchFiles } from '@banyan/kit/composition';
import { z } from 'zod';
import type { OverrideShares } from './shares.ts';

const shape = z.record(z.string(), z.number());

/**
 * Sets the shares of named labels from a JSON file such as `{ "photo-move": 25 }`, now and whenever it changes; a label that is not
 * in it any more falls to 0. A change that cannot be used is logged and changes nothing, and neither does a file that is gone: nobody
 * is moved because somebody mistyped.
 * @returns what ends the watch.
 * @throws StartError naming the problem, when the file cannot be used at the start.
 */
export async function watchShares(path: string, shares: OverrideShares, log: Logger): Promise<() => Promise<void>> {
  const file = resolve(path);

  async function update(): Promise<void> {
    const before = textOf(shares);
    await setFrom(file, shares);
    const after = textOf(shares);
    if (after !== before) log.info(`the shares of overrides are ${after} now`);
  }

  // One after the other: what was read earlier must not be set last.
  let reading = Promise.resolve();
  const watcher = watchFiles(() => {
    reading = reading
      .then(update)
      .catch((error) => log.error(`the shares of overrides stay as they are. ${problemOf(file, error)}`));
  });
  try {
    // Watched before it is read, for a change in between not to be missed.
    watcher.follow([file]);
    await setFrom(file, shares);
  } catch (error) {
    watcher.close();
    throw new StartError(problemOf(file, error));
  }
  return async () => {
    watcher.close();
    await reading;
  };
}

async function setFrom(file: string, shares: OverrideShares): Promise<void> {
  shares.setAll(new Map(Object.entries(shape.parse(JSON.parse(await readFile(file, 'utf8'))))));
}

function problemOf(file: string, error: unknown): string {
  const words = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
  return `The shares of overrides (OVERRIDE_SHARES) in ${file} cannot be used: ${words}`;
}

const textOf = (shares: OverrideShares): string => JSON.stringify(Object.fromEntries(shares.list()));
