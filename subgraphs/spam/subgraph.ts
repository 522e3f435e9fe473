import { readFileSync } from 'node:fs';
import {
  checkTable,
  createConnections,
  createLog,
  ensureTable,
  type Running,
  setting,
  startSubgraph,
  subgraphSettings,
} from '@banyan/kit';
import type { z } from 'zod';
import type { Context } from './context.ts';
import { createLoaders } from './loaders.ts';
import { resolvers } from './resolvers.ts';
import { createStore } from './store.ts';

export const spamSettings = subgraphSettings.extend({
  PORT: setting.port.default(4003),
});

export type SpamConfig = z.output<typeof spamSettings>;

/** Starts the spam subgraph. */
export async function startSpam(config: SpamConfig): Promise<Running> {
  const log = createLog('spam', config.LOG_LEVEL);
  const store = createStore(`${config.TABLE_PREFIX}spam`);
  await ensureTable(store.client, store.table);
  const connections = createConnections(config.CURSOR_SECRET);

  return startSubgraph<Context>(
    {
      name: 'spam',
      schema: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
      resolvers,
      context: (request) => ({ ...request, store, connections, loaders: createLoaders(store) }),
      ready: () => checkTable(store.client, store.table),
    },
    config,
    log,
  );
}
