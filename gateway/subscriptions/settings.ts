import { setting } from '@banyan/kit';
import { z } from 'zod';

const count = z.coerce.number().int().positive();

/** What the operator can set of subscriptions. */
export const subscriptionSettings = z.object({
  /** How long a subgraph may take to accept a subscription, the connection included. */
  SUBSCRIPTION_CONNECT_MS: setting.milliseconds.max(3_600_000).default(5_000),
  /** A subgraph that sends nothing for so long, not even a heartbeat, is taken for lost. */
  SUBSCRIPTION_IDLE_MS: setting.milliseconds.max(3_600_000).default(30_000),
  /** The largest event of a subgraph; one that is longer ends its subscription. */
  SUBSCRIPTION_MAX_EVENT_BYTES: count.default(2 ** 20),
  /** Events that wait for a client that is slow; with more of them its subscription ends. */
  SUBSCRIPTION_QUEUE: count.default(64),
  /** How long a subscription lasts at most. */
  SUBSCRIPTION_LIFE_MS: setting.milliseconds.max(86_400_000).default(900_000),
  /** How often a client hears from us when there is no event; one that takes nothing for so long is cut off. */
  SUBSCRIPTION_HEARTBEAT_MS: setting.milliseconds.max(3_600_000).default(12_000),
  /** Event streams and WebSockets that one address can have at a time. Many people can be behind one address. */
  SUBSCRIPTION_CONNECTIONS_PER_ADDRESS: count.default(1_000),
  /** How long a WebSocket may be open before its `connection_init`. */
  WEBSOCKET_INIT_MS: setting.milliseconds.max(60_000).default(3_000),
  /** The largest message that is read from a WebSocket. */
  WEBSOCKET_MAX_MESSAGE_BYTES: count.default(2 ** 20),
  /** Operations that one WebSocket can have at a time. */
  WEBSOCKET_MAX_OPERATIONS: count.default(100),
});

export type SubscriptionSettings = z.output<typeof subscriptionSettings>;
