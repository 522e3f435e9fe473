import { createHash } from 'node:crypto';
import { BadReport } from './badReport.ts';
import type { OperationTally } from './tally.ts';

const longestName = 128;

export const clipName = (name: string): string => name.slice(0, longestName);

const idOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/**
 * What the key of an operation in a report says: `# name\nsignature`, with `-` for no name; `## what\n` for what could not be
 * executed. @throws BadReport for a key that is none.
 */
export function describeKey(key: string): Omit<OperationTally, 'clients'> {
  const end = key.indexOf('\n');
  const first = end < 0 ? key : key.slice(0, end);
  const signature = end < 0 ? '' : key.slice(end + 1);
  const id = idOf(key);
  if (first.startsWith('## ')) return { id, name: clipName(first.slice(3)) };
  if (!first.startsWith('# ') || !signature) throw new BadReport('an operation has a key that is none');
  const name = clipName(first.slice(2));
  return { id, ...(name !== '-' && { name }), signature };
}

/** Whether something without a text had none from the start, because it could not be executed. */
export const wasNeverExecuted = (id: string, name: string | undefined): boolean =>
  name !== undefined && id === idOf(`## ${name}\n`);
