import type { Answer, Request } from './dynalite.ts';
import { read } from './read.ts';
import { act, type Backend } from './store.ts';
import { transactGetItems } from './transact-get.ts';
import { transactWriteItems } from './transact-write.ts';
import { deleteTable, describeTimeToLive, updateTimeToLive } from './ttl.ts';
import { validate } from './validate.ts';
import { batchWriteItem, type Write, writeItem } from './write.ts';

type Perform = (backend: Backend, body: Request) => Promise<Answer>;

/** Everything that our DynamoDB can do, by the operation's name in the API. */
export function createOperations(conflictRate: () => number): Map<string, Perform> {
  const checked =
    (operation: string, perform: Perform): Perform =>
    async (backend, body) =>
      perform(backend, validate(operation, body));

  const asDynalite = (operation: string): [string, Perform] => [
    operation,
    checked(operation, (backend, data) => act(operation, backend, data)),
  ];
  const reading = (operation: 'Query' | 'Scan'): [string, Perform] => [
    operation,
    checked(operation, (backend, data) => read(operation, backend, data)),
  ];
  const writing = (operation: Write['operation']): [string, Perform] => [
    operation,
    checked(operation, (backend, data) => writeItem(backend, { operation, data: data as Write['data'] })),
  ];

  return new Map([
    ...['CreateTable', 'DescribeTable', 'ListTables', 'UpdateTable', 'GetItem', 'BatchGetItem'].map(asDynalite),
    ...['TagResource', 'UntagResource', 'ListTagsOfResource'].map(asDynalite),
    ...(['Query', 'Scan'] as const).map(reading),
    ...(['PutItem', 'UpdateItem', 'DeleteItem'] as const).map(writing),
    ['BatchWriteItem', checked('BatchWriteItem', batchWriteItem)],
    ['DeleteTable', checked('DeleteTable', deleteTable)],
    ['DescribeTimeToLive', checked('DescribeTimeToLive', describeTimeToLive)],
    ['UpdateTimeToLive', updateTimeToLive],
    ['TransactGetItems', transactGetItems],
    ['TransactWriteItems', (backend, body) => transactWriteItems(backend, body, conflictRate())],
  ] satisfies [string, Perform][]);
}
