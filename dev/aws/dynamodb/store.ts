import { Readable } from 'node:stream';
import type { Answer, Callback, Keyspace, Operation, Range, Request, Store, Table } from './dynalite.ts';
import { actionOf } from './dynalite.ts';
import { fault } from './fault.ts';
import { type Level, under } from './level.ts';
import type { Hold } from './locks.ts';

/** Where a store reads and writes: the database itself, or a stage before it. Keys are whole LevelDB keys. */
export interface Backend {
  get(key: string): Promise<unknown>;
  write(operations: Operation[]): Promise<void>;
  clear(range: Range): Promise<void>;
  keys(range: Range): AsyncIterable<string>;
  values(range: Range): AsyncIterable<unknown>;
  hold: Hold;
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html#limits-items */
export const options = { createTableMs: 0, deleteTableMs: 0, updateTableMs: 0, maxItemSize: 400 * 1024 };

/** A backend that reads and writes the database directly. */
export function direct(level: Level, hold: Hold): Backend {
  return {
    get: (key) => level.get(key),
    write: (operations) => level.batch(operations),
    clear: (range) => level.clear(range),
    keys: (range) => level.keys(range),
    values: (range) => level.values(range),
    hold,
  };
}

/** Runs one of dynalite's actions on a backend. */
export function act(operation: string, backend: Backend, data: Request): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const done: Callback<Answer> = (error, answer) => (error ? reject(error) : resolve(answer ?? {}));
    actionOf(operation)(createStore(backend, reject), data, done);
  });
}

/** The table of that name, if it is there and ready. */
export function getTable(backend: Backend, name: string): Promise<Table> {
  return new Promise((resolve, reject) => {
    createStore(backend, reject).getTable(name, (error, table) => (table ? resolve(table) : reject(error)));
  });
}

/** The store that dynalite's actions expect. What throws in one of their callbacks goes to `fail`, not to the process. */
function createStore(backend: Backend, fail: (error: unknown) => void): Store {
  const answer = (promise: Promise<unknown>, callback: Callback) => {
    promise.then((value) => callback(null, value), callback).catch(fail);
  };
  const keyspace = (name: string) => createKeyspace(backend, name, answer, fail);
  const tableDb = Object.assign(keyspace('table'), { awsAccountId: '000000000000', awsRegion: 'us-east-1' });
  const nameOfIndex = (type: string, table: string, index: string) => `index-${type.toLowerCase()}~${table}~${index}`;

  return {
    options,
    tableDb,
    getItemDb: (table) => keyspace(`item-${table}`),
    deleteItemDb: (table, callback) => answer(backend.clear(under(`item-${table}`)), callback),
    getIndexDb: (type, table, index) => keyspace(nameOfIndex(type, table, index)),
    deleteIndexDb: (type, table, index, callback) =>
      answer(backend.clear(under(nameOfIndex(type, table, index))), callback),
    getTagDb: (table) => keyspace(`tag-${table}`),
    deleteTagDb: (table, callback) => answer(backend.clear(under(`tag-${table}`)), callback),
    // dynalite leaves out `checkStatus` where a table that is not ready counts as missing.
    getTable: (name, checkStatus, callback) => {
      const reply = (typeof checkStatus === 'function' ? checkStatus : callback) as Callback<Table>;
      tableDb.get(name, (error, value) => {
        const table = value as Table | undefined;
        const ready = table && !['CREATING', 'DELETING'].includes(table.TableStatus);
        if (error || (table && (ready || !checkStatus))) return reply(error, table);
        const suffix = checkStatus ? '' : `: Table: ${name} not found`;
        const missing = fault('ResourceNotFoundException', `Requested resource not found${suffix}`);
        reply(Object.assign(missing, { name: 'NotFoundError' }));
      });
    },
  };
}

function createKeyspace(
  backend: Backend,
  name: string,
  answer: (promise: Promise<unknown>, callback: Callback) => void,
  fail: (error: unknown) => void,
): Keyspace {
  const prefix = `${name}~`;
  const bounds = (range: Range = {}): Range => ({
    ...range,
    ...(range.gt ? { gt: prefix + range.gt } : { gte: prefix + (range.gte ?? '') }),
    ...(range.lte ? { lte: prefix + range.lte } : { lt: range.lt ? prefix + range.lt : under(name).lt }),
  });

  return {
    get: (key, callback) => answer(backend.get(prefix + key), callback),
    put: (key, value, callback) => answer(backend.write([{ type: 'put', key: prefix + key, value }]), callback),
    del: (key, callback) => answer(backend.write([{ type: 'del', key: prefix + key }]), callback),
    batch: (operations, callback) =>
      answer(backend.write(operations.map((operation) => ({ ...operation, key: prefix + operation.key }))), callback),
    createKeyStream: (range) => Readable.from(withoutPrefix(backend.keys(bounds(range)), prefix)),
    createValueStream: (range) => Readable.from(backend.values(bounds(range))),
    lock: (key, critical) => {
      const held = backend.hold([prefix + key], async () => {
        const work = Promise.withResolvers<void>();
        critical((done) => (...values) => {
          work.resolve();
          done(...values);
        });
        await work.promise;
      });
      held.catch(fail);
    },
  };
}

async function* withoutPrefix(keys: AsyncIterable<string>, prefix: string) {
  for await (const key of keys) yield key.slice(prefix.length);
}
