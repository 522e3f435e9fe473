import { UserMistake } from '@banyan/kit';
import type { Happening } from '../graphs/happening.ts';
import type { By } from '../keys/actor.ts';

export type HappeningKind = Happening['kind'];

export const happeningKinds = [
  'launch.succeeded',
  'launch.failed',
  'launch.rolledBack',
  'check.failed',
] as const satisfies readonly HappeningKind[];

export type WebhookFormat = 'json' | 'slack';

/** `paused`: nothing is sent, and what happens meanwhile is not sent later. */
export type WebhookState = 'active' | 'paused';

/** An address that is told of what happens to a graph, as it is listed: everything but its secret. */
export interface Webhook {
  id: string;
  graphId: string;
  /** The only variant that it tells of. */
  variant?: string;
  url: string;
  kinds: HappeningKind[];
  format: WebhookFormat;
  state: WebhookState;
  /** Times are ISO 8601, UTC. */
  createdAt: string;
  createdBy: By;
  lastDeliveredAt?: string;
  /** What went wrong when it was tried last; absent when that went well. */
  lastError?: string;
}

/** What is asked for a webhook; what is left out is everything, JSON, active. */
export interface WebhookInput {
  variant?: string | null;
  url: string;
  kinds?: readonly HappeningKind[] | null;
  format?: WebhookFormat | null;
  state?: WebhookState | null;
}

export type CheckedWebhook = Pick<Webhook, 'variant' | 'url' | 'kinds' | 'format' | 'state'>;

const maxUrlLength = 2_048;

/** What a webhook will be. @throws UserMistake naming the field that is wrong. */
export function checkWebhook(input: WebhookInput): CheckedWebhook {
  const kinds = input.kinds ?? happeningKinds;
  if (kinds.length === 0 || !kinds.every((kind) => happeningKinds.includes(kind))) {
    throw new UserMistake('BAD_USER_INPUT', 'kinds', `A webhook tells of ${happeningKinds.join(', ')}.`);
  }
  return {
    variant: input.variant ?? undefined,
    url: receiverUrl(input.url),
    kinds: [...new Set(kinds)],
    format: input.format ?? 'json',
    state: input.state ?? 'active',
  };
}

/**
 * The address of a receiver. Private addresses are allowed: only admins set them, receivers are mostly in-house, and nothing of an
 * answer but its status is ever shown. A name can be made to resolve to any address after it was checked, so what the registry
 * may reach is for the network's egress rules.
 * @throws UserMistake for what is no http or https URL, or holds a password.
 */
export function receiverUrl(text: string): string {
  const url = text.length <= maxUrlLength && URL.canParse(text) ? new URL(text) : undefined;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new UserMistake('BAD_USER_INPUT', 'url', 'A webhook goes to an http or https URL.');
  }
  if (url.username || url.password) {
    throw new UserMistake('BAD_USER_INPUT', 'url', 'The URL of a webhook has no user and no password.');
  }
  url.hash = '';
  return url.href;
}

/** Whether a webhook tells of this. */
export const tellsOf = (webhook: Webhook, { kind, ref }: Pick<Happening, 'kind' | 'ref'>): boolean =>
  webhook.state === 'active' &&
  webhook.kinds.includes(kind) &&
  (webhook.variant === undefined || ref === `${webhook.graphId}@${webhook.variant}`);
