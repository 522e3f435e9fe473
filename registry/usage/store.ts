import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import {
  batchGet,
  batchPut,
  createDocumentClient,
  expiryIn,
  type Item,
  type Key,
  queryPartition,
  type TransactItem,
  transact,
} from '@banyan/kit';
import type { Chunk } from './book.ts';
import { dayOf, hourMs, hourOf, hourOfDay } from './hour.ts';
import { type Kind, type Row, unpackRows } from './row.ts';

const dayMs = 24 * hourMs;
/** How long a report is remembered: for longer than its sender tries again. */
const reportKeptMs = hourMs;
/** The most that a transaction takes is 100 actions and 4 MB. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const actionsATransaction = 100;
const bytesATransaction = 3_500_000;
const itemsAPage = 50;

/** An operation as it was first seen; the text is kept once for a graph ref. */
export interface OperationDocument {
  id: string;
  name?: string;
  signature?: string;
}

interface ChunkItem extends Item {
  rows: Uint8Array;
}

const partOf = (graphRef: string, kind: Kind, time: number) => `USE#${graphRef}#${kind}#${dayOf(time)}`;
const operationKey = (graphRef: string, id: string): Key => ({ pk: `OPERATION#${graphRef}#${id}`, sk: 'OPERATION' });
const reportKey = (hash: string): Key => ({ pk: `REPORT#${hash}`, sk: 'REPORT' });

const pack = promisify(deflate);
const unpack = promisify(inflate);

/**
 * The table of usage, and every access to it. Everything in it expires.
 *
 * | pk | sk | what |
 * |---|---|---|
 * | `USE#graph@variant#kind#day` | `hour#writer#chunk` | rows that one process has counted in this hour; kind is `operation` or `field` |
 * | `OPERATION#graph@variant#id` | `OPERATION` | the name and signature of an operation |
 * | `REPORT#hash` | `REPORT` | a report that is counted: the same again is not |
 */
export function createStore(table: string, retentionDays = 90) {
  const client = createDocumentClient();
  const retentionMs = retentionDays * dayMs;
  const put = (item: Item): TransactItem => ({ Put: { TableName: table, Item: item } });

  return {
    client,
    table,

    /** Those of some reports that are counted already. */
    async counted(hashes: readonly string[]): Promise<Set<string>> {
      const found = await batchGet<Item>(client, table, hashes.map(reportKey));
      return new Set(hashes.filter((_, at) => found[at]));
    },

    /**
     * Writes chunks and that these reports are counted in them, all or nothing. (What does not fit into one transaction is
     * written before it; a process that is killed just then has counted a part of what it will be sent again.)
     * @throws ConditionFailed with the places of reports that are counted already: then nothing is.
     */
    async commit(graphRef: string, hour: number, writer: string, chunks: readonly Chunk[], hashes: readonly string[]) {
      const expiresAt = Math.ceil((hour + hourMs + retentionMs) / 1_000);
      const items = chunks.map(({ kind, number, rows }) => {
        const sk = `${hourOfDay(hour)}#${writer}#${String(number).padStart(3, '0')}`;
        return { pk: partOf(graphRef, kind, hour), sk, rows, expiresAt };
      });
      let bytes = 0;
      const fits = items.findIndex(({ rows }, at) => {
        bytes += rows.length;
        return at + hashes.length >= actionsATransaction || bytes > bytesATransaction;
      });
      const [within, before] = fits < 0 ? [items, []] : [items.slice(0, fits), items.slice(fits)];
      await batchPut(client, table, before);
      const now = Math.floor(Date.now() / 1_000);
      const marks = hashes.map((hash) => ({
        Put: {
          TableName: table,
          Item: { ...reportKey(hash), expiresAt: expiryIn(reportKeptMs) },
          // An expired mark may still be there for days.
          ConditionExpression: 'attribute_not_exists(pk) OR expiresAt < :now',
          ExpressionAttributeValues: { ':now': now },
        },
      }));
      await transact(client, [...marks, ...within.map(put)]);
    },

    /** Keeps what operations are, for as long as anything that is counted now. */
    async putOperations(graphRef: string, operations: readonly OperationDocument[]): Promise<void> {
      const items = operations.map(async ({ id, name, signature }) => ({
        ...operationKey(graphRef, id),
        name,
        signature: signature && (await pack(signature)),
        expiresAt: expiryIn(retentionMs + 2 * dayMs),
      }));
      await batchPut(client, table, await Promise.all(items));
    },

    /** What operations are, in the order of their ids. */
    async operations(graphRef: string, ids: readonly string[]): Promise<(OperationDocument | undefined)[]> {
      type Found = Item & { name?: string; signature?: Uint8Array };
      const found = await batchGet<Found>(
        client,
        table,
        ids.map((id) => operationKey(graphRef, id)),
      );
      const described = found.map(async (item, at): Promise<OperationDocument | undefined> => {
        if (!item) return undefined;
        const signature = item.signature && (await unpack(item.signature)).toString();
        return { id: ids[at] ?? '', name: item.name, signature };
      });
      return Promise.all(described);
    },

    /** Every row of one day's hours from `fromMs` to before `toMs`, with its hour, as each process has counted it: to be added up. */
    async *rows(
      graphRef: string,
      kind: Kind,
      fromMs: number,
      toMs: number,
    ): AsyncGenerator<{ hour: number; row: Row }> {
      const day = Math.floor(fromMs / dayMs) * dayMs;
      const pk = partOf(graphRef, kind, day);
      let after = hourOfDay(fromMs);
      for (let full = true; full; ) {
        const query = { pk, prefix: '', after, limit: itemsAPage, consistent: true };
        const items = await queryPartition<ChunkItem>(client, table, query);
        full = items.length === itemsAPage;
        for (const { sk, rows } of items) {
          const hour = day + Number(sk.slice(0, 2)) * hourMs;
          if (hour >= toMs) return;
          for (const row of await unpackRows(kind, rows)) yield { hour, row };
          after = sk;
        }
      }
    },

    /** The parts of a window that `rows` takes: whole hours, each within one day, none of what has expired or is yet to come. */
    partsOf(fromMs: number, toMs: number): [fromMs: number, toMs: number][] {
      const start = Math.max(hourOf(fromMs), hourOf(Date.now() - retentionMs));
      const end = Math.min(toMs, hourOf(Date.now()) + 2 * hourMs);
      const parts: [number, number][] = [];
      for (let from = start; from < end; from = Math.floor(from / dayMs) * dayMs + dayMs) parts.push([from, end]);
      return parts;
    },
  };
}

export type Store = ReturnType<typeof createStore>;
