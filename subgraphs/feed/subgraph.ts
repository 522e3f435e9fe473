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
import { z } from 'zod';
import type { Context } from './context.ts';
import { createHandlers } from './events.ts';
import { createFanOut } from './fanOut.ts';
import { createLoaders } from './loaders.ts';
import { resolvers } from './resolvers.ts';
import { createSpamCheck } from './spamCheck.ts';
import { createStore } from './store.ts';

export const feedSettings = subgraphSettings.extend({
  PORT: setting.port.default(4002),
  /** Whom more people follow is merged into home feeds at read. */
  STAR_FOLLOWERS: z.coerce.number().int().positive().default(10_000),
  /** Where spam answers what is known of a text. */
  SPAM_URL: z.url().default('http://localhost:4003/graphql'),
  /** How long publishing waits for that answer. */
  SPAM_BUDGET_MS: setting.milliseconds.default(150),
});

export type FeedConfig = z.output<typeof feedSettings>;

/** Starts the feed subgraph, its relay to the stream and its consumer of it. */
export async function startFeed(config: FeedConfig): Promise<Running> {
  const log = createLog('feed', config.LOG_LEVEL);
  const store = createStore(`${config.TABLE_PREFIX}feed`);
  const { client, table } = store;
  const stream = createStream(config.EVENT_STREAM);
  await Promise.all([ensureTable(client, table), stream.ensure()]);
  const connections = createConnections(config.CURSOR_SECRET);
  const checkSpam = createSpamCheck({ url: config.SPAM_URL, budgetMs: config.SPAM_BUDGET_MS });
  const handlers = createHandlers(store, createFanOut(store, config.STAR_FOLLOWERS));
  const consumer = startConsumer({ client, table, stream, handlers, pollMs: config.EVENT_POLL_MS, log });

  return startSubgraph<Context>(
    {
      name: 'feed',
      schema: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
      resolvers,
      context: (request) => ({
        ...request,
        store,
        connections,
        checkSpam,
        loaders: createLoaders(store, request.identity.userId),
      }),
      async ready() {
        await checkTable(client, table);
        return { lagMs: consumer.lagMs() };
      },
      background: [startRelay(store.outbox, stream, log), consumer],
    },
    config,
    log,
  );
}
