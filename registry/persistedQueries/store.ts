import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import {
  batchPut,
  ConditionFailed,
  type Item,
  type Key,
  type Page,
  queryPartition,
  type TransactItem,
  transact,
} from '@banyan/kit';
import type { StoredList } from './list.ts';

/** Which list a variant follows; null for none at all. Without one it follows its own. */
export interface Link {
  variant: string;
  listId: string | null;
}

const partition = (graphId: string) => `PQL#${graphId}`;
const listKey = (graphId: string, id: string): Key => ({ pk: partition(graphId), sk: `LIST#${id}` });
const linkKey = (graphId: string, variant: string): Key => ({ pk: partition(graphId), sk: `VARIANT#${variant}` });
/** That a document is a chunk: so nothing else that is stored can be had as one. No graph's id has a `#`. */
const chunkKey = (id: string): Key => ({ pk: `PQL#CHUNK#${id}`, sk: 'CHUNK' });

const manyLinks = 1_000;

export function createListStore(client: DynamoDBDocumentClient, table: string) {
  async function get<T>(key: Key): Promise<(T & Item) | undefined> {
    const { Item: found } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
    return found as (T & Item) | undefined;
  }

  /** @returns false when a condition did not hold. */
  async function tryTransact(items: TransactItem[]): Promise<boolean> {
    try {
      await transact(client, items);
      return true;
    } catch (error) {
      if (error instanceof ConditionFailed) return false;
      throw error;
    }
  }

  return {
    list: (graphId: string, id: string): Promise<StoredList | undefined> => get<StoredList>(listKey(graphId, id)),

    lists: ({ graphId, limit, after }: { graphId: string } & Page): Promise<StoredList[]> =>
      queryPartition<StoredList & Item>(client, table, {
        pk: partition(graphId),
        prefix: 'LIST#',
        limit,
        after: after === undefined ? undefined : listKey(graphId, after).sk,
        consistent: true,
      }),

    link: (graphId: string, variant: string): Promise<Link | undefined> => get<Link>(linkKey(graphId, variant)),

    links: (graphId: string): Promise<Link[]> =>
      queryPartition<Link & Item>(client, table, {
        pk: partition(graphId),
        prefix: 'VARIANT#',
        limit: manyLinks,
        consistent: true,
      }),

    /** Links a variant to a list that is there. @returns false when it is not. */
    setLink: (graphId: string, { variant, listId }: Link): Promise<boolean> =>
      tryTransact([
        { Put: { TableName: table, Item: { ...linkKey(graphId, variant), variant, listId } } },
        ...(listId === null
          ? []
          : [
              {
                ConditionCheck: {
                  TableName: table,
                  Key: listKey(graphId, listId),
                  ConditionExpression: 'attribute_exists(pk)',
                },
              },
            ]),
      ]),

    /** Lets a variant follow its own list again. */
    removeLink: (graphId: string, variant: string): Promise<void> =>
      transact(client, [{ Delete: { TableName: table, Key: linkKey(graphId, variant) } }]),

    insert: (list: StoredList): Promise<void> =>
      transact(client, [
        {
          Put: {
            TableName: table,
            Item: { ...listKey(list.graphId, list.id), ...list },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      ]),

    /** Moves a list to its next revision. @returns false when it is no longer at the revision before: read again. */
    move: (list: StoredList, before: StoredList | undefined): Promise<boolean> =>
      tryTransact([
        {
          Put: {
            TableName: table,
            Item: { ...listKey(list.graphId, list.id), ...list },
            ...(before
              ? { ConditionExpression: 'revision = :before', ExpressionAttributeValues: { ':before': before.revision } }
              : { ConditionExpression: 'attribute_not_exists(pk)' }),
          },
        },
      ]),

    /** @returns false when there is none. */
    remove: (graphId: string, id: string): Promise<boolean> =>
      tryTransact([
        {
          Delete: {
            TableName: table,
            Key: listKey(graphId, id),
            ConditionExpression: 'attribute_exists(pk)',
          },
        },
      ]),

    noteChunks: (ids: readonly string[]): Promise<void> => batchPut(client, table, [...new Set(ids)].map(chunkKey)),

    isChunk: async (id: string): Promise<boolean> => (await get(chunkKey(id))) !== undefined,
  };
}

export type ListStore = ReturnType<typeof createListStore>;
