import type { Webhook, WebhookEvent, WebhookFormat } from '../__generated__/resolvers.ts';
import type { HappeningKind, WebhookFormat as StoredFormat, Webhook as StoredWebhook } from '../webhooks/webhook.ts';

const kinds: Record<WebhookEvent, HappeningKind> = {
  LAUNCH_SUCCEEDED: 'launch.succeeded',
  LAUNCH_FAILED: 'launch.failed',
  LAUNCH_ROLLED_BACK: 'launch.rolledBack',
  CHECK_FAILED: 'check.failed',
};

const events = Object.keys(kinds) as WebhookEvent[];

export const kindOf = (event: WebhookEvent): HappeningKind => kinds[event];

export const formatOf = (format: WebhookFormat): StoredFormat => (format === 'SLACK' ? 'slack' : 'json');

/** A webhook as the schema shows it. */
export const webhookOf = ({ kinds: told, format, ...webhook }: StoredWebhook): Webhook => ({
  ...webhook,
  events: events.filter((event) => told.includes(kinds[event])),
  format: format === 'slack' ? 'SLACK' : 'JSON',
});
