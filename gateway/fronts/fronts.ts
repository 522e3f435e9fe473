import type { ApolloServer, ApolloServerPlugin } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { failure, inRequest, type Logger } from '@banyan/kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ContextOf, GatewayContext } from '../context.ts';
import type { Engine } from '../executor.ts';
import type { GatewayConfig } from '../gateway.ts';
import { createAdmission } from '../pipeline/admission.ts';
import type { Format } from '../pipeline/answers.ts';
import { measure } from '../pipeline/measuring.ts';
import { Sharing } from '../pipeline/sharing.ts';
import { createSubscriptions } from '../subscriptions/subscriptions.ts';
import { isCrossSite } from './crossSite.ts';
import { createDeferredFront } from './deferred.ts';
import type { Front } from './front.ts';
import { createLeanFront } from './lean.ts';

const path = '/graphql';

export interface FrontsOptions {
  app: FastifyInstance;
  apollo: ApolloServer<GatewayContext>;
  /** Without it Apollo Server answers everything. */
  engine: Engine | undefined;
  contextOf: ContextOf;
  /** Hear of every request. */
  observers: readonly ApolloServerPlugin<GatewayContext>[];
  format: Format;
  config: GatewayConfig;
  log: Logger;
}

/**
 * The ways in, all at one address: event streams and WebSockets, answers in parts, the common request, and Apollo Server for
 * everything else. The first that knows a request as its own answers it.
 */
export function addFronts({ app, apollo, engine, contextOf, ...options }: FrontsOptions): { stop(): Promise<void> } {
  const contexts = new WeakMap<FastifyRequest, Promise<GatewayContext>>();
  const contextOnce = (request: FastifyRequest) => {
    const context = contexts.get(request) ?? contextOf(request);
    contexts.set(request, context);
    return context;
  };
  const answer = fastifyApolloHandler(apollo, { context: contextOnce });
  const { fronts, stop } = engine ? ownFronts(app, engine, contextOf, contextOnce, options) : { fronts: [] };
  app.route({
    method: ['GET', 'POST', 'PUT', 'DELETE'],
    url: path,
    handler: (request: FastifyRequest, reply: FastifyReply) => {
      const scope = { correlationId: request.correlationId, deadline: Number.POSITIVE_INFINITY };
      return inRequest(scope, async () => {
        for (const front of fronts) if (await front(request, reply)) return reply;
        return answer.call(app, request, reply);
      });
    },
  });
  return { stop: async () => stop?.() };
}

function ownFronts(
  app: FastifyInstance,
  engine: Engine,
  contextOf: ContextOf,
  contextOnce: (request: FastifyRequest) => Promise<GatewayContext>,
  { observers, format, config, log }: Pick<FrontsOptions, 'observers' | 'format' | 'config' | 'log'>,
): { fronts: readonly Front[]; stop(): Promise<void> } {
  const { gateway } = engine;
  const preparer = () => gateway.preparer();
  const sharing = config.REQUEST_DEDUPLICATION ? new Sharing<never>() : undefined;
  const admission = createAdmission({
    ...engine,
    preparer,
    plugins: observers,
    sharing,
    format,
    measure: config.OPERATION_COSTS === 'told' ? measure : undefined,
  });
  const subscriptions = createSubscriptions({
    admission,
    contextOf,
    format,
    subgraphUrl: (name) => engine.urlOf(name),
    settings: config,
    allowedOrigins: config.ALLOWED_ORIGINS,
    trustedProxies: config.TRUSTED_PROXIES,
    log,
  });
  subscriptions.attach(app.server, path);
  gateway.onSchemaLoadOrUpdate(() => void subscriptions.endAll('a new supergraph is served'));
  const streamed: Front = async (request, reply) => {
    if (!request.headers.accept?.includes('text/event-stream')) return false;
    if (isCrossSite(request, config.ALLOWED_ORIGINS)) {
      const error = failure('FORBIDDEN', 'A page of another origin may not ask so.');
      await reply.code(403).send({ errors: [error] });
      return true;
    }
    await subscriptions.handleSse(request, reply);
    return true;
  };
  const documents = () => engine.served(preparer().supergraph).documents;
  return {
    fronts: [
      streamed,
      createDeferredFront({ admission, documents, contextOf: contextOnce, format }),
      createLeanFront({ admission, documents, contextOf: contextOnce }),
    ],
    stop: () => subscriptions.stop(),
  };
}
