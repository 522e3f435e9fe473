import { chunks } from '@banyan/kit';
import type { SentOperation } from '../checks/operations/sentOperation.ts';
import { otherClients, unnamedOperation } from './book.ts';
import { emptyHistogram, type Histogram, type Latency, latencyOf, merge } from './histogram.ts';
import { wasNeverExecuted } from './operationKey.ts';
import { addRow, type Kind, nameOf, type Row } from './row.ts';
import type { Store } from './store.ts';

/** The use of a field in a window. */
export interface FieldUse extends Latency {
  parentType: string;
  field: string;
  /** Requests whose operation names the field, whether it was executed or not. */
  requests: number;
  /** How often it was executed, as estimated from the requests that were traced. */
  executions: number;
  /** Errors of the executions that were traced. */
  errors: number;
}

export interface RequestFigures extends Latency {
  requests: number;
  /** Requests that were answered with an error or more. */
  errors: number;
}

export interface ClientFigures extends RequestFigures {
  name: string;
  version: string;
}

export interface OperationFigures extends RequestFigures {
  /** Empty for all those together that came after the hour's limit of distinct operations. */
  id: string;
  /** Absent for an anonymous operation; `GraphQLParseFailure` and the like for what could not be executed. */
  name?: string;
  /** Absent for what could not be executed, and for more text than is kept. */
  signature?: string;
  /** The most requests first. */
  clients: ClientFigures[];
}

export interface HourFigures extends RequestFigures {
  /** Its start: ISO 8601, UTC. */
  hour: string;
}

const daysAtOnce = 4;

/**
 * What was counted, as people and checks ask for it. Windows are cut at whole hours: the hour that `fromMs` lies in counts from
 * its start, the one before `toMs` to its end. Times are milliseconds since the epoch.
 */
export function createUsageReader(store: Store) {
  async function each(
    graphRef: string,
    kind: Kind,
    fromMs: number,
    toMs: number,
    see: (row: Row, hour: number) => void,
  ) {
    for (const days of chunks(store.partsOf(fromMs, toMs), daysAtOnce)) {
      const read = async ([from, to]: [number, number]) => {
        for await (const { row, hour } of store.rows(graphRef, kind, from, to)) see(row, hour);
      };
      await Promise.all(days.map(read));
    }
  }

  async function sum(graphRef: string, kind: Kind, fromMs: number, toMs: number, wanted?: (row: Row) => boolean) {
    const rows = new Map<string, Row>();
    await each(graphRef, kind, fromMs, toMs, (row) => {
      if (wanted && !wanted(row)) return;
      const name = nameOf(row.key);
      const found = rows.get(name);
      if (found) addRow(found, row);
      else rows.set(name, row);
    });
    return [...rows.values()];
  }

  async function operationRows(graphRef: string, fromMs: number, toMs: number) {
    const rows = Map.groupBy(await sum(graphRef, 'operation', fromMs, toMs), ({ key }) => key[0] ?? '');
    const ids = [...rows.keys()];
    const described = await store.operations(graphRef, ids);
    return ids.map((id, at) => ({ id, described: described[at], rows: rows.get(id) ?? [] }));
  }

  return {
    /**
     * The operations that clients have sent, with how often each client did. Without a signature are those whose text is not
     * kept: one that is too long, and, together as one, all that came after the hour's limit. What could not be executed is left out.
     */
    async operationsIn(graphRef: string, fromMs: number, toMs: number): Promise<SentOperation[]> {
      const found = await operationRows(graphRef, fromMs, toMs);
      return found.flatMap(({ id, described, rows }) => {
        const { name, signature } = described ?? {};
        if (!signature && wasNeverExecuted(id, name)) return [];
        const clients = rows.map(({ key: [, client = '', version = ''], counts: [count = 0] }) => {
          // Nobody sent all of them: they must not pass for the client without a name.
          return { name: id === unnamedOperation ? otherClients[0] : client, version, count };
        });
        return [{ id, ...(name !== undefined && { name }), ...(signature && { signature }), clients }];
      });
    },

    /** The figures of every operation, the most requests first. */
    async operationStats(graphRef: string, fromMs: number, toMs: number): Promise<OperationFigures[]> {
      const found = await operationRows(graphRef, fromMs, toMs);
      const figures = found.map(({ id, described, rows }): OperationFigures => {
        const clients = rows.map((row) => {
          const [, name = '', version = ''] = row.key;
          return { name, version, ...figuresOf([row]) };
        });
        const { name, signature } = described ?? {};
        return { id, name, signature, ...figuresOf(rows), clients: clients.sort(mostFirst) };
      });
      return figures.sort(mostFirst);
    },

    /** The figures of each hour that has any, in order: of one operation, or of all. */
    async hours(graphRef: string, fromMs: number, toMs: number, operationId?: string): Promise<HourFigures[]> {
      const rows = new Map<number, Row[]>();
      await each(graphRef, 'operation', fromMs, toMs, (row, hour) => {
        if (operationId === undefined || row.key[0] === operationId) rows.set(hour, [...(rows.get(hour) ?? []), row]);
      });
      const hours = [...rows.keys()].sort((a, b) => a - b);
      return hours.map((hour) => ({ hour: new Date(hour).toISOString(), ...figuresOf(rows.get(hour) ?? []) }));
    },

    /**
     * The use of fields, in the order of their coordinates.
     * @param coordinates only of these, each as `Type.field`; of all when absent.
     */
    async fieldUse(
      graphRef: string,
      fromMs: number,
      toMs: number,
      coordinates?: readonly string[],
    ): Promise<FieldUse[]> {
      const asked = coordinates && new Set(coordinates);
      const wanted = asked && ((row: Row) => asked.has(row.key.join('.')));
      const rows = await sum(graphRef, 'field', fromMs, toMs, wanted);
      const uses = rows.map(({ key, counts, latency }): FieldUse => {
        const [parentType = '', field = ''] = key;
        const [requests = 0, , executions = 0, errors = 0] = counts;
        return { parentType, field, requests, executions, errors, ...latencyOf(latency) };
      });
      const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
      return uses.sort((a, b) => order(a.parentType, b.parentType) || order(a.field, b.field));
    },
  };
}

export type UsageReader = ReturnType<typeof createUsageReader>;

const mostFirst = (a: RequestFigures, b: RequestFigures) => b.requests - a.requests;

function figuresOf(rows: readonly Row[]): RequestFigures {
  const latency: Histogram = emptyHistogram();
  for (const row of rows) merge(latency, row.latency);
  const count = (at: number) => rows.reduce((all, { counts }) => all + (counts[at] ?? 0), 0);
  return { requests: count(0), errors: count(1), ...latencyOf(latency) };
}
