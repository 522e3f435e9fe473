import { type Answer, db, type Item, type Operation, type Request } from './dynalite.ts';
import { isFault, typeOf } from './fault.ts';
import { act, type Backend, getTable, options } from './store.ts';

/** A write of one item, its request already validated by dynalite. */
export interface Write {
  operation: 'PutItem' | 'UpdateItem' | 'DeleteItem';
  data: Request & { TableName: string };
}

/** Writes that are decided but not yet made, by LevelDB key. */
export type Staged = Map<string, Operation>;

/** The LevelDB key of the item that `write` is about; refuses a key that does not fit the table. */
export async function keyOf(backend: Backend, { operation, data }: Write): Promise<string> {
  const table = await getTable(backend, data.TableName);
  const item = (operation === 'PutItem' ? data.Item : data.Key) as Item;
  const invalid = operation === 'PutItem' ? db.validateItem(item, table) : db.validateKey(item, table);
  if (invalid) throw invalid;
  return `item-${data.TableName}~${db.createKey(item, table)}`;
}

/** The end of an index entry's key that tells it from the entries of other items; `key` is the item's LevelDB key. */
export const indexSuffix = (key: string): string => `/${key.slice(key.indexOf('~') + 1)}`;

/**
 * A backend that records the writes of one item in `staged` instead of making them. It needs no locks, because whoever
 * stages holds them already.
 *
 * dynalite ends the key of an index entry with 24 bits of a hash of the item's key: among 5,000 items under one index key
 * two probably share an entry, and one of them is lost. We append the item's whole key.
 */
export function stage(backend: Backend, itemKey: string, staged: Staged): Backend {
  const place = (key: string) => (key.startsWith('index-') ? key + indexSuffix(itemKey) : key);
  return {
    ...backend,
    get: async (key) => (staged.has(key) ? structuredClone(staged.get(key)?.value) : backend.get(key)),
    write: async (operations) => {
      for (const operation of operations) {
        const key = place(operation.key);
        staged.set(key, { ...operation, key });
      }
    },
    hold: (_keys, work) => work(),
  };
}

/** Runs `write` against a stage. Whoever calls holds the lock of `key`. */
export async function stageWrite(backend: Backend, write: Write, key: string, staged: Staged): Promise<Answer> {
  try {
    const answer = await act(write.operation, stage(backend, key, staged), write.data);
    if (itemBytes(staged.get(key)?.value as Item | undefined) > options.maxItemSize)
      throw db.validationError('Item size to update has exceeded the maximum allowed size');
    return answer;
  } catch (error) {
    const wanted = write.data.ReturnValuesOnConditionCheckFailure === 'ALL_OLD';
    if (wanted && isFault(error) && typeOf(error) === 'ConditionalCheckFailedException') {
      const Item = await backend.get(key);
      if (Item) error.body.Item = Item;
    }
    throw error;
  }
}

/** Writes one item and its index entries, all or nothing. */
export async function writeItem(backend: Backend, write: Write): Promise<Answer> {
  const key = await keyOf(backend, write);
  return backend.hold([key], async () => {
    const staged: Staged = new Map();
    const answer = await stageWrite(backend, write, key, staged);
    await backend.write([...staged.values()]);
    return answer;
  });
}

type WriteRequest = { PutRequest: { Item: Item } } | { DeleteRequest: { Key: Item } };

/** Writes up to 25 items, each on its own: a batch is no transaction. */
export async function batchWriteItem(backend: Backend, data: Request): Promise<Answer> {
  // dynalite checks the whole batch and makes the answer on a stage that is thrown away.
  const answer = await act('BatchWriteItem', stage(backend, '', new Map()), structuredClone(data));
  const requests = Object.entries(data.RequestItems as Record<string, WriteRequest[]>);
  const writes = requests.flatMap(([TableName, all]) =>
    all.map((request): Write => {
      if ('PutRequest' in request) return { operation: 'PutItem', data: { TableName, ...request.PutRequest } };
      return { operation: 'DeleteItem', data: { TableName, ...request.DeleteRequest } };
    }),
  );
  await Promise.all(writes.map((write) => writeItem(backend, write)));
  return answer;
}

/**
 * The size of an item as DynamoDB counts it, in UTF-8 bytes; dynalite counts UTF-16 units, a third for Korean.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function itemBytes(item: Item | undefined): number {
  if (!item) return 0;
  // Read as Latin-1, the UTF-8 form of a string has one unit a byte.
  return db.itemSize(JSON.parse(Buffer.from(JSON.stringify(item)).toString('latin1')));
}
