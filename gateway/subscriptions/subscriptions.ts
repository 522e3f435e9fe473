import type { Server } from 'node:http';
import type { Logger } from '@banyan/kit';
import type { ContextOf } from '../context.ts';
import type { Admission } from '../pipeline/admission.ts';
import type { Format } from '../pipeline/answers.ts';
import { Addresses } from './addresses.ts';
import { createClientAddress } from './clientAddress.ts';
import { Hub } from './hub.ts';
import { Operations } from './operations.ts';
import type { SubscriptionSettings } from './settings.ts';
import { createSse, type HandleSse } from './sse.ts';
import { createProtocol } from './webSocketProtocol.ts';
import { WebSockets } from './webSockets.ts';

export interface SubscriptionsOptions {
  admission: Admission;
  contextOf: ContextOf;
  /** Makes an error fit for clients. */
  format: Format;
  /** Where a subgraph is now. */
  subgraphUrl(name: string): string | undefined;
  settings: SubscriptionSettings;
  /** Origins whose pages may connect a WebSocket, as for CORS. Our own need not be among them. */
  allowedOrigins: readonly string[];
  /** Addresses or networks whose `x-forwarded-for` says who the client is, as for HTTP. */
  trustedProxies?: readonly string[];
  log: Logger;
}

/** Operations over event streams and WebSockets, subscriptions above all. */
export interface Subscriptions {
  /** Answers a request that accepts `text/event-stream`, of whatever method. */
  handleSse: HandleSse;
  /** Takes the WebSockets of a server at a path. */
  attach(server: Server, path: string): void;
  /** Ends all subscriptions, in bounded time: to be called once a new supergraph is served. Clients are expected to subscribe again. */
  endAll(why: string): Promise<void>;
  /** Refuses what comes, ends all subscriptions and closes all connections, in bounded time: to be called before the server closes. */
  stop(): Promise<void>;
  /** How many subscriptions there are. */
  count(): number;
}

/** Makes the fronts for streams of results, and what they share. */
export function createSubscriptions(options: SubscriptionsOptions): Subscriptions {
  const { admission, contextOf, format, settings, log, allowedOrigins } = options;
  const hub = new Hub(settings, options.subgraphUrl, log);
  const operations = new Operations({ admission, contextOf, format, hub, settings, log });
  const addresses = new Addresses(settings.SUBSCRIPTION_CONNECTIONS_PER_ADDRESS);
  const webSockets = new WebSockets({
    protocol: createProtocol(operations, contextOf, settings, log),
    addresses,
    addressOf: createClientAddress(options.trustedProxies),
    allowedOrigins,
    settings,
  });
  return {
    handleSse: createSse(operations, addresses, settings),
    attach: (server, path) => webSockets.attach(server, path),
    endAll: (why) => operations.endAll(why),
    async stop() {
      await Promise.all([operations.stop(), webSockets.stop()]);
      await hub.stop();
    },
    count: () => operations.count,
  };
}
