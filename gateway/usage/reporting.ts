import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginUsageReporting } from '@apollo/server/plugin/usageReporting';
import type { Logger } from '@banyan/kit';
import type { GraphQLSchema } from 'graphql';
import { createSender } from './sender.ts';
import type { UsageConfig } from './settings.ts';
import { signatureOf } from './signature.ts';

const attempts = 3;
const attemptMs = 5_000;
/** What a client calls itself is any header's text. */
const longestName = 64;

/**
 * Reports to the registry what clients ask for, in batches, after their requests are answered; a share of them with a trace of
 * every field in every subgraph. Apollo's own plugin with our signature, and an end to everything that it waits for.
 * Without a key, a graph ref and an endpoint it reports nothing.
 * https://www.apollographql.com/docs/apollo-server/api/plugin/usage-reporting
 */
export function usageReporting<Context extends BaseContext>(
  config: UsageConfig,
  log: Logger,
): ApolloServerPlugin<Context> {
  const { APOLLO_KEY: key, APOLLO_GRAPH_REF: graphRef, APOLLO_USAGE_ENDPOINT: endpointUrl } = config;
  if (!key || !graphRef || !endpointUrl) return ApolloServerPluginUsageReportingDisabled();

  const sender = createSender(log);
  let schema: GraphQLSchema | undefined;
  const stock = ApolloServerPluginUsageReporting<Context>({
    endpointUrl,
    reportIntervalMs: config.USAGE_INTERVAL_MS,
    maxAttempts: attempts,
    requestTimeoutMs: attemptMs,
    fieldLevelInstrumentation: config.USAGE_SAMPLE,
    // Traces are added up here: the registry keeps no single one.
    sendTraces: false,
    calculateSignature: (document, operationName) => signatureOf(document, operationName, schema),
    generateClientInfo: ({ request }) => ({
      clientName: request.http?.headers.get('apollographql-client-name')?.slice(0, longestName),
      clientVersion: request.http?.headers.get('apollographql-client-version')?.slice(0, longestName),
    }),
    fetcher: sender.fetcher,
    reportErrorFunction: sender.failed,
    logger: quietly(log),
  });

  return {
    ...stock,
    async serverWillStart(service) {
      const keyHash = createHash('sha512').update(key).digest('hex');
      const listener = await stock.serverWillStart?.({ ...service, apollo: { key, keyHash, graphRef } });
      return {
        ...listener,
        schemaDidLoadOrUpdate: ({ apiSchema }) => {
          schema = apiSchema;
        },
        async serverWillStop() {
          // The plugin counts a request in the turn after it, and none any more once it is told to stop.
          await setImmediate();
          await sender.end(async () => listener?.serverWillStop?.());
        },
      };
    },
  };
}

/** The plugin greets with an address in Apollo's cloud, which is not where these reports go. */
const quietly = (log: Logger) => ({
  debug: (message?: string) => log.debug(message),
  info: (message?: string) => log.debug(message),
  warn: (message?: string) => log.warn(message),
  error: (message?: string) => log.error(message),
});
