import type { GraphQLDataSource } from '@apollo/gateway';
import { failure, traceparentFor } from '@banyan/kit';
import type { GraphQLError } from 'graphql';
import type { GatewayContext } from './context.ts';
import { readAnswer } from './transport/answer.ts';

type Answer = Awaited<ReturnType<GraphQLDataSource<GatewayContext>['process']>>;

/**
 * Asks a subgraph over HTTP, within its deadline. What goes wrong is one error that names the subgraph:
 * SUBGRAPH_TIMEOUT, or SUBGRAPH_UNAVAILABLE when it cannot be reached or does not answer GraphQL.
 */
export function createDataSource(name: string, url: string, deadlineMs: number): GraphQLDataSource<GatewayContext> {
  const fail = (code: 'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_TIMEOUT'): GraphQLError => {
    const message = code === 'SUBGRAPH_TIMEOUT' ? 'did not answer in time' : 'is not available now';
    return failure(code, `The service "${name}" ${message}. Try again later.`, { service: name });
  };

  return {
    async process({ request, context }) {
      // The planner's own fetches of a schema have no request context; we compose from files and make none.
      const { authorization = '', correlationId = '', log } = context as Partial<GatewayContext>;
      const headers = Object.fromEntries(request.http?.headers ?? []);
      const { query, variables, operationName } = request;
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: {
            ...headers,
            'content-type': 'application/json',
            ...(authorization && { authorization }),
            traceparent: traceparentFor(correlationId),
          },
          body: JSON.stringify({ query, variables, operationName }),
          signal: AbortSignal.timeout(deadlineMs),
        });
        if (!response.ok) throw new Error(`HTTP ${response.status}: ${(await response.text()).slice(0, 500)}`);
        return readAnswer(await response.text()) as Answer;
      } catch (error) {
        const code = (error as Error).name === 'TimeoutError' ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE';
        log?.warn({ err: error, subgraph: name, code }, 'fetch from subgraph failed');
        throw fail(code);
      }
    },
  };
}
