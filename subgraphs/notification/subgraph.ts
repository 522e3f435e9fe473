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

export const notificationSettings = subgraphSettings.extend({
  PORT: setting.port.default(4005),
});

export type NotificationConfig = z.output<typeof notificationSettings>;

/** Starts the notification subgraph. */
export async function startNotification(config: NotificationConfig): Promise<Running> {
  const log = createLog('notification', config.LOG_LEVEL);
  const store = createStore(`${config.TABLE_PREFIX}notification`);
  await ensureTable(store.client, store.table);

  const connections = createConnections(config.CURSOR_SECRET);

  return startSubgraph<Context>(
    {
      name: 'notification',
      schema: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
      resolvers,
      context: (request) => ({
        ...request,
        store,
        connections,
        loaders: createLoaders(store, request.identity.userId),
      }),
      ready: () => checkTable(store.client, store.table),
    },
    config,
    log,
  );
}
