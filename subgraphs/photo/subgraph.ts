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
import { z } from 'zod';
import type { Context } from './context.ts';
import { createLoaders } from './loaders.ts';
import { createObjects } from './objects.ts';
import { resolvers } from './resolvers.ts';
import { createStore } from './store.ts';
import { createUploads } from './upload.ts';

export const photoSettings = subgraphSettings.extend({
  PORT: setting.port.default(4004),
  PHOTO_BUCKET: z.string().default('banyan-photos'),
});

export type PhotoConfig = z.output<typeof photoSettings>;

/** Starts the photo subgraph. */
export async function startPhoto(config: PhotoConfig): Promise<Running> {
  const log = createLog('photo', config.LOG_LEVEL);
  const store = createStore(`${config.TABLE_PREFIX}photo`);
  await ensureTable(store.client, store.table);

  const objects = createObjects(config.PHOTO_BUCKET);
  const uploads = createUploads(store, objects, log);
  const connections = createConnections(config.CURSOR_SECRET);

  return startSubgraph<Context>(
    {
      name: 'photo',
      schema: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
      resolvers,
      context: (request) => ({ ...request, store, objects, uploads, connections, loaders: createLoaders(store) }),
      ready: () => checkTable(store.client, store.table),
    },
    config,
    log,
  );
}
