import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Background, type Item, type Logger, startLoop, wholePartition } from '@banyan/kit';
import { announcePartition, type Happening } from '../graphs/happening.ts';
import { bodyOf } from './body.ts';
import { deliveryId, type Place } from './delivery.ts';
import { post } from './post.ts';
import { maxAttempts, pauseAfter } from './schedule.ts';
import { signatureHeaders } from './signature.ts';
import type { DeliveryStore } from './store/deliveries.ts';
import type { EndpointStore } from './store/endpoints.ts';
import { tellsOf } from './webhook.ts';

export interface SenderOptions {
  client: DynamoDBDocumentClient;
  table: string;
  log: Logger;
  endpoints: EndpointStore;
  deliveries: DeliveryStore;
  /** How often to look for what another instance has left behind. */
  sweepMs: number;
  /** How long a receiver may take. */
  deadlineMs: number;
  /** How long to wait after an attempt has failed; undefined when it was the last. */
  pause?: (attempts: number, retryAfterMs?: number) => number | undefined;
}

/** Posts at a time; one a webhook, so that a receiver that hangs holds up nobody else's. */
const maxInFlight = 16;

const dayPause = (attempts: number, retryAfterMs?: number) =>
  attempts < maxAttempts ? pauseAfter(attempts, retryAfterMs) : undefined;

/**
 * Tells webhooks of what is announced: makes a delivery for each of them, and posts those that are due. At least once: an instance
 * that dies between a post and its note leaves the delivery to be sent again, under the same id.
 */
export function startSender(options: SenderOptions): Background & { wake(): void } {
  const { client, table, log, endpoints, deliveries, sweepMs, deadlineMs, pause = dayPause } = options;
  // Long enough for a post and the notes about it, so that nobody else takes it meanwhile.
  const leaseMs = deadlineMs + 20_000;
  const inFlight = new Map<string, Promise<void>>();

  async function fanOut(): Promise<void> {
    for await (const announced of wholePartition<Happening & Item>(client, table, announcePartition)) {
      for (const { pk: _pk, sk: _sk, ...happening } of announced) {
        try {
          const graphId = happening.ref.slice(0, happening.ref.indexOf('@'));
          const webhooks = await endpoints.list(graphId);
          const told = webhooks.filter((webhook) => tellsOf(webhook, happening));
          await deliveries.make(happening, told, Date.now());
        } catch (error) {
          log.warn({ err: error, happeningId: happening.id }, 'a happening could not be fanned out, will try again');
        }
      }
    }
  }

  async function attempt(place: Place, signal: AbortSignal): Promise<void> {
    const taken = await deliveries.take(place, Date.now() + leaseMs);
    if (!taken) return;
    const { graphId, webhookId, happeningId } = taken;
    const [webhook, delivery] = await Promise.all([
      endpoints.get(graphId, webhookId),
      deliveries.get(webhookId, happeningId),
    ]);
    if (!webhook || !delivery) {
      await deliveries.drop(taken);
      return;
    }
    const attempts = delivery.attempts + 1;
    const tried = { ...delivery, attempts, at: new Date().toISOString() };
    if (webhook.state === 'paused') {
      await deliveries.finish(taken, { ...tried, state: 'dead', attempts: delivery.attempts, error: 'It is paused.' });
      return;
    }
    const body = bodyOf(webhook.format, delivery.happening);
    const headers = signatureHeaders(webhook.secret, delivery.id, body);
    const outcome = await post(webhook.url, headers, body, signal, deadlineMs);
    if (outcome === 'stopped') {
      await deliveries.finish(taken, delivery, Date.now());
      return;
    }
    if (outcome.delivered) {
      await deliveries.finish(taken, { ...tried, state: 'delivered', error: undefined });
      await endpoints.noteDelivered(graphId, webhookId, tried.at);
      return;
    }
    const { error } = outcome;
    const wait = pause(attempts, outcome.retryAfterMs);
    log.info({ webhookId, deliveryId: delivery.id, attempts, error, wait }, 'a webhook was not delivered');
    const state = wait === undefined ? 'dead' : 'pending';
    await deliveries.finish(taken, { ...tried, state, error }, wait === undefined ? undefined : Date.now() + wait);
    await endpoints.noteFailed(graphId, webhookId, error);
  }

  function begin(place: Place, signal: AbortSignal): void {
    async function work() {
      try {
        await attempt(place, signal);
        inFlight.delete(place.webhookId);
        loop.wake();
      } catch (error) {
        // Not woken: what fails at once would be tried without a pause.
        inFlight.delete(place.webhookId);
        const id = deliveryId(place.happeningId, place.webhookId);
        log.warn({ err: error, deliveryId: id }, 'a delivery could not be handled, will be tried again');
      }
    }
    inFlight.set(place.webhookId, work());
  }

  const loop = startLoop('telling webhooks', log, async (signal) => {
    await fanOut();
    for await (const place of deliveries.queue()) {
      const wait = place.dueAt - Date.now();
      if (wait > 0) return Math.min(wait, sweepMs);
      if (inFlight.size >= maxInFlight) break;
      if (!inFlight.has(place.webhookId)) begin(place, signal);
    }
    return sweepMs;
  });

  return {
    wake: loop.wake,
    async stop() {
      await loop.stop();
      await Promise.all(inFlight.values());
    },
  };
}
