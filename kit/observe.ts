import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import type { Logger } from './log.ts';

/** One line a request, with what an engineer looks for first: the operation, how long it took, and the codes of its errors. */
export function logOperations<Context extends BaseContext>(log: Logger): ApolloServerPlugin<Context> {
  // The line below has nothing of a request in it that could be a secret, and to look for one is most of what it costs.
  const lines = log.child({}, { redact: [] });
  return {
    /** Refused before it began: nobody may ask so. */
    async contextCreationDidFail({ error }) {
      log.info({ codes: [(error as GraphQLError).extensions?.code] }, 'request refused');
    },
    async requestDidStart() {
      const start = performance.now();
      return {
        async willSendResponse({ operationName, response }) {
          const result = response.body.kind === 'single' ? response.body.singleResult : response.body.initialResult;
          const codes = result.errors?.map((error) => error.extensions?.code);
          const line = { operation: operationName ?? undefined, ms: Math.round(performance.now() - start), codes };
          lines.info(line, codes ? 'request answered with errors' : 'request answered');
        },
      };
    },
  };
}
