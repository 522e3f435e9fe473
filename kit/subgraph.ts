import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parse } from 'graphql';
import type { SubgraphConfig } from './config.ts';
import type { RequestContext } from './context.ts';
import { traceparentFor } from './correlation.ts';
import { formatError } from './errors.ts';
import type { Background } from './events/loop.ts';
import type { ReadyCheck } from './health.ts';
import { createHttp, listen, type Running, subgraphBodyLimit } from './http.ts';
import { createIdentityReader } from './identity.ts';
import type { Logger } from './log.ts';
import { logOperations } from './observe.ts';
import { inRequest } from './request.ts';

/** What a domain hands over to be served. */
export interface Subgraph<Context extends RequestContext> {
  name: string;
  /** The subgraph's SDL. */
  schema: string;
  resolvers: object;
  /** Adds the domain's own (loaders above all) to what a request brings. */
  context(request: RequestContext): Context;
  /** Other addresses than GraphQL's. */
  routes?(app: FastifyInstance): void;
  ready: ReadyCheck;
  /** Relays and consumers: stopped after the last request. */
  background?: Background[];
}

/**
 * Serves a subgraph at `/graphql`, to the gateway alone: every request brings the identity that the gateway signed.
 * @param port 0 takes a free one.
 */
export async function startSubgraph<Context extends RequestContext>(
  subgraph: Subgraph<Context>,
  config: SubgraphConfig & { PORT: number },
  log: Logger,
): Promise<Running> {
  const app = createHttp(log, subgraph.ready, { bodyLimit: subgraphBodyLimit });
  const readIdentity = createIdentityReader(config.GATEWAY_PUBLIC_JWKS);
  const apollo = new ApolloServer<Context>({
    schema: buildSubgraphSchema([{ typeDefs: parse(subgraph.schema), resolvers: subgraph.resolvers as never }]),
    formatError: formatError(subgraph.name, log),
    csrfPrevention: true,
    introspection: false,
    logger: log,
    plugins: [
      fastifyApolloDrainPlugin(app) as ApolloServerPlugin<Context>,
      ApolloServerPluginUsageReportingDisabled(),
      logOperations<Context>(log),
    ],
    stopOnTerminationSignals: false,
  });
  await apollo.start();

  const answer = fastifyApolloHandler(apollo, {
    context: async (request: FastifyRequest) => {
      const authorization = request.headers.authorization ?? '';
      const identity = await readIdentity(authorization);
      return subgraph.context({ identity, authorization, log, traceparent: traceparentFor(request.correlationId) });
    },
  });
  app.post('/graphql', (request, reply) => {
    const { correlationId } = request;
    const deadline = Date.now() + config.REQUEST_DEADLINE_MS;
    return inRequest({ correlationId, deadline }, () => answer.call(app, request, reply));
  });
  subgraph.routes?.(app);

  const url = await listen(app, config.HOST, config.PORT);
  log.info({ url: `${url}/graphql` }, 'ready');
  return {
    url,
    async stop() {
      await app.close();
      await apollo.stop();
      await Promise.all((subgraph.background ?? []).map((part) => part.stop()));
    },
  };
}
