import { setImmediate } from 'node:timers/promises';

const mib = 2 ** 20;

/** @returns what the heap holds when all that can be freed is freed, in MiB. */
export async function heapInUse(): Promise<number> {
  if (!globalThis.gc) throw new Error('The heap can be measured with `node --expose-gc` only.');
  // What waits for the event loop, such as the end of a connection, lets go of more.
  for (let round = 0; round < 4; round++) {
    globalThis.gc();
    await setImmediate();
  }
  return process.memoryUsage().heapUsed / mib;
}
