import { UserMistake } from '@banyan/kit';
import { isSame, keyOfOperation, limits, type PersistedOperation } from './operation.ts';

/** What became of the operations of a list, as Rover prints it; a publish removes none. */
export interface OperationCounts {
  added: number;
  /** There just so. */
  identical: number;
  /** Under another name or type than before. */
  updated: number;
  /** In the list, and not in the publish. */
  unaffected: number;
  removed: number;
}

export interface Upsert {
  operations: PersistedOperation[];
  counts: OperationCounts;
}

/** The body of an operation that is there would change: clients that know its id mean the old one. */
export interface BodyConflict {
  id: string;
  name: string;
}

/**
 * A list after a publish. What is there keeps its place and what is new comes last, so that only the last chunks change.
 * @param published operations as `checkOperations` answers them.
 * @throws UserMistake when the list would become too large.
 */
export function upsert(
  list: readonly PersistedOperation[],
  published: readonly PersistedOperation[],
): Upsert | { conflict: BodyConflict } {
  const operations = new Map(list.map((operation) => [keyOfOperation(operation), operation]));
  const counts = { added: 0, identical: 0, updated: 0, unaffected: 0, removed: 0 };
  for (const operation of published) {
    const key = keyOfOperation(operation);
    const present = operations.get(key);
    if (present && present.body !== operation.body) return { conflict: { id: operation.id, name: present.name } };
    counts[!present ? 'added' : isSame(present, operation) ? 'identical' : 'updated'] += 1;
    operations.set(key, operation);
  }
  counts.unaffected = list.length - counts.identical - counts.updated;
  const all = [...operations.values()];
  checkSize(all);
  return { operations: all, counts };
}

function checkSize(operations: readonly PersistedOperation[]): void {
  const bytes = operations.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0);
  if (operations.length <= limits.listed && bytes <= limits.listBytes) return;
  const mebibytes = limits.listBytes / 1024 / 1024;
  const message = `A list has at most ${limits.listed} operations and ${mebibytes} MiB. Remove old ones first.`;
  throw new UserMistake('BAD_USER_INPUT', 'operations', message);
}
