import { readFile } from 'node:fs/promises';
import { composeServices } from '@apollo/composition';
import { StartError } from '@banyan/kit';
import { GraphQLError, parse, printSourceLocation, Source } from 'graphql';
import type { SubgraphSource } from './config.ts';

/**
 * Composes the subgraphs' schema files into a supergraph.
 * @returns the supergraph's SDL.
 * @throws StartError naming each problem's subgraph, coordinate or line, and reason.
 */
export async function compose(sources: SubgraphSource[]): Promise<string> {
  const services = await Promise.all(
    sources.map(async ({ name, url, schemaFile }) => ({ name, url, typeDefs: await readSchema(name, schemaFile) })),
  );
  const { errors, supergraphSdl } = composeServices(services);
  if (supergraphSdl !== undefined) return supergraphSdl;
  const problems = (errors ?? []).map((error) => `  ${error.extensions.code ?? 'ERROR'}: ${describe(error)}`);
  throw new StartError(`The subgraphs do not compose:\n${problems.join('\n')}`);
}

async function readSchema(name: string, file: string) {
  const body = await readFile(file, 'utf8').catch((error: Error) => {
    throw new StartError(`The schema of subgraph "${name}" cannot be read: ${error.message}`);
  });
  try {
    return parse(new Source(body, file));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const where =
      error.source && error.locations?.[0] ? `\n${printSourceLocation(error.source, error.locations[0])}` : '';
    throw new StartError(`The schema of subgraph "${name}" is not valid: ${error.message}${where}`);
  }
}

/** The reason, with file and line of each place in the subgraphs that it comes from. Its message names subgraph and coordinate. */
function describe(error: GraphQLError): string {
  const places = (error.nodes ?? []).flatMap(({ loc }) =>
    loc ? [`    at ${loc.source.name}:${loc.startToken.line}:${loc.startToken.column}`] : [],
  );
  return [error.message.replaceAll('\n', '\n    '), ...new Set(places)].join('\n');
}
