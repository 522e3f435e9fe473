import { readFileSync } from 'node:fs';
import {
  checkTable,
  createConnections,
  createIdentityReader,
  createLog,
  createStream,
  ensureTable,
  type RequestContext,
  type Running,
  setting,
  startConsumer,
  startSubgraph,
  subgraphSettings,
} from '@banyan/kit';
import { z } from 'zod';
import type { Context } from './context.ts';
import { createHandlers } from './events.ts';
import { createListeners } from './live/listeners.ts';
import { addLiveStreams } from './live/stream.ts';
import { createLoaders } from './loaders.ts';
import { resolvers } from './resolvers.ts';
import { createStore } from './store.ts';

export const notificationSettings = subgraphSettings.extend({
  PORT: setting.port.default(4005),
  /** How often a live stream shows that it is alive; who takes nothing for so long is cut off. */
  LIVE_HEARTBEAT_MS: setting.milliseconds.default(10_000),
  /** How often we look for news for those who listen here, beside what this instance writes itself. */
  LIVE_LOOK_MS: setting.milliseconds.default(1_000),
  /** How long a live stream lasts at most: it is authorised when it starts. */
  LIVE_LIFE_MS: setting.milliseconds.default(15 * 60_000),
  /** How many live streams a person can have at one time, on each instance. */
  LIVE_STREAMS_A_PERSON: z.coerce.number().int().positive().default(5),
});

export type NotificationConfig = z.output<typeof notificationSettings>;

const name = 'notification';

/** Starts the notification subgraph, its consumer of the stream and its live streams. */
export async function startNotification(config: NotificationConfig): Promise<Running> {
  const log = createLog(name, config.LOG_LEVEL);
  const store = createStore(`${config.TABLE_PREFIX}notification`);
  const { client, table } = store;
  const stream = createStream(config.EVENT_STREAM);
  await Promise.all([ensureTable(client, table), stream.ensure()]);

  const connections = createConnections(config.CURSOR_SECRET);
  const listeners = createListeners(
    store.inboxes.sequences,
    { lookMs: config.LIVE_LOOK_MS, maxAPerson: config.LIVE_STREAMS_A_PERSON },
    log,
  );
  const schema = readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8');
  const context = (request: RequestContext): Context => ({
    ...request,
    store,
    connections,
    listeners,
    loaders: createLoaders(store, request.identity.userId),
  });

  return startSubgraph<Context>(
    {
      name,
      schema,
      resolvers,
      context,
      routes: (app) =>
        addLiveStreams(
          app,
          {
            name,
            schema,
            resolvers,
            context: (request, signal) => ({ ...context(request), stream: signal }),
            readIdentity: createIdentityReader(config.GATEWAY_PUBLIC_JWKS),
            heartbeatMs: config.LIVE_HEARTBEAT_MS,
            lifeMs: config.LIVE_LIFE_MS,
            deadlineMs: config.REQUEST_DEADLINE_MS,
          },
          log,
        ),
      ready: () => checkTable(client, table),
      background: [
        listeners,
        startConsumer({
          client,
          table,
          stream,
          handlers: createHandlers(store, listeners.wake),
          pollMs: config.EVENT_POLL_MS,
          log,
        }),
      ],
    },
    config,
    log,
  );
}
