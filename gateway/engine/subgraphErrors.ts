import { GraphQLError } from 'graphql';
import type { Place } from './responsePath.ts';
import type { SubgraphError } from './subgraphs.ts';

/** An error of a subgraph at a place of the response. It names the service as `@apollo/gateway` does, in `serviceName`. */
export function errorFrom(subgraph: string, error: SubgraphError, path: Place | undefined): GraphQLError {
  const message = error.message || `Error while fetching subquery from service "${subgraph}"`;
  const extensions = {
    code: 'DOWNSTREAM_SERVICE_ERROR',
    service: subgraph,
    ...error.extensions,
    serviceName: subgraph,
  };
  return new GraphQLError(message, { path, extensions });
}

/** What a fetch that brought no answer costs: one error, which names the service and has no path, for it is of all its fields. */
export function fetchFailure(subgraph: string, error: unknown): GraphQLError {
  const given = error instanceof GraphQLError ? error : undefined;
  if (given && given.extensions.service !== undefined) return given;
  const message = error instanceof Error ? error.message : `The service "${subgraph}" could not be asked.`;
  return new GraphQLError(message, {
    originalError: error instanceof Error ? (given?.originalError ?? error) : undefined,
    extensions: { ...given?.extensions, service: subgraph, serviceName: subgraph },
  });
}

/** An answer that GraphQL does not allow. https://spec.graphql.org/October2021/#sec-Response-Format */
export function wrongAnswer(subgraph: string, what: string): GraphQLError {
  return new GraphQLError(`The service "${subgraph}" ${what}.`, {
    extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: subgraph, serviceName: subgraph },
  });
}
