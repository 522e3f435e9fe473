import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import {
  ConditionFailed,
  expiryIn,
  type Item,
  isLive,
  type Key,
  type Page,
  queryPartition,
  type TransactItem,
  transact,
} from '@banyan/kit';
import { announcePartition, type Happening } from '../../graphs/happening.ts';
import { type Delivery, deliveryId, type Place } from '../delivery.ts';

const dayMs = 86_400_000;
const keptMs = 30 * dayMs;

const duePartition = 'WEBHOOK#DUE';
const pageSize = 100;

const deliveryKey = (webhookId: string, happeningId: string): Key => ({
  pk: `WEBHOOK#${webhookId}`,
  sk: `DELIVERY#${happeningId}`,
});
const placeKey = ({ dueAt, webhookId, happeningId }: Place): Key => ({
  pk: duePartition,
  sk: `${new Date(dueAt).toISOString()}#${deliveryId(happeningId, webhookId)}`,
});

/**
 * Deliveries, and the queue of those that are pending, sorted by when they are due. Whoever takes one moves its place in the
 * queue, on condition that it is still there: so two instances do not both have it, and what a dead one had comes up again.
 */
export function createDeliveryStore(client: DynamoDBDocumentClient, table: string) {
  const putPlace = (place: Place): TransactItem => ({
    Put: { TableName: table, Item: { ...placeKey(place), ...place } },
  });
  const removePlace = (place: Place): TransactItem => ({
    Delete: { TableName: table, Key: placeKey(place), ConditionExpression: 'attribute_exists(pk)' },
  });
  const write = ({ error, ...delivery }: Delivery): TransactItem => ({
    Put: {
      TableName: table,
      Item: {
        ...deliveryKey(delivery.webhookId, delivery.happening.id),
        ...delivery,
        ...(error !== undefined && { error }),
        expiresAt: expiryIn(keptMs),
      },
    },
  });

  /** @returns false when a condition did not hold: another instance was faster. */
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
    /**
     * Makes the deliveries of a happening, due now, and ends its announcement. Those that were made before are left as they are.
     * Bounded by what a transaction takes: two items a webhook.
     */
    async make(happening: Happening, webhooks: readonly { graphId: string; id: string }[], now: number): Promise<void> {
      const ended: TransactItem = {
        Delete: {
          TableName: table,
          Key: { pk: announcePartition, sk: happening.id },
          ConditionExpression: 'attribute_exists(pk)',
        },
      };
      const made = webhooks.flatMap(({ graphId, id }): TransactItem[] => {
        const delivery = write({
          id: deliveryId(happening.id, id),
          webhookId: id,
          graphId,
          happening,
          state: 'pending',
          attempts: 0,
          at: new Date(now).toISOString(),
        });
        const once = { Put: { ...delivery.Put, ConditionExpression: 'attribute_not_exists(pk)' } } as TransactItem;
        return [once, putPlace({ dueAt: now, graphId, webhookId: id, happeningId: happening.id })];
      });
      try {
        await transact(client, [ended, ...made]);
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        if (error.failed.includes(0)) return;
        const rest = webhooks.filter((_, at) => !error.failed.includes(1 + 2 * at));
        await this.make(happening, rest, now);
      }
    },

    /** The places in the queue, soonest first. */
    async *queue(): AsyncGenerator<Place> {
      for (let after: string | undefined; ; ) {
        const query = { pk: duePartition, prefix: '', limit: pageSize, after, consistent: true };
        const places = await queryPartition<Place & Item>(client, table, query);
        yield* places.map(({ dueAt, graphId, webhookId, happeningId }) => ({
          dueAt,
          graphId,
          webhookId,
          happeningId,
        }));
        after = places.at(-1)?.sk;
        if (places.length < pageSize) return;
      }
    },

    /** Takes a delivery, for as long as `until`. @returns its new place, or undefined when another instance has taken it. */
    async take(place: Place, until: number): Promise<Place | undefined> {
      const taken = { ...place, dueAt: until };
      return (await tryTransact([removePlace(place), putPlace(taken)])) ? taken : undefined;
    },

    async get(webhookId: string, happeningId: string): Promise<Delivery | undefined> {
      const Key = deliveryKey(webhookId, happeningId);
      const { Item: found } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      return found && isLive(found as Item) ? deliveryOf(found as Delivery & Item) : undefined;
    },

    /** Writes what became of one that was taken; `next` is when it is due again. @returns false when it is no longer ours. */
    finish: (taken: Place, delivery: Delivery, next?: number): Promise<boolean> =>
      tryTransact([
        removePlace(taken),
        write(delivery),
        ...(next === undefined ? [] : [putPlace({ ...taken, dueAt: next })]),
      ]),

    /** Forgets one whose webhook is gone. */
    drop: (taken: Place): Promise<boolean> =>
      tryTransact([
        removePlace(taken),
        { Delete: { TableName: table, Key: deliveryKey(taken.webhookId, taken.happeningId) } },
      ]),

    /** Makes one that is delivered or dead due again, with all its attempts. @returns false when it is pending already. */
    async revive(delivery: Delivery, now: number): Promise<boolean> {
      const { graphId, webhookId, happening } = delivery;
      const { Put } = write({ ...delivery, state: 'pending', attempts: 0, at: new Date(now).toISOString() });
      const again: TransactItem = {
        Put: {
          ...Put,
          ConditionExpression: '#state <> :pending',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':pending': 'pending' },
        },
      } as TransactItem;
      return tryTransact([again, putPlace({ dueAt: now, graphId, webhookId, happeningId: happening.id })]);
    },

    /** The deliveries of a webhook of the last 30 days, newest first. */
    async list(webhookId: string, { limit, after }: Page): Promise<Delivery[]> {
      const query = { pk: `WEBHOOK#${webhookId}`, prefix: 'DELIVERY#', limit, newestFirst: true };
      const from = after === undefined ? undefined : deliveryKey(webhookId, after).sk;
      return (await queryPartition<Delivery & Item>(client, table, { ...query, after: from })).map(deliveryOf);
    },
  };
}

export type DeliveryStore = ReturnType<typeof createDeliveryStore>;

const deliveryOf = ({ pk: _pk, sk: _sk, expiresAt: _expiresAt, ...delivery }: Delivery & Item): Delivery => delivery;
