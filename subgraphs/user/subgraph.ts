import { readFileSync } from 'node:fs';
import {
  checkTable,
  createConnections,
  createLog,
  createStream,
  ensureTable,
  type Running,
  setting,
  startRelay,
  startSubgraph,
  subgraphSettings,
} from '@banyan/kit';
import type { z } from 'zod';
import { createAccounts } from './account.ts';
import type { Context } from './context.ts';
import { createLoaders } from './loaders.ts';
import { resolvers } from './resolvers.ts';
import { createKeyRing } from './signingKeys.ts';
import { createStore } from './store.ts';

export const userSettings = subgraphSettings.extend({
  PORT: setting.port.default(4001),
  /** Encrypts the private signing keys at rest. */
  USER_KEY_SECRET: setting.secret,
});

export type UserConfig = z.output<typeof userSettings>;

const keySetSeconds = 300;

/** Starts the user subgraph: GraphQL for the gateway, and the public keys of its access tokens for everybody. */
export async function startUser(config: UserConfig): Promise<Running> {
  const log = createLog('user', config.LOG_LEVEL);
  const store = createStore(`${config.TABLE_PREFIX}user`);
  const stream = createStream(config.EVENT_STREAM);
  await Promise.all([ensureTable(store.client, store.table), stream.ensure()]);

  const keys = createKeyRing(store.signingKeys, config.USER_KEY_SECRET);
  const accounts = createAccounts(store, keys);
  const connections = createConnections(config.CURSOR_SECRET);
  await keys.publicKeys();

  return startSubgraph<Context>(
    {
      name: 'user',
      schema: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
      resolvers,
      context: (request) => ({
        ...request,
        store,
        accounts,
        connections,
        loaders: createLoaders(store, request.identity.userId),
      }),
      routes(app) {
        app.get('/.well-known/jwks.json', async (_request, reply) =>
          reply.header('cache-control', `public, max-age=${keySetSeconds}`).send(await keys.publicKeys()),
        );
      },
      ready: () => checkTable(store.client, store.table),
      background: [startRelay(store.outbox, stream, log)],
    },
    config,
    log,
  );
}
