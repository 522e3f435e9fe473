import { type Answer, db, type Item, type Request } from './dynalite.ts';
import { act, type Backend, getTable } from './store.ts';
import { parseExpressions, transactionTypes, validateAs } from './validate.ts';

const members = ['TableName', 'Key', 'ProjectionExpression', 'ExpressionAttributeNames'];
const types = transactionTypes({ Get: { operation: 'GetItem', members } });

/**
 * Reads up to 100 items as they were at one moment: between two transactions, never within one.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactGetItems.html
 */
export async function transactGetItems(backend: Backend, body: Request): Promise<Answer> {
  const data = validateAs(types, body);
  const gets = (data.TransactItems as { Get?: Request & { TableName: string; Key: Item } }[]).map(({ Get }) => {
    if (!Get) throw db.validationError('TransactItems can only contain Get');
    parseExpressions('GetItem', Get);
    return Get;
  });
  const keys = await Promise.all(
    gets.map(async ({ TableName, Key }) => {
      const table = await getTable(backend, TableName);
      const invalid = db.validateKey(Key, table);
      if (invalid) throw invalid;
      return `item-${TableName}~${db.createKey(Key, table)}`;
    }),
  );
  const found = await backend.hold(keys, () => Promise.all(gets.map((get) => act('GetItem', backend, get))));
  return { Responses: found.map(({ Item }) => ({ Item })) };
}
