import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Background, isId, type Logger, newId, type Page, UserMistake } from '@banyan/kit';
import { type Actor, byOf } from '../keys/actor.ts';
import type { Delivery } from './delivery.ts';
import { startSender } from './sender.ts';
import { newSecret } from './signature.ts';
import { createDeliveryStore } from './store/deliveries.ts';
import { createEndpointStore, type StoredWebhook } from './store/endpoints.ts';
import { checkWebhook, type Webhook, type WebhookInput } from './webhook.ts';

export interface WebhooksOptions {
  client: DynamoDBDocumentClient;
  table: string;
  log: Logger;
  /** How often to look for what another instance has left behind. */
  sweepMs?: number;
  /** How long a receiver may take. */
  deadlineMs?: number;
  /** How long to wait after the `attempts`th attempt has failed; undefined when it was the last. */
  pause?: (attempts: number, retryAfterMs?: number) => number | undefined;
}

/** Of one graph: the deliveries of a happening are one transaction. */
const maxWebhooks = 20;

/** The webhooks of graphs. Who may ask for what is decided by `may`, before it is asked here. */
export function createWebhooks({ client, table, log, sweepMs = 5_000, deadlineMs = 10_000, pause }: WebhooksOptions) {
  const endpoints = createEndpointStore(client, table);
  const deliveries = createDeliveryStore(client, table);
  let sender: (Background & { wake(): void }) | undefined;

  return {
    /**
     * Tells an address of what happens to a graph from now on. The secret that signs is in this answer alone.
     * @throws UserMistake for what cannot be a webhook, and for too many.
     */
    async create(graphId: string, input: WebhookInput, by: Actor): Promise<{ webhook: Webhook; secret: string }> {
      const wanted = checkWebhook(input);
      // Made at the same time they can be a few more, for which there is room.
      if ((await endpoints.list(graphId)).length >= maxWebhooks) {
        throw new UserMistake('CONFLICT', null, `A graph has at most ${maxWebhooks} webhooks.`);
      }
      const made = { id: newId(), graphId, createdAt: new Date().toISOString(), createdBy: byOf(by), ...wanted };
      const secret = newSecret();
      await endpoints.insert({ ...made, secret });
      return { webhook: made, secret };
    },

    /** All webhooks of a graph, oldest first. */
    async list(graphId: string): Promise<Webhook[]> {
      return (await endpoints.list(graphId)).map(shown);
    },

    async find(graphId: string, id: string): Promise<Webhook | undefined> {
      const found = isId(id) ? await endpoints.get(graphId, id) : undefined;
      return found && shown(found);
    },

    /** Sets everything that can be asked for anew. @throws UserMistake as `create`, and where there is no such webhook. */
    async update(graphId: string, id: string, input: WebhookInput): Promise<Webhook> {
      const wanted = checkWebhook(input);
      const found = isId(id) ? await endpoints.get(graphId, id) : undefined;
      if (!found || !(await endpoints.replace(graphId, id, wanted))) throw noSuchWebhook();
      return shown({ ...found, ...wanted });
    },

    /** Signs with a new secret from now on. It is in this answer alone. @throws UserMistake where there is no such webhook. */
    async rotateSecret(graphId: string, id: string): Promise<string> {
      const secret = newSecret();
      if (!isId(id) || !(await endpoints.setSecret(graphId, id, secret))) throw noSuchWebhook();
      return secret;
    },

    /** Ends a webhook; what is pending for it is dropped. @returns false where there is none. */
    remove: async (graphId: string, id: string): Promise<boolean> => isId(id) && endpoints.remove(graphId, id),

    /** What was sent, is to be sent, or could not be, in the last 30 days, newest first; a page goes on after a happening's id. */
    deliveries: async (graphId: string, id: string, page: Page): Promise<Delivery[]> =>
      isId(id) && (await endpoints.get(graphId, id)) ? deliveries.list(id, page) : [],

    /** Sends a delivery again, one that is dead too. @throws UserMistake where there is none, or it is pending. */
    async redeliver(graphId: string, id: string, happeningId: string): Promise<void> {
      const found = isId(id) && (await endpoints.get(graphId, id)) && (await deliveries.get(id, happeningId));
      if (!found) throw new UserMistake('NOT_FOUND', 'deliveryId', 'There is no such delivery.');
      if (!(await deliveries.revive(found, Date.now()))) {
        throw new UserMistake('CONFLICT', 'deliveryId', 'The delivery is pending already.');
      }
      sender?.wake();
    },

    /** Starts to tell; every instance may. */
    start(): void {
      sender ??= startSender({ client, table, log, endpoints, deliveries, sweepMs, deadlineMs, pause });
    },

    /** Something was announced: do not wait for the next sweep. */
    notify: (): void => sender?.wake(),

    async stop(): Promise<void> {
      await sender?.stop();
      sender = undefined;
    },
  };
}

export type Webhooks = ReturnType<typeof createWebhooks>;

const noSuchWebhook = () => new UserMistake('NOT_FOUND', 'id', 'There is no such webhook.');

function shown(stored: StoredWebhook): Webhook {
  const { id, graphId, variant, url, kinds, format, state, createdAt, createdBy, lastDeliveredAt, lastError } = stored;
  return { id, graphId, variant, url, kinds, format, state, createdAt, createdBy, lastDeliveredAt, lastError };
}
