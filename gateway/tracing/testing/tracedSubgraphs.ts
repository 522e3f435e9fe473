import { ApolloServer, HeaderMap } from '@apollo/server';
import { ApolloServerPluginInlineTrace } from '@apollo/server/plugin/inlineTrace';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import type { SendToSubgraph, SubgraphAnswer } from '../../engine/subgraphs.ts';
import { type LocalSubgraph, type LocalSupergraph, localSupergraph } from '../../engine/testing/subgraph.ts';

/** Subgraphs in this process that trace every field, as Apollo Server does it. */
export function tracedSubgraphs(
  subgraphs: Record<string, LocalSubgraph>,
): LocalSupergraph & { stop(): Promise<unknown> } {
  const local = localSupergraph(subgraphs);
  const servers = new Map(
    Object.entries(subgraphs).map(([name, { sdl, resolvers }]) => {
      const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers });
      const plugins = [ApolloServerPluginInlineTrace()];
      return [name, new ApolloServer({ schema, plugins, stopOnTerminationSignals: false })] as const;
    }),
  );
  const send: SendToSubgraph<unknown> = async (request) => {
    local.sent.push(request);
    const { subgraph, query, operationName, variables } = request;
    const headers = new HeaderMap([['apollo-federation-include-trace', 'ftv1']]);
    const http = { method: 'POST', headers, search: '', body: {} };
    const { body } = (await servers.get(subgraph)?.executeOperation({ query, operationName, variables, http })) ?? {};
    if (body?.kind !== 'single') throw new Error(`${subgraph} does not answer.`);
    return JSON.parse(JSON.stringify(body.singleResult)) as SubgraphAnswer;
  };
  return { ...local, send, stop: () => Promise.all([...servers.values()].map((server) => server.stop())) };
}
