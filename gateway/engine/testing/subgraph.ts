import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/resolverMap.js';
import { compose } from '@banyan/kit/composition';
import { execute, type GraphQLFieldResolver, type GraphQLSchema, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { SendToSubgraph, SubgraphAnswer, SubgraphRequest } from '../subgraphs.ts';
import { type EngineSupergraph, loadSupergraph } from '../supergraph.ts';

/** A subgraph that runs in this process. */
export interface LocalSubgraph {
  sdl: string;
  resolvers?: GraphQLResolverMap<unknown>;
  fieldResolver?: GraphQLFieldResolver<unknown, unknown>;
}

const header =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", ' +
  '"@provides", "@override", "@inaccessible", "@interfaceObject", "@context", "@fromContext", "@authenticated", "@tag"])\n';

/** The supergraph of local subgraphs, and how to reach them. */
export interface LocalSupergraph {
  sdl: string;
  supergraph: EngineSupergraph;
  send: SendToSubgraph<unknown>;
  /** Every request that was sent, in order. */
  sent: SubgraphRequest[];
}

/** Composes subgraphs and answers for them. An SDL without a `@link` gets the one of federation. */
export function localSupergraph(
  subgraphs: Record<string, LocalSubgraph>,
  planning: Parameters<typeof loadSupergraph>[1] = {},
): LocalSupergraph {
  const withHeader = (sdl: string) => (sdl.includes('@link(') ? sdl : header + sdl);
  const sources = Object.entries(subgraphs).map(([name, { sdl }]) => ({
    name,
    url: `http://${name}`,
    sdl: withHeader(sdl),
  }));
  const build = compose(sources);
  if (!build.ok) throw new Error(build.errors.map(({ message }) => message).join('\n'));
  const schemas = new Map(
    Object.entries(subgraphs).map(([name, { sdl, resolvers }]) => {
      const schema = buildSubgraphSchema({ typeDefs: parse(withHeader(sdl)), resolvers });
      return [name, { schema, fieldResolver: subgraphs[name]?.fieldResolver }] as const;
    }),
  );
  const sent: SubgraphRequest[] = [];
  return {
    sdl: build.supergraphSdl,
    supergraph: loadSupergraph(build.supergraphSdl, planning),
    sent,
    send: async (request, context) => {
      sent.push(request);
      const subgraph = schemas.get(request.subgraph);
      if (!subgraph) throw new Error(`There is no subgraph ${request.subgraph}.`);
      return answer(subgraph.schema, request, context, subgraph.fieldResolver);
    },
  };
}

/** The answer as it comes over the wire: JSON. */
async function answer(
  schema: GraphQLSchema,
  request: SubgraphRequest,
  contextValue: unknown,
  fieldResolver?: GraphQLFieldResolver<unknown, unknown>,
): Promise<SubgraphAnswer> {
  const result = await execute({
    schema,
    document: documentOf(request.query),
    operationName: request.operationName,
    variableValues: JSON.parse(JSON.stringify(request.variables ?? {})) as Record<string, unknown>,
    contextValue,
    fieldResolver,
  });
  return JSON.parse(JSON.stringify(result)) as SubgraphAnswer;
}

const documents = new LRUCache<string, ReturnType<typeof parse>>({ max: 1_000 });

function documentOf(query: string) {
  const known = documents.get(query) ?? parse(query);
  documents.set(query, known);
  return known;
}
