/**
 * The parts of dynalite that we reuse: its validations and actions, one by one. Its own HTTP server and store are left
 * out: the server dies with a client that aborts, the store leaks an iterator a query and writes an item and its index
 * entries apart.
 */
import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import type { Level } from './level.ts';

const dynalite = createRequire(createRequire(import.meta.url).resolve('dynalite'));

export type AttributeValue = Record<string, unknown>;
export type Item = Record<string, AttributeValue>;
export type Request = Record<string, unknown>;
export type Answer = Record<string, unknown>;

export interface Table {
  TableName: string;
  TableStatus: string;
  KeySchema: { AttributeName: string }[];
  GlobalSecondaryIndexes?: { IndexName: string; IndexStatus: string }[];
  LocalSecondaryIndexes?: { IndexName: string }[];
}

export type Callback<T = unknown> = (error: unknown, value?: T) => void;
export type Release = <A extends unknown[]>(done: (...values: A) => void) => (...values: A) => void;

export interface Range {
  gt?: string;
  gte?: string;
  lt?: string;
  lte?: string;
  reverse?: boolean;
  limit?: number;
}

export interface Operation {
  type: 'put' | 'del';
  key: string;
  value?: unknown;
}

/** What dynalite calls a sub-database: the keys under one prefix. */
export interface Keyspace {
  get(key: string, callback: Callback): void;
  put(key: string, value: unknown, callback: Callback): void;
  del(key: string, callback: Callback): void;
  batch(operations: Operation[], callback: Callback): void;
  createKeyStream(range?: Range): Readable;
  createValueStream(range?: Range): Readable;
  lock(key: string, critical: (release: Release) => void): void;
}

/** What dynalite's actions expect of a store. */
export interface Store {
  options: { createTableMs: number; deleteTableMs: number; updateTableMs: number; maxItemSize: number };
  tableDb: Keyspace & { awsAccountId: string; awsRegion: string };
  getItemDb(table: string): Keyspace;
  deleteItemDb(table: string, callback: Callback): void;
  getIndexDb(type: string, table: string, index: string): Keyspace;
  deleteIndexDb(type: string, table: string, index: string, callback: Callback): void;
  getTagDb(table: string): Keyspace;
  deleteTagDb(table: string, callback: Callback): void;
  getTable(name: string, checkStatus: boolean | Callback<Table>, callback?: Callback<Table>): void;
}

export interface Types {
  [member: string]: unknown;
}

export interface Validation {
  types: Types;
  custom?: (data: Request, store: Pick<Store, 'options'>) => string | null | undefined;
}

interface Db {
  validationError(message: string): Error;
  validateItem(item: Item, table: Table): Error | null | undefined;
  validateKey(key: Item, table: Table): Error | null | undefined;
  validateKeyPaths(paths: unknown, table: Table): Error | null | undefined;
  createKey(item: Item, table: Table): string;
  itemSize(item: Item): number;
}

interface Validations {
  checkTypes(data: Request, types: Types): Request;
  checkValidations(data: Request, types: Types, custom: unknown, store: Pick<Store, 'options'>): void;
}

export type Action = (store: Store, data: Request, callback: Callback<Answer>) => void;

export const db = dynalite('./db') as Db;
export const { checkTypes, checkValidations } = dynalite('./validations') as Validations;
export const crc32 = dynalite('buffer-crc32') as { unsigned(text: string): number };

/** The validation of an operation, by its name in the API. */
export const validationOf = (operation: string): Validation => dynalite(`./validations/${fileName(operation)}`);

/** The action of an operation, by its name in the API. */
export const actionOf = (operation: string): Action => dynalite(`./actions/${fileName(operation)}`);

type Constructor = new (...values: unknown[]) => Level;

/** The LevelDB that dynalite came with: on disk under `path`, in memory without. */
export function createLevel(path: string | undefined): Level {
  const encoding = { valueEncoding: 'json' };
  if (!path) return new (dynalite('memory-level') as { MemoryLevel: Constructor }).MemoryLevel(encoding);
  return new (dynalite('level') as { Level: Constructor }).Level(path, encoding);
}

const fileName = (operation: string) => operation.charAt(0).toLowerCase() + operation.slice(1);
