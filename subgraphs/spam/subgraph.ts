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
import { startBackground } from './background.ts';
import { createChecks } from './check.ts';
import type { Context } from './context.ts';
import { createHandlers } from './events.ts';
import { createExpander } from './link/expand.ts';
import { internet, type Network } from './link/network.ts';
import { createLoaders } from './loaders.ts';
import { resolvers } from './resolvers.ts';
import { createTally } from './statistics.ts';
import { createStore } from './store.ts';
import type { Rules } from './target.ts';

export { internet, type Network };

const count = z.coerce.number().int().positive();

export const spamSettings = subgraphSettings.extend({
  PORT: setting.port.default(4003),
  /** Which links are followed to see where they lead: those on known shorteners, or every one. */
  EXPAND: z.enum(['shorteners', 'all']).default('shorteners'),
  /** For all redirects of one link together. */
  EXPAND_TIMEOUT_MS: setting.milliseconds.default(3_000),
  /** The wait after the first try of a link that could not be followed; each further one is twice as long, at most an hour. */
  EXPAND_RETRY_MS: setting.milliseconds.default(30_000),
  /** After so many tries a moderator has to look. */
  EXPAND_TRIES: count.default(8),
  /** So many people have to report a text before a moderator has to look. */
  REPORTS_FOR_REVIEW: count.default(3),
});

export type SpamConfig = z.output<typeof spamSettings>;

/**
 * Starts the spam subgraph, its relay to the stream, its consumer of it, and what follows links.
 * @param network what links are followed in; tests bring their own.
 */
export async function startSpam(config: SpamConfig, network: Network = internet): Promise<Running> {
  const log = createLog('spam', config.LOG_LEVEL);
  const store = createStore(`${config.TABLE_PREFIX}spam`);
  const { client, table } = store;
  const stream = createStream(config.EVENT_STREAM);
  await Promise.all([ensureTable(client, table), stream.ensure()]);

  const rules: Rules = {
    retryMs: config.EXPAND_RETRY_MS,
    maxTries: config.EXPAND_TRIES,
    reportsForReview: config.REPORTS_FOR_REVIEW,
  };
  const follow = config.EXPAND;
  const tally = createTally();
  const expand = createExpander({ follow, timeoutMs: config.EXPAND_TIMEOUT_MS, network });
  const checks = createChecks({ store, tally, expand, follow, rules });
  const connections = createConnections(config.CURSOR_SECRET);
  const handlers = createHandlers(checks);
  const consumer = startConsumer({ client, table, stream, handlers, pollMs: config.EVENT_POLL_MS, log });

  return startSubgraph<Context>(
    {
      name: 'spam',
      schema: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
      resolvers,
      context: (request) => ({
        ...request,
        store,
        connections,
        checks,
        tally,
        rules,
        follow,
        loaders: createLoaders(store),
      }),
      async ready() {
        await checkTable(client, table);
        return { lagMs: consumer.lagMs() };
      },
      background: [
        startRelay(store.outbox, stream, log),
        consumer,
        ...startBackground(store, checks, tally, config.EVENT_POLL_MS, log),
      ],
    },
    config,
    log,
  );
}
