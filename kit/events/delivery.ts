import { setTimeout as wait } from 'node:timers/promises';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { newTraceId, traceIdOf } from '../correlation.ts';
import type { Logger } from '../log.ts';
import { inRequest } from '../request.ts';
import { batchGet, batchPut } from '../store/batch.ts';
import { expiryIn, type Item } from '../store/item.ts';
import type { CloudEvent } from './event.ts';

/** Handles one event. It may be called again with the same one, so it must do the same twice as once. */
export type EventHandler = (event: CloudEvent) => Promise<void>;

/** An event that could not be handled, with the error, until somebody replays it. */
export interface DeadLetter extends Item {
  event: CloudEvent;
  error: string;
  attempts: number;
  /** ISO 8601, UTC. */
  at: string;
}

export const deadPartition = 'DEAD';

const handlerBudgetMs = 10_000;
const attempts = 5;
const baseMs = 100;
const keysAtOnce = 16;
/** Longer than a stream keeps its records. */
const inboxLifeMs = 8 * 24 * 3_600_000;

const inboxKey = (id: string) => ({ pk: `INBOX#${id}`, sk: 'INBOX' });

export interface DeliveryOptions {
  client: DynamoDBDocumentClient;
  /** The domain's table, which keeps the inbox and the dead letters. */
  table: string;
  /** By event type; other types are passed over. */
  handlers: Readonly<Record<string, EventHandler>>;
  log: Logger;
}

/**
 * Hands events to their handlers: those of one key in their order, different keys at once, those that were handled before not again.
 * One that fails is tried five times, with backoff and full jitter, then kept as a dead letter; it holds up its own key alone.
 * @returns when all have been handled or kept. @throws when they could not be kept, or `signal` ends it: then all of them come again.
 */
export function createDelivery({ client, table, handlers, log }: DeliveryOptions) {
  async function attempt(event: CloudEvent): Promise<void> {
    const correlationId = traceIdOf(event.traceparent) ?? newTraceId();
    await inRequest({ correlationId, deadline: Date.now() + handlerBudgetMs }, async () =>
      handlers[event.type]?.(event),
    );
  }

  async function keepAsDead(event: CloudEvent, error: unknown): Promise<void> {
    const at = new Date().toISOString();
    log.error({ err: error, event: event.id, type: event.type }, 'event kept as a dead letter');
    const letter: DeadLetter = { pk: deadPartition, sk: event.id, event, error: String(error), attempts, at };
    await client.send(new PutCommand({ TableName: table, Item: letter }));
  }

  /** @returns whether it has been handled; else it is a dead letter. */
  async function handle(event: CloudEvent, signal: AbortSignal): Promise<boolean> {
    for (let tries = 1; ; tries++) {
      signal.throwIfAborted();
      try {
        await attempt(event);
        return true;
      } catch (error) {
        if (tries === attempts) {
          await keepAsDead(event, error);
          return false;
        }
        log.warn({ err: error, event: event.id, type: event.type, tries }, 'event failed, will try again');
        await wait(Math.random() * baseMs * 2 ** tries, undefined, { signal });
      }
    }
  }

  return async (events: CloudEvent[], signal: AbortSignal): Promise<void> => {
    const wanted = events.filter(({ type }) => handlers[type]);
    const known = await batchGet<Item>(
      client,
      table,
      wanted.map(({ id }) => inboxKey(id)),
    );
    const fresh = wanted.filter((_, index) => !known[index]);
    const queues = [...Map.groupBy(fresh, ({ subject }) => subject).values()];

    const handled: Item[] = [];
    const expiresAt = expiryIn(inboxLifeMs);
    async function work() {
      for (let queue = queues.pop(); queue; queue = queues.pop()) {
        for (const event of queue) {
          if (await handle(event, signal)) handled.push({ ...inboxKey(event.id), expiresAt });
        }
      }
    }
    await Promise.all(Array.from({ length: keysAtOnce }, work));
    await batchPut(client, table, handled);
  };
}
