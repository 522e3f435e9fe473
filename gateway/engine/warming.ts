import { setImmediate } from 'node:timers/promises';
import { validate } from 'graphql';
import type { KnownOperation, Preparer } from './prepare.ts';

/** How far a new supergraph is warmed before it takes over. */
export interface Warming {
  operations: number;
  milliseconds: number;
}

export const defaultWarming: Warming = { operations: 200, milliseconds: 5_000 };

/**
 * Prepares operations, one at a time between other work. Those that the new supergraph does not know, or whose authorisation would
 * have to be decided again, are left for when they come.
 * @returns how many were prepared
 */
export async function warm(
  preparer: Preparer,
  operations: readonly KnownOperation[],
  milliseconds: number,
  isObsolete: () => boolean,
): Promise<number> {
  const end = performance.now() + milliseconds;
  let count = 0;
  for (const { document, options } of operations) {
    await setImmediate();
    if (isObsolete() || performance.now() > end) break;
    if (options.planned !== undefined || validate(preparer.supergraph.apiSchema, document).length > 0) continue;
    try {
      preparer.prepare(document, options).uses = 0;
      count++;
    } catch {
      // It fails again when somebody asks for it, and then says so to them.
    }
  }
  return count;
}
