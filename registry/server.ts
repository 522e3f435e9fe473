import { readFileSync } from 'node:fs';
import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { failure, formatError, type Logger, logOperations, UserMistake } from '@banyan/kit';
import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import { type DocumentLimits, limitAliases } from './limits.ts';

/** A GraphQL server of the registry: its own, or Uplink's. */
export function createServer<Context extends BaseContext>(
  name: string,
  schema: URL,
  resolvers: object,
  limits: DocumentLimits,
  app: FastifyInstance,
  log: Logger,
): ApolloServer<Context> {
  const format = formatError('registry', log);
  return new ApolloServer<Context>({
    typeDefs: readFileSync(schema, 'utf8'),
    resolvers: resolvers as never,
    formatError(formatted, error) {
      const original = error instanceof GraphQLError ? error.originalError : undefined;
      if (!(original instanceof UserMistake)) return format(formatted, error);
      const { extensions } = failure(original.code, original.message);
      return format({ ...formatted, message: original.message, extensions }, error);
    },
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [limitAliases(limits.aliases)],
    csrfPrevention: true,
    introspection: true,
    logger: log,
    stopOnTerminationSignals: false,
    plugins: [
      fastifyApolloDrainPlugin(app) as ApolloServerPlugin<Context>,
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      logOperations<Context>(log.child({ api: name })),
      alwaysOk(),
    ],
  });
}

/**
 * Rover reads the errors of an answer with status 200 alone: 400 it reports without a word of ours, everything else it tries again
 * until its time is up.
 */
const alwaysOk = <Context extends BaseContext>(): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ response }) {
        response.http.status = 200;
      },
    };
  },
});
