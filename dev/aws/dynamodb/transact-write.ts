import { type AttributeValue, db, type Item, type Request } from './dynalite.ts';
import { type Fault, fault, isFault, typeOf } from './fault.ts';
import type { Backend } from './store.ts';
import { remember, wasDone } from './tokens.ts';
import { parseExpressions, transactionTypes, validateAs } from './validate.ts';
import { itemBytes, keyOf, type Staged, stageWrite, type Write } from './write.ts';

const conditional = [
  'TableName',
  'ConditionExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'ReturnValuesOnConditionCheckFailure',
];

type Kind = 'ConditionCheck' | 'Put' | 'Delete' | 'Update';

// A check is a delete whose writes are thrown away.
const actions: Record<Kind, { operation: Write['operation']; members: string[]; needs?: string }> = {
  ConditionCheck: { operation: 'DeleteItem', members: ['Key', ...conditional], needs: 'ConditionExpression' },
  Put: { operation: 'PutItem', members: ['Item', ...conditional] },
  Delete: { operation: 'DeleteItem', members: ['Key', ...conditional] },
  Update: { operation: 'UpdateItem', members: ['Key', 'UpdateExpression', ...conditional], needs: 'UpdateExpression' },
};

const types = transactionTypes(actions);

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CancellationReason.html */
interface Reason {
  Code: 'None' | 'ConditionalCheckFailed' | 'TransactionConflict' | 'ValidationError';
  Message?: string;
  Item?: Record<string, AttributeValue>;
}

interface TransactWrite extends Write {
  isCheck: boolean;
}

const MAX_BYTES = 4 * 1024 * 1024;

/**
 * Writes up to 100 items, all or nothing, as one LevelDB batch.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
 *
 * Transactions on the same items queue; `conflictRate` is the share that is refused as though they had met.
 */
export async function transactWriteItems(backend: Backend, body: Request, conflictRate: number) {
  const asked = JSON.stringify(body.TransactItems);
  const data = validateAs(types, body);
  const token = data.ClientRequestToken as string | undefined;
  const writes = (data.TransactItems as Record<string, Write['data']>[]).map(toWrite);

  const keys = await forEach(writes, (write) => keyOf(backend, write));
  if (new Set(keys).size < keys.length)
    throw db.validationError('Transaction request cannot include multiple operations on one item');

  return backend.hold(token ? [...keys, `token~${token}`] : keys, async () => {
    if (token && (await wasDone(backend, token, asked, Date.now()))) return {};
    if (Math.random() < conflictRate) throw conflict(writes.length);

    const staged: Staged = new Map();
    await forEach(writes, (write, at) =>
      stageWrite(backend, write, keys[at] as string, write.isCheck ? new Map() : staged),
    );
    await checkSize(backend, keys, staged);
    const operations = [...staged.values()];
    if (token) operations.push(remember(token, asked, Date.now()));
    await backend.write(operations);
    return {};
  });
}

function toWrite(action: Record<string, Write['data']>): TransactWrite {
  const [kind, ...others] = Object.keys(action) as Kind[];
  const data = kind && action[kind];
  if (!data || others.length)
    throw db.validationError('TransactItems can only contain one of Check, Put, Update or Delete');
  const { operation } = actions[kind];
  parseExpressions(operation, data);
  return { operation, data, isCheck: kind === 'ConditionCheck' };
}

/** Runs every action, also those after one that failed: each has its reason in the answer. */
async function forEach<T>(
  writes: TransactWrite[],
  run: (write: TransactWrite, at: number) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  const reasons: Reason[] = [];
  for (const [at, write] of writes.entries()) {
    try {
      results.push(await run(write, at));
      reasons.push({ Code: 'None' });
    } catch (error) {
      reasons.push(reasonOf(error));
    }
  }
  if (reasons.some(({ Code }) => Code !== 'None')) throw cancelled(reasons);
  return results;
}

function reasonOf(error: unknown): Reason {
  if (!isFault(error)) throw error;
  const { message: Message, Item } = error.body as { message?: string; Item?: Item };
  const known = {
    ConditionalCheckFailedException: 'ConditionalCheckFailed',
    ValidationException: 'ValidationError',
  } as const;
  const Code = known[typeOf(error) as keyof typeof known];
  if (!Code) throw error;
  return { Code, Message, Item };
}

function conflict(actionCount: number): Fault {
  const reasons = Array.from({ length: actionCount }, (): Reason => ({ Code: 'None' }));
  const Message = 'Transaction is ongoing for the item';
  reasons[Math.floor(Math.random() * actionCount)] = { Code: 'TransactionConflict', Message };
  return cancelled(reasons);
}

function cancelled(CancellationReasons: Reason[]): Fault {
  const codes = CancellationReasons.map(({ Code }) => Code).join(', ');
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  // The member is `Message` here, unlike elsewhere.
  return fault('TransactionCanceledException', message, { Message: message, message: undefined, CancellationReasons });
}

/** Counts the items as they will be, or as they are where they are only checked or deleted. */
async function checkSize(backend: Backend, keys: string[], staged: Staged): Promise<void> {
  const items = await Promise.all(keys.map(async (key) => staged.get(key)?.value ?? (await backend.get(key))));
  const bytes = items.reduce<number>((sum, item) => sum + itemBytes(item as Item | undefined), 0);
  if (bytes > MAX_BYTES) throw db.validationError('The aggregate size of the items in the transaction exceeds 4 MB');
}
