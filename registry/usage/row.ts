import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import { fromRuns, type Histogram, merge, toRuns } from './histogram.ts';

/** What an hour of a graph ref is kept as: rows of two kinds. */
export type Kind = 'operation' | 'field';

/**
 * One line of what was counted. Of an operation: `[id, client name, client version]` and `[requests, errors]`.
 * Of a field: `[type, field]` and `[requests, observed, executions, errors]`.
 */
export interface Row {
  key: string[];
  counts: number[];
  latency: Histogram;
}

export const nameOf = (key: readonly string[]): string => key.join('\0');

/** Adds what `from` counts to `into`. */
export function addRow(into: Row, from: Row): void {
  into.counts = into.counts.map((count, at) => count + (from.counts[at] ?? 0));
  merge(into.latency, from.latency);
}

const pack = promisify(deflate);
const unpack = promisify(inflate);

/** Rows as an item keeps them: deflated JSON, some 40 to 100 bytes a row. */
export const packRows = (rows: readonly Row[]): Promise<Buffer> =>
  pack(JSON.stringify(rows.map(({ key, counts, latency }) => [...key, ...counts, ...toRuns(latency)])));

const counted = { operation: 2, field: 4 };
const named = { operation: 3, field: 2 };

/** What `packRows` has packed. */
export async function unpackRows(kind: Kind, packed: Uint8Array): Promise<Row[]> {
  const rows = JSON.parse((await unpack(packed)).toString()) as (string | number)[][];
  const [names, end] = [named[kind], named[kind] + counted[kind]];
  return rows.map((row) => ({
    key: row.slice(0, names) as string[],
    counts: row.slice(names, end) as number[],
    latency: fromRuns(row.slice(end) as number[]),
  }));
}
