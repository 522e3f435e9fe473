import { failure } from '@banyan/kit';
import type {
  DeliveryResolvers,
  GraphMutationResolvers,
  WebhookEvent,
  WebhookInput,
  WebhookResolvers,
} from '../__generated__/resolvers.ts';
import { allow } from '../allow.ts';
import type { DeliveryState } from '../webhooks/delivery.ts';
import type { HappeningKind, WebhookInput as Wanted } from '../webhooks/webhook.ts';

const kinds: Record<WebhookEvent, HappeningKind> = {
  LAUNCH_SUCCEEDED: 'launch.succeeded',
  LAUNCH_FAILED: 'launch.failed',
  LAUNCH_ROLLED_BACK: 'launch.rolledBack',
  CHECK_FAILED: 'check.failed',
};

const events = Object.keys(kinds) as WebhookEvent[];

const wantedOf = ({ url, variant, events: told, format, isPaused }: WebhookInput): Wanted => ({
  url,
  variant,
  kinds: told?.map((event) => kinds[event]),
  format: format === 'SLACK' ? 'slack' : 'json',
  state: isPaused ? 'paused' : 'active',
});

export const Webhook: WebhookResolvers = {
  events: ({ kinds: told }) => events.filter((event) => told.includes(kinds[event])),
  format: ({ format }) => (format === 'slack' ? 'SLACK' : 'JSON'),
  isPaused: ({ state }) => state === 'paused',
  deliveries: ({ graphId, id }, args, { webhooks, connections }) =>
    connections.connect(
      `deliveries:${id}`,
      args,
      (page) => webhooks.deliveries(graphId, id, page),
      ({ happening }) => happening.id,
    ),
};

export const Delivery: DeliveryResolvers = {
  happeningId: ({ happening }) => happening.id,
  summary: ({ happening }) => happening.summary,
  state: ({ state }) => state.toUpperCase() as Uppercase<DeliveryState>,
};

/** What is done to the webhooks of a graph. */
export const webhookMutations: Pick<
  GraphMutationResolvers,
  'createWebhook' | 'updateWebhook' | 'rotateWebhookSecret' | 'redeliver' | 'deleteWebhook'
> = {
  async createWebhook({ id }, { input }, { actor, webhooks, graphs }) {
    allow(actor, 'manageWebhooks', { graphId: id });
    if ((await graphs.variants(id)).length === 0) throw failure('NOT_FOUND', `Nothing is published to ${id}.`);
    return webhooks.create(id, wantedOf(input), actor);
  },
  updateWebhook({ id }, { id: webhookId, input }, { actor, webhooks }) {
    allow(actor, 'manageWebhooks', { graphId: id });
    return webhooks.update(id, webhookId, wantedOf(input));
  },
  rotateWebhookSecret({ id }, { id: webhookId }, { actor, webhooks }) {
    allow(actor, 'manageWebhooks', { graphId: id });
    return webhooks.rotateSecret(id, webhookId);
  },
  async redeliver({ id }, { webhookId, happeningId }, { actor, webhooks }) {
    allow(actor, 'manageWebhooks', { graphId: id });
    await webhooks.redeliver(id, webhookId, happeningId);
    return true;
  },
  deleteWebhook({ id }, { id: webhookId }, { actor, webhooks }) {
    allow(actor, 'manageWebhooks', { graphId: id });
    return webhooks.remove(id, webhookId);
  },
};
