import { ConditionFailed, inRequest, type Logger, newTraceId } from '@banyan/kit';
import { LRUCache } from 'lru-cache';
import { type Book, type BookLimits, bookLimits, createBook } from './book.ts';
import { dayOf, hourMs, hourOfReport } from './hour.ts';
import type { Store } from './store.ts';
import type { OperationTally, Tally } from './tally.ts';

export interface WriterOptions {
  /** How long reports wait for others to be written together with them. */
  gatherMs: number;
  /** How long a write may take before its reports are refused, to be sent again. */
  deadlineMs: number;
  limits: BookLimits;
}

export const writerOptions: WriterOptions = { gatherMs: 200, deadlineMs: 10_000, limits: bookLimits };

/** A report cannot be taken now, but may be sent again. */
export class UsageBusy extends Error {
  constructor(cause?: unknown) {
    super('the usage cannot be written now', { cause });
  }
}

interface Report {
  hash: string;
  tally: Tally;
  done: PromiseWithResolvers<void>;
}

/** One hour of one graph ref. */
interface Lane {
  graphRef: string;
  hour: number;
  book: Book;
  waiting: Report[];
  writing?: Promise<void>;
}

/** Reports that are written together; with the chunks that they change they make one transaction. */
const reportsAWrite = 60;
/** What may wait to be written: reports, and operations and fields that they tell of, some 500 bytes each. */
const reportsWaiting = 1_000;
const linesWaiting = 500_000;
const lanesKept = 32;
/** How long after its end an hour's book is closed. A report that comes later starts a new one. */
const lateMs = 15 * 60_000;
const documentsKnown = 100_000;
/** In bytes of UTF-8: a longer one is counted without its text. */
const longestSignature = 256 * 1024;

/**
 * Counts reports. Those of one graph ref and hour that come at about the same time are written together, and each is answered
 * when it is written: so what was answered outlives the process, and what was not may be sent again and is counted once.
 */
export function createUsageWriter(store: Store, log: Logger, options: Partial<WriterOptions> = {}) {
  const { gatherMs, deadlineMs, limits } = { ...writerOptions, ...options };
  const lanes = new Map<string, Lane>();
  const known = new LRUCache<string, true>({ max: documentsKnown });
  const inHand = new Map<string, Report>();
  const timers = new Map<Lane, NodeJS.Timeout>();
  let lines = 0;
  let stopped = false;

  function laneOf(graphRef: string, hour: number): Lane {
    const name = `${graphRef}\0${hour}`;
    const lane = lanes.get(name) ?? { graphRef, hour, book: createBook(limits), waiting: [] };
    // The last used is the last in the map.
    lanes.delete(name);
    lanes.set(name, lane);
    for (const [other, { hour: itsHour, waiting, writing }] of lanes) {
      const over = itsHour + hourMs + lateMs < Date.now() || lanes.size > lanesKept;
      if (over && other !== name && waiting.length === 0 && !writing) lanes.delete(other);
    }
    return lane;
  }

  function schedule(lane: Lane) {
    if (lane.writing || timers.has(lane) || lane.waiting.length === 0) return;
    const ms = stopped || lane.waiting.length >= reportsAWrite ? 0 : gatherMs;
    timers.set(
      lane,
      setTimeout(() => {
        timers.delete(lane);
        start(lane);
      }, ms),
    );
  }

  function start(lane: Lane) {
    if (lane.writing || lane.waiting.length === 0) return;
    const reports = lane.waiting.splice(0, reportsAWrite);
    // A write belongs to no one request, whichever has started its timer.
    const scope = { correlationId: newTraceId(), deadline: Date.now() + deadlineMs };
    lane.writing = inRequest(scope, () => write(lane, reports)).finally(() => {
      lane.writing = undefined;
      schedule(lane);
    });
  }

  async function write(lane: Lane, reports: Report[]): Promise<void> {
    let left = reports;
    const settle = (report: Report, error?: Error) => {
      inHand.delete(report.hash);
      lines -= linesOf(report.tally);
      if (error) report.done.reject(error);
      else report.done.resolve();
    };
    try {
      const counted = await store.counted(left.map(({ hash }) => hash));
      for (const report of left) if (counted.has(report.hash)) settle(report);
      left = left.filter(({ hash }) => !counted.has(hash));
      while (left.length > 0) {
        const duplicates = await attempt(lane, left);
        for (const [at, report] of left.entries()) if (!duplicates || duplicates.has(at)) settle(report);
        left = duplicates ? left.filter((_, at) => !duplicates.has(at)) : [];
      }
    } catch (error) {
      log.warn({ err: error, graphRef: lane.graphRef, reports: left.length }, 'usage could not be written');
      for (const report of left) settle(report, new UsageBusy(error));
    }
  }

  /** @returns the places of reports that another process has counted meanwhile, when nothing is written because of them. */
  async function attempt(lane: Lane, reports: readonly Report[]): Promise<Set<number> | undefined> {
    const { graphRef, hour } = lane;
    try {
      for (const { tally } of reports) lane.book.add(tally);
      await keepDocuments(lane, reports);
      const chunks = await lane.book.takeChanges();
      const hashes = reports.map(({ hash }) => hash);
      await store.commit(graphRef, hour, lane.book.writer, chunks, hashes);
      return undefined;
    } catch (error) {
      // Nobody knows what of this book is written (a time-out may come after the write), so it is never written again.
      lane.book = createBook(limits);
      if (error instanceof ConditionFailed) return new Set(error.failed);
      throw error;
    }
  }

  /** What operations are is written before their counts, again each day so that it lives as long as they do. */
  async function keepDocuments({ graphRef, book }: Lane, reports: readonly Report[]): Promise<void> {
    const nameOf = ({ id }: OperationTally) => `${graphRef}\0${id}\0${dayOf(Date.now())}`;
    const sent = reports.flatMap(({ tally }) => tally.operations);
    const fresh = sent.filter((operation) => book.has(operation.id) && !known.has(nameOf(operation)));
    const distinct = [...new Map(fresh.map((operation) => [operation.id, operation])).values()];
    await store.putOperations(graphRef, distinct.map(withinLimit));
    for (const operation of distinct) known.set(nameOf(operation), true);
  }

  return {
    /**
     * Counts a report, and ends when that is written.
     * @param hash of the report as it came: the same again within the hour is not counted again.
     * @throws UsageBusy when it is not; the report may be sent again.
     */
    async add(hash: string, tally: Tally): Promise<void> {
      const same = inHand.get(hash);
      if (same) return same.done.promise;
      const more = linesOf(tally);
      if (more === 0) return;
      if (stopped || inHand.size >= reportsWaiting || lines + more > linesWaiting) throw new UsageBusy();
      lines += more;
      const report = { hash, tally, done: Promise.withResolvers<void>() };
      inHand.set(hash, report);
      const lane = laneOf(tally.graphRef, hourOfReport(tally.endedAt, Date.now()));
      lane.waiting.push(report);
      if (lane.waiting.length >= reportsAWrite) clearTimer(lane);
      schedule(lane);
      return report.done.promise;
    },

    /** Takes no more, and ends when what it had taken is written or refused. */
    async stop(): Promise<void> {
      stopped = true;
      for (const lane of lanes.values()) {
        clearTimer(lane);
        schedule(lane);
      }
      await Promise.allSettled([...inHand.values()].map(({ done }) => done.promise));
    },
  };

  function clearTimer(lane: Lane) {
    clearTimeout(timers.get(lane));
    timers.delete(lane);
  }
}

export type UsageWriter = ReturnType<typeof createUsageWriter>;

const linesOf = ({ operations, fields }: Tally): number => operations.length + fields.length;

function withinLimit({ id, name, signature }: OperationTally) {
  const kept = signature && Buffer.byteLength(signature) <= longestSignature ? signature : undefined;
  return { id, name, signature: kept };
}
