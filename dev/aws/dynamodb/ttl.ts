import { type Answer, db, type Item, type Request, type Table } from './dynalite.ts';
import { isFault } from './fault.ts';
import { type Level, under } from './level.ts';
import { act, type Backend, getTable } from './store.ts';
import { validate, validateAs } from './validate.ts';
import { writeItem } from './write.ts';

interface TimeToLive {
  AttributeName: string;
}

const text = { type: 'String', notNull: true };
const types = {
  TableName: { ...text, lengthGreaterThanOrEqual: 3, lengthLessThanOrEqual: 255, regex: '[a-zA-Z0-9_.-]+' },
  TimeToLiveSpecification: {
    type: 'FieldStruct<TimeToLiveSpecification>',
    notNull: true,
    children: {
      AttributeName: { ...text, lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 255 },
      Enabled: { type: 'Boolean', notNull: true },
    },
  },
};

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTimeToLive.html */
export async function updateTimeToLive(backend: Backend, body: Request): Promise<Answer> {
  const { TableName, TimeToLiveSpecification } = validateAs(types, body) as {
    TableName: string;
    TimeToLiveSpecification: TimeToLive & { Enabled: boolean };
  };
  const { AttributeName, Enabled } = TimeToLiveSpecification;
  await getTable(backend, TableName);

  return backend.hold([keyOf(TableName)], async () => {
    const now = (await backend.get(keyOf(TableName))) as TimeToLive | undefined;
    if (!Enabled && !now) throw db.validationError('TimeToLive is already disabled');
    if (now && now.AttributeName !== AttributeName)
      throw db.validationError(
        `TimeToLive is active on a different AttributeName: current AttributeName is ${now.AttributeName}`,
      );
    if (Enabled && now) throw db.validationError('TimeToLive is already enabled');
    const key = keyOf(TableName);
    await backend.write([Enabled ? { type: 'put', key, value: { AttributeName } } : { type: 'del', key }]);
    return { TimeToLiveSpecification };
  });
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTimeToLive.html */
export async function describeTimeToLive(backend: Backend, data: Request): Promise<Answer> {
  const answer = await act('DescribeTimeToLive', backend, data);
  const now = (await backend.get(keyOf(data.TableName as string))) as TimeToLive | undefined;
  return now ? { TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', ...now } } : answer;
}

/** A table takes its time to live with it. */
export async function deleteTable(backend: Backend, data: Request): Promise<Answer> {
  const answer = await act('DeleteTable', backend, data);
  await backend.write([{ type: 'del', key: keyOf(data.TableName as string) }]);
  return answer;
}

/** Deletes the items whose time is over, a few at a time; until then they can be read, as on AWS. */
export async function deleteExpired(level: Level, backend: Backend, now: number, signal: AbortSignal): Promise<void> {
  for await (const [key, value] of level.iterator(under('ttl'))) {
    const TableName = key.slice('ttl~'.length);
    const { AttributeName } = value as TimeToLive;
    const table = (await backend.get(`table~${TableName}`)) as Table | undefined;
    if (table?.TableStatus !== 'ACTIVE') continue;

    for await (const found of level.values(under(`item-${TableName}`))) {
      if (signal.aborted) return;
      const item = found as Item;
      if (isExpired(item, AttributeName, now)) await deleteItem(backend, table, item, AttributeName);
    }
  }
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html: a number, at most five years ago. */
function isExpired(item: Item, attribute: string, now: number): boolean {
  const expires = Number(item[attribute]?.N ?? Number.NaN);
  const seconds = now / 1000;
  return expires <= seconds && expires > seconds - 5 * 365 * 24 * 3600;
}

/** Deletes `item` unless somebody has given it more time since we read it. */
async function deleteItem(backend: Backend, table: Table, item: Item, attribute: string): Promise<void> {
  const data = validate('DeleteItem', {
    TableName: table.TableName,
    Key: Object.fromEntries(table.KeySchema.map(({ AttributeName: name }) => [name, item[name]])),
    ConditionExpression: '#expires = :expires',
    ExpressionAttributeNames: { '#expires': attribute },
    ExpressionAttributeValues: { ':expires': item[attribute] },
  }) as Request & { TableName: string };
  try {
    await writeItem(backend, { operation: 'DeleteItem', data });
  } catch (error) {
    if (!isFault(error)) throw error;
  }
}

const keyOf = (table: string) => `ttl~${table}`;
