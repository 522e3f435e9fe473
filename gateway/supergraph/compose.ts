import { readFile } from 'node:fs/promises';
import { StartError } from '@banyan/kit';
import { type BuildMessage, compose as composeSchemas, type SubgraphSource } from '@banyan/kit/composition';

/**
 * Composes the subgraphs' schema files into a supergraph.
 * @returns the supergraph's SDL.
 * @throws StartError naming each problem's subgraph, file, line and reason.
 */
export async function compose(sources: SubgraphSource[]): Promise<string> {
  const subgraphs = await Promise.all(
    sources.map(async ({ name, url, schemaFile }) => ({ name, url, sdl: await readSchema(name, schemaFile) })),
  );
  const build = composeSchemas(subgraphs);
  if (build.ok) return build.supergraphSdl;
  const files = new Map(sources.map(({ name, schemaFile }) => [name, schemaFile]));
  throw new StartError(
    `The subgraphs do not compose:\n${build.errors.map((error) => describe(error, files)).join('\n')}`,
  );
}

const readSchema = (name: string, file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: Error) => {
    throw new StartError(`The schema of subgraph "${name}" cannot be read: ${error.message}`);
  });

/** The reason, with file and line of each place in the subgraphs that it comes from. Its message names subgraph and coordinate. */
function describe({ code, message, places }: BuildMessage, files: Map<string, string>): string {
  const lines = places.map(({ subgraph, line, column }) => `    at ${files.get(subgraph)}:${line}:${column}`);
  return [`  ${code}: ${message.replaceAll('\n', '\n    ')}`, ...lines].join('\n');
}
