import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { StartError } from '../startError.ts';

/** One subgraph of a supergraph: where it answers, and the file of its schema. */
export interface SubgraphSource {
  name: string;
  url: string;
  /** An absolute path. */
  schemaFile: string;
}

/** What of Rover's format we read. https://www.apollographql.com/docs/rover/commands/supergraphs#yaml-configuration-file */
const shape = z.object({
  federation_version: z.union([z.string(), z.number()]).optional(),
  subgraphs: z.record(z.string(), z.object({ routing_url: z.string(), schema: z.object({ file: z.string() }) })),
});

/** Replaces `${env.NAME}` and `${env.NAME:-default}`, as Rover does. @throws when a variable without default is not set. */
export function expand(text: string, env: NodeJS.ProcessEnv): string {
  return text.replace(/\$\{env\.(\w+)(?::-([^}]*))?\}/g, (_, name: string, fallback?: string) => {
    const value = env[name] || fallback;
    if (value === undefined) throw new StartError(`The environment variable ${name} is not set.`);
    return value;
  });
}

/** Reads a `supergraph.yaml`. @throws StartError that names the file and what is wrong with it. */
export async function readSupergraphConfig(file: string, env: NodeJS.ProcessEnv): Promise<SubgraphSource[]> {
  try {
    const { subgraphs } = shape.parse(parse(await readFile(file, 'utf8')));
    return Object.entries(subgraphs).map(([name, { routing_url, schema }]) => ({
      name,
      url: expand(routing_url, env),
      schemaFile: resolve(dirname(file), expand(schema.file, env)),
    }));
  } catch (error) {
    const words = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new StartError(`${file} cannot be used: ${words}`);
  }
}
