import { composeServices } from '@apollo/composition';
import { GraphQLError, parse, Source } from 'graphql';

/** A subgraph as it goes into a composition. */
export interface SubgraphSchema {
  name: string;
  /** Where it answers. */
  url: string;
  sdl: string;
}

/** Where in a subgraph's SDL; lines and columns count from 1. */
export interface Place {
  subgraph: string;
  line: number;
  column: number;
}

/** What a composition has to say, with a code as Apollo names it. https://www.apollographql.com/docs/graphos/reference/composition/errors */
export interface BuildMessage {
  code: string;
  message: string;
  places: Place[];
}

/** A supergraph, or every reason why there is none. */
export type Build =
  | { ok: true; supergraphSdl: string; hints: BuildMessage[] }
  | { ok: false; errors: BuildMessage[]; hints: BuildMessage[] };

/** The code of an SDL that is no GraphQL at all. */
export const parseFailed = 'GRAPHQL_PARSE_FAILED';

/** Composes subgraphs into a supergraph. Blocks for as long as it takes: seconds where there are hundreds of subgraphs. */
export function compose(subgraphs: readonly SubgraphSchema[]): Build {
  const parsed = subgraphs.map(({ name, url, sdl }) => ({ name, url, document: parseSubgraph(name, sdl) }));
  const unreadable = parsed.flatMap(({ document }) => ('code' in document ? [document] : []));
  if (unreadable.length > 0) return { ok: false, errors: unreadable, hints: [] };
  const services = parsed.flatMap(({ name, url, document }) =>
    'code' in document ? [] : [{ name, url, typeDefs: document }],
  );
  const { errors, hints, supergraphSdl } = composeServices(services);
  const told = (hints ?? []).map(({ definition, message, nodes }) => ({
    code: definition.code,
    message,
    places: placesOf(nodes ?? []),
  }));
  if (supergraphSdl !== undefined) return { ok: true, supergraphSdl, hints: told };
  return { ok: false, errors: (errors ?? []).map(describe), hints: told };
}

/** @returns the document, or why there is none. */
function parseSubgraph(name: string, sdl: string) {
  try {
    return parse(new Source(sdl, name));
  } catch (error) {
    // graphql-js reads by recursion: what is nested without end is nobody's schema.
    const problem = error instanceof RangeError ? new GraphQLError('It is nested too deeply.') : error;
    if (!(problem instanceof GraphQLError)) throw error;
    const places = (problem.locations ?? [{ line: 1, column: 1 }]).map((at) => ({ subgraph: name, ...at }));
    const message = `The schema of subgraph "${name}" is not valid GraphQL: ${problem.message}`;
    return { code: parseFailed, message, places };
  }
}

const describe = (error: GraphQLError): BuildMessage => ({
  code: typeof error.extensions.code === 'string' ? error.extensions.code : 'UNKNOWN',
  message: error.message,
  places: placesOf(error.nodes ?? []),
});

interface Node {
  subgraph?: string;
  loc?: { source: Source; startToken: { line: number; column: number } };
}

/** Each place once. Composition adds to a node the subgraph that it is of. */
function placesOf(nodes: readonly object[]): Place[] {
  const places = (nodes as readonly Node[]).flatMap(({ subgraph, loc }) =>
    loc ? [{ subgraph: subgraph ?? loc.source.name, line: loc.startToken.line, column: loc.startToken.column }] : [],
  );
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}
