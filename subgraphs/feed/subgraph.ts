import { readFileSync } from 'node:fs';
import {
  checkTable,
  createConnections,
  createLog,
  createStream,
  ensureTable,
  type Running,
  setting,
  startConsumer,
  startRelay,
  startSubgraph,
  subgraphSettings,
} from '@banyan/kit';
import type { z } from 'zod';
import type { Context } from './context.ts';
import { createHandlers } from './events.ts';
import { createLoaders } from './loaders.ts';
import { resolvers } from './resolvers.ts';
import { createStore } from './store.ts';

export const feedSettings = subgraphSettings.extend({ PORT: setting.port.default(4002) });

export type FeedConfig = z.output<typeof feedSettings>;

/** Starts the feed subgraph, its relay to the stream and its consumer of it. */
export async function startFeed(config: FeedConfig): Promise<Running> {
  const log = createLog('feed', config.LOG_LEVEL);
  const store = createStore(`${config.TABLE_PREFIX}feed`);
  const { client, table } = store;
  const stream = createStream(config.EVENT_STREAM);
  await Promise.all([ensureTable(client, table), stream.ensure()]);
  const connections = createConnections(config.CURSOR_SECRET);

  return startSubgraph<Context>(
    {
      name: 'feed',
      schema: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
      resolvers,
      context: (request) => ({
        ...request,
        store,
        connections,
        loaders: createLoaders(store, request.identity.userId),
      }),
      ready: () => checkTable(client, table),
      background: [
        startRelay(store.outbox, stream, log),
        startConsumer({ client, table, stream, handlers: createHandlers(store), pollMs: config.EVENT_POLL_MS, log }),
      ],
    },
    config,
    log,
  );
}
