import { createHttp, failure, listen, refusal } from '@banyan/kit';
import type { FormattedExecutionResult } from 'graphql';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { ContextOf, GatewayContext } from '../../context.ts';
import { subscriptionSettings } from '../settings.ts';
import { createSubscriptions, type Subscriptions } from '../subscriptions.ts';
import { format, log, type TestAdmission, testAdmission } from './admission.ts';
import { type EventSubgraph, startEventSubgraph } from './eventSubgraph.ts';
import { until } from './until.ts';

/** What one client has got of one operation. */
export interface Listening {
  results: FormattedExecutionResult[];
  /** `complete`, or the error with which it ended. */
  ended: Promise<unknown>;
  stop(): void;
  /** Resolves when so many results have come. */
  has(count: number): Promise<void>;
}

type Operation = { query: string; variables?: Record<string, unknown> };

/** A server with subscriptions, the subgraph that they come from, and clients. */
export interface World extends AsyncDisposable {
  url: string;
  subgraph: EventSubgraph;
  admission: TestAdmission;
  subscriptions: Subscriptions;
  sse(operation: Operation, who?: string): Listening;
  ws(operation: Operation, who?: string): Listening;
}

/** @param who a name, or a name and when it expires: `ada:1700000000` */
const contextOf: ContextOf = async (request, authorization = request.headers.authorization) => {
  const [name = '', expires] = (authorization ?? '').replace('Bearer ', '').split(':');
  if (name === 'mallory') throw refusal('UNAUTHENTICATED', 'The access token is not valid.');
  const context: GatewayContext = {
    authorization: authorization ?? '',
    identity: name,
    personKey: name,
    caller: expires ? { userId: name, scope: '', policies: [], expiresAt: Number(expires) } : undefined,
    correlationId: request.correlationId,
    deadline: Date.now() + 10_000,
    log,
    method: request.method,
    headers: request.headers,
    renewed: async () => context,
  };
  return context;
};

export async function startWorld(settings: Record<string, unknown> = {}): Promise<World> {
  const subgraph = await startEventSubgraph();
  const admission = testAdmission();
  const subscriptions = createSubscriptions({
    admission,
    contextOf,
    format,
    subgraphUrl: (name) => (name === 'arrivals' ? subgraph.url : undefined),
    settings: subscriptionSettings.parse(settings),
    allowedOrigins: ['https://allowed.example'],
    log,
  });
  const app = createHttp(log, async () => undefined);
  app.route({
    method: ['GET', 'POST', 'PUT', 'DELETE'],
    url: '/graphql',
    handler: (request, reply) => subscriptions.handleSse(request, reply),
  });
  subscriptions.attach(app.server, '/graphql');
  const url = await listen(app, '127.0.0.1', 0);
  const clients = new Set<{ dispose(): unknown }>();
  const headers = (who?: string) => (who ? { authorization: `Bearer ${who}` } : undefined);

  return {
    url: `${url}/graphql`,
    subgraph,
    admission,
    subscriptions,
    sse(operation, who) {
      const client = createSseClient({ url: `${url}/graphql`, retryAttempts: 0, headers: headers(who) });
      clients.add(client);
      return listening((sink) => client.subscribe(operation, sink as never));
    },
    ws(operation, who) {
      const client = createWsClient({
        url: `${url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        connectionParams: headers(who),
      });
      clients.add(client);
      return listening((sink) => client.subscribe(operation, sink as never));
    },
    async [Symbol.asyncDispose]() {
      for (const client of clients) client.dispose();
      await subscriptions.stop();
      // The client of these tests opens connections that it never uses.
      app.server.closeAllConnections();
      await app.close();
      await subgraph.stop();
    },
  };
}

interface Sink {
  next(result: FormattedExecutionResult): void;
  error(error: unknown): void;
  complete(): void;
}

function listening(subscribe: (sink: Sink) => () => void): Listening {
  const results: FormattedExecutionResult[] = [];
  const ended = Promise.withResolvers<unknown>();
  const stop = subscribe({
    next: (result) => void results.push(result),
    error: ended.resolve,
    complete: () => ended.resolve('complete'),
  });
  const has = (count: number) => until(`${count} results`, () => results.length >= count);
  return { results, ended: ended.promise, stop, has };
}

export const codesOf = (results: readonly FormattedExecutionResult[]) =>
  results.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions?.code));

export const unavailable = failure(
  'SUBGRAPH_UNAVAILABLE',
  'The service "arrivals" is not available now. Try again later.',
  {
    service: 'arrivals',
  },
).toJSON();
export const timedOut = failure('SUBGRAPH_TIMEOUT', 'The service "arrivals" did not answer in time. Try again later.', {
  service: 'arrivals',
}).toJSON();

export const arrived = (upc: string) => ({ data: { arrived: { __typename: 'Product', upc } } });
export const subscription = { query: 'subscription { arrived { upc name } }' };
export const ofProduct = (upc: string) => ({ data: { arrived: { upc, name: `Product ${upc}` } } });
