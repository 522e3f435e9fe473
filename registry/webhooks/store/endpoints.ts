import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { ConditionFailed, type Item, type Key, queryPartition, type TransactItem, transact } from '@banyan/kit';
import type { CheckedWebhook, Webhook } from '../webhook.ts';

export interface StoredWebhook extends Webhook {
  secret: string;
}

/** What one transaction has room for deliveries of. */
const mostWebhooks = 40;

const partition = (graphId: string) => `WEBHOOK#GRAPH#${graphId}`;
const keyOf = (graphId: string, id: string): Key => ({ pk: partition(graphId), sk: id });

/** The webhooks of a graph are one partition: they are few, and what happens to the graph concerns all of them. */
export function createEndpointStore(client: DynamoDBDocumentClient, table: string) {
  /** @returns false when the webhook is not there. */
  async function onPresent(action: TransactItem): Promise<boolean> {
    try {
      await transact(client, [action]);
      return true;
    } catch (error) {
      if (error instanceof ConditionFailed) return false;
      throw error;
    }
  }

  const update = (graphId: string, id: string, UpdateExpression: string, values: Record<string, unknown>) =>
    onPresent({
      Update: {
        TableName: table,
        Key: keyOf(graphId, id),
        UpdateExpression,
        ConditionExpression: 'attribute_exists(pk)',
        // Names of their own for all: some are reserved words.
        ExpressionAttributeNames: Object.fromEntries(
          [...UpdateExpression.matchAll(/#(\w+)/g)].map(([name, word]) => [name, word as string]),
        ),
        ...(Object.keys(values).length > 0 && {
          ExpressionAttributeValues: Object.fromEntries(
            Object.entries(values).map(([name, value]) => [`:${name}`, value]),
          ),
        }),
      },
    });

  return {
    insert: (webhook: StoredWebhook): Promise<void> =>
      transact(client, [{ Put: { TableName: table, Item: { ...keyOf(webhook.graphId, webhook.id), ...webhook } } }]),

    /** All webhooks of a graph, oldest first. */
    async list(graphId: string): Promise<StoredWebhook[]> {
      const query = { pk: partition(graphId), prefix: '', limit: mostWebhooks, consistent: true };
      return queryPartition<StoredWebhook & Item>(client, table, query);
    },

    async get(graphId: string, id: string): Promise<StoredWebhook | undefined> {
      const { Item: found } = await client.send(
        new GetCommand({ TableName: table, Key: keyOf(graphId, id), ConsistentRead: true }),
      );
      return found as (StoredWebhook & Item) | undefined;
    },

    replace(graphId: string, id: string, { variant, ...rest }: CheckedWebhook): Promise<boolean> {
      const sets = 'SET #url = :url, #kinds = :kinds, #format = :format, #state = :state';
      return variant === undefined
        ? update(graphId, id, `${sets} REMOVE #variant`, rest)
        : update(graphId, id, `${sets}, #variant = :variant`, { ...rest, variant });
    },

    setSecret: (graphId: string, id: string, secret: string): Promise<boolean> =>
      update(graphId, id, 'SET #secret = :secret', { secret }),

    noteDelivered: (graphId: string, id: string, at: string): Promise<boolean> =>
      update(graphId, id, 'SET #lastDeliveredAt = :at REMOVE #lastError', { at }),

    noteFailed: (graphId: string, id: string, error: string): Promise<boolean> =>
      update(graphId, id, 'SET #lastError = :error', { error }),

    remove: (graphId: string, id: string): Promise<boolean> =>
      onPresent({
        Delete: { TableName: table, Key: keyOf(graphId, id), ConditionExpression: 'attribute_exists(pk)' },
      }),
  };
}

export type EndpointStore = ReturnType<typeof createEndpointStore>;
