import { type Answer, db, type Item, type Range, type Request } from './dynalite.ts';
import { act, type Backend, getTable } from './store.ts';
import { indexSuffix } from './write.ts';

/** Query or Scan. On an index, the place to go on after ends with the item's own key, as `stage` wrote it. */
export async function read(operation: 'Query' | 'Scan', backend: Backend, data: Request): Promise<Answer> {
  const start = data.ExclusiveStartKey as Item | undefined;
  if (!start || !data.IndexName) return act(operation, backend, data);

  const table = await getTable(backend, data.TableName as string);
  const backwards = data.ScanIndexForward === false;
  const place = (range: Range): Range => {
    const own = Object.fromEntries(table.KeySchema.map(({ AttributeName: name }) => [name, start[name] ?? {}]));
    const suffix = indexSuffix(`~${db.createKey(own, table)}`);
    return backwards ? { ...range, lt: `${range.lt}${suffix}` } : { ...range, gt: `${range.gt}${suffix}` };
  };
  return act(operation, { ...backend, values: (range) => backend.values(place(range)) }, data);
}
