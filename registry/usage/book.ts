import { newId } from '@banyan/kit';
import { addRow, type Kind, nameOf, packRows, type Row } from './row.ts';
import type { Tally } from './tally.ts';

/** The bounds of what one hour of one graph ref can become, whatever its clients send. */
export interface BookLimits {
  /** Distinct operations; what comes after them is counted together, without a name. */
  operations: number;
  /** Pairs of operation and client; after them an operation's new clients are counted together, as those of no name. */
  clientRows: number;
  /** Distinct clients of one operation; the same of those after them. */
  clientsAnOperation: number;
  /** Distinct fields; those after them are not counted. */
  fields: number;
}

export const bookLimits: BookLimits = {
  operations: 10_000,
  clientRows: 20_000,
  clientsAnOperation: 50,
  fields: 20_000,
};

/** The id under which operations beyond the limit are counted, all together. */
export const unnamedOperation = '';
/** The client that stands for those beyond the limit. */
export const otherClients = ['(others)', ''] as const;

/** Rows that are written together: an item of at most 400 KB even if every row has every bucket (a test holds it to that). */
const rowsAChunk = 250;

/** A piece of a book as it is written. */
export interface Chunk {
  kind: Kind;
  number: number;
  rows: Uint8Array;
}

/**
 * All that this process has counted of one graph ref in one hour. It is the only one to write under its `writer`, and writes the
 * whole of each chunk that has changed: so a write can be repeated, and several processes never lose each other's counts.
 */
export function createBook(limits: BookLimits = bookLimits) {
  const sheets: Record<Kind, Map<string, { row: Row; chunk: number }>> = { operation: new Map(), field: new Map() };
  const changed: Record<Kind, Set<number>> = { operation: new Set(), field: new Set() };
  const clients = new Map<string, number>();

  function count(kind: Kind, row: Row) {
    const sheet = sheets[kind];
    const name = nameOf(row.key);
    const found = sheet.get(name);
    if (found) addRow(found.row, row);
    const chunk = found?.chunk ?? Math.floor(sheet.size / rowsAChunk);
    if (!found) sheet.set(name, { row: structuredClone(row), chunk });
    changed[kind].add(chunk);
  }

  /** Under which key an operation's client is counted: its own as long as there is room. */
  function placeOf(id: string, client: readonly [string, string]): string[] {
    const known = clients.get(id);
    if (known === undefined && clients.size >= limits.operations) return [unnamedOperation, '', ''];
    const key = [id, ...client];
    if (sheets.operation.has(nameOf(key))) return key;
    const room = sheets.operation.size < limits.clientRows && (known ?? 0) < limits.clientsAnOperation;
    clients.set(id, (known ?? 0) + 1);
    return room ? key : [id, ...otherClients];
  }

  return {
    writer: newId(),
    /** The ids of a tally's operations that have a row of their own here. */
    has: (id: string) => clients.has(id),

    add({ operations, fields }: Tally): void {
      for (const { id, clients: sent } of operations) {
        for (const { name, version, requests, errors, latency } of sent) {
          count('operation', { key: placeOf(id, [name, version]), counts: [requests, errors], latency });
        }
      }
      for (const { type, field, requests, observed, executions, errors, latency } of fields) {
        const key = [type, field];
        if (sheets.field.size >= limits.fields && !sheets.field.has(nameOf(key))) continue;
        count('field', { key, counts: [requests, observed, executions, errors], latency });
      }
    },

    /** What has changed since it was last taken. */
    takeChanges(): Promise<Chunk[]> {
      const kinds: Kind[] = ['operation', 'field'];
      const taken = kinds.flatMap((kind) => {
        const numbers = changed[kind];
        changed[kind] = new Set();
        const parts = new Map<number, Row[]>([...numbers].map((number) => [number, []]));
        if (numbers.size > 0) for (const { row, chunk } of sheets[kind].values()) parts.get(chunk)?.push(row);
        return [...parts].map(async ([number, rows]) => ({ kind, number, rows: await packRows(rows) }));
      });
      return Promise.all(taken);
    },
  };
}

export type Book = ReturnType<typeof createBook>;
