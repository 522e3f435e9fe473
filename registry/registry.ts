import { setTimeout as wait } from 'node:timers/promises';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import {
  checkTable,
  createConnections,
  createHttp,
  createLog,
  ensureTable,
  failure,
  inRequest,
  listen,
  type Running,
} from '@banyan/kit';
import DataLoader from 'dataloader';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createChecks } from './checks/checks.ts';
import { createGatherer } from './checks/gather.ts';
import { createMarks } from './checks/marks.ts';
import type { Context } from './context.ts';
import { createDocuments } from './documents.ts';

import { formatGraphRef, type GraphRef, parseGraphRef } from './graphs/graphRef.ts';
import { createGraphs, type Graphs, type Variant } from './graphs/graphs.ts';
import { createGraphStore } from './graphs/store.ts';
import { openTable } from './graphs/table.ts';
import { createKeys } from './keys/keys.ts';
import { may } from './keys/may.ts';
import { createPersistedQueries } from './persistedQueries/persistedQueries.ts';
import { resolvers } from './resolvers.ts';
import { createServer } from './server.ts';
import type { RegistryConfig } from './settings.ts';
import { type UplinkContext, uplinkResolvers } from './uplink/resolvers.ts';
import { startUsage } from './usage/usage.ts';
import { createWebhooks } from './webhooks/webhooks.ts';
import { createWorkers } from './work/workers.ts';

export { type RegistryConfig, registrySettings } from './settings.ts';

/** The largest SDL that is taken, escaped as JSON. */
const bodyLimit = 16 * 1024 * 1024;
/** A question to Uplink is a few hundred bytes, and comes without a key that could be looked at first. */
const uplinkBodyLimit = 64 * 1024;
/** How long checks may go on once the registry is to end. */
const settleMs = 4_000;

/**
 * Starts the registry: Rover's protocol at `/graphql`, Uplink at `/uplink`, usage reports at `/api/ingress/traces`, chunks of
 * persisted queries at `/persisted-queries/<id>`.
 */
export async function startRegistry(config: RegistryConfig): Promise<Running> {
  const log = createLog('registry', config.LOG_LEVEL);
  const at = openTable(config.TABLE_PREFIX);
  const documents = createDocuments(config.REGISTRY_BUCKET);
  await Promise.all([ensureTable(at.client, at.table), documents.ensure()]);

  const keys = createKeys({ ...at, log });
  const isFirst =
    config.REGISTRY_BOOTSTRAP_KEY &&
    (await keys.bootstrap(config.REGISTRY_ORGANIZATION, config.REGISTRY_BOOTSTRAP_KEY));
  if (isFirst) log.info('the bootstrap key is the first key');

  const workers = createWorkers(config.REGISTRY_WORK_LIMIT_MS);
  const webhooks = createWebhooks({ ...at, log });
  const announce = () => webhooks.notify();
  const usage = await startUsage(`${config.TABLE_PREFIX}registry-usage`, config, log);
  const graphs = createGraphs({ store: createGraphStore(at), documents, builder: workers, announce, log });
  const marks = createMarks(at.client, at.table);
  const gather = createGatherer(graphs, usage, marks);
  const checks = createChecks({ ...at, documents, workers, gather, announce, log });
  const persistedQueries = createPersistedQueries({ ...at, documents });
  webhooks.start();
  const ready = async () => {
    await Promise.all([checkTable(at.client, at.table), documents.check()]);
    return undefined;
  };

  const app = createHttp(log, ready, { bodyLimit });
  const schema = new URL('./schema.graphql', import.meta.url);
  const limits = { tokens: 5_000, aliases: 20 };
  const server = createServer<Context>('registry', schema, resolvers, limits, app, log);
  const uplinkSchema = new URL('./uplink/schema.graphql', import.meta.url);
  const uplink = createServer<UplinkContext>(
    'uplink',
    uplinkSchema,
    uplinkResolvers,
    { tokens: 500, aliases: 5 },
    app,
    log,
  );
  await Promise.all([server.start(), uplink.start()]);

  let publicUrl = config.REGISTRY_URL ?? '';
  const shared = { graphs, checks, marks, keys, webhooks, persistedQueries, usage, workers, log };
  const connections = createConnections(config.CURSOR_SECRET);
  const answer = fastifyApolloHandler(server, {
    async context(request: FastifyRequest): Promise<Context> {
      const actor = await keys.authenticate(request.headers['x-api-key']);
      if (!actor) throw unknownKey(request.headers['x-api-key']);
      const organization = config.REGISTRY_ORGANIZATION;
      return { ...shared, actor, connections, organization, publicUrl, loaders: createLoaders(graphs) };
    },
  });
  const answerUplink = fastifyApolloHandler(uplink, {
    context: async (): Promise<UplinkContext> => ({
      ...shared,
      publicUrl,
      minDelaySeconds: config.UPLINK_MIN_DELAY_SECONDS,
    }),
  });
  const handle = (handler: typeof answer) => (request: FastifyRequest, reply: FastifyReply) => {
    const scope = { correlationId: request.correlationId, deadline: Date.now() + config.REQUEST_DEADLINE_MS };
    return inRequest(scope, () => handler.call(app, request, reply));
  };
  app.post('/graphql', { errorHandler: toRover }, handle(answer));
  app.post('/uplink', { bodyLimit: uplinkBodyLimit }, handle(answerUplink as typeof answer));
  app.get<{ Params: { id: string } }>('/persisted-queries/:id', async ({ params }, reply) => {
    const chunk = await persistedQueries.chunk(params.id);
    return chunk === undefined ? reply.callNotFound() : reply.type('application/json').send(chunk);
  });
  usage.addRoutes(app, async (key, graphRef) => {
    const actor = await keys.authenticate(key);
    return actor !== undefined && may(actor, 'report', parseGraphRef(graphRef));
  });

  const url = await listen(app, config.HOST, config.PORT);
  publicUrl ||= url;
  log.info({ url }, 'ready');
  return {
    url,
    async stop() {
      await app.close();
      await Promise.all([server.stop(), uplink.stop()]);
      await Promise.race([checks.settle(), wait(settleMs, undefined, { ref: false })]);
      await Promise.all([webhooks.stop(), keys.settle(), usage.stop(), workers.stop()]);
      documents.close();
      at.client.destroy();
    },
  };
}

/** Rover reads no answer but one with status 200; what is refused before GraphQL is one of those too. */
function toRover(error: { statusCode?: number; message: string }, _request: FastifyRequest, reply: FastifyReply) {
  if ((error.statusCode ?? 500) >= 500) throw error;
  const message =
    error.statusCode === 413 ? `The request is larger than ${bodyLimit / 1024 / 1024} MiB.` : error.message;
  return reply.code(200).send({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] });
}

const createLoaders = (graphs: Graphs): Context['loaders'] => ({
  variant: new DataLoader<GraphRef, Variant | undefined, string>(
    (refs) => Promise.all(refs.map((ref) => graphs.variant(ref))),
    { cacheKeyFn: formatGraphRef },
  ),
});

/** With status 200, as everything that Rover is to read. */
const unknownKey = (key: unknown) =>
  failure(
    'UNAUTHENTICATED',
    key === undefined
      ? 'Without an API key nobody gets an answer. Send it as x-api-key; Rover takes it from APOLLO_KEY.'
      : 'The API key is not known, has expired, or was revoked.',
    { http: { status: 200 } },
  );
