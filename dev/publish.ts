import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readSupergraphConfig, watchFiles } from '@banyan/kit/composition';

/** The variant that one machine's gateway follows. */
export const localGraphRef = 'banyan@local';

const [graph = '', variant = ''] = localGraphRef.split('@');
const callTimeoutMs = 30_000;
const againMs = 5_000;

interface Published {
  name: string;
  url: string | null;
  activePartialSchema: { hash: string };
}

interface Publication {
  errors: { message: string }[];
  wasUpdated: boolean;
}

interface Problem {
  message: string;
  extensions?: { code?: string };
}

class RegistryError extends Error {
  readonly code: string | undefined;

  constructor(message: string, code: string | undefined) {
    super(message);
    this.code = code;
  }
}

/** What the launcher asks of the registry, as anybody could. */
export function createRegistryClient(url: string, key: string) {
  async function ask<Data>(query: string, variables: object): Promise<Data> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': key },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(callTimeoutMs),
    });
    const { data, errors } = (await response.json()) as { data: Data; errors?: Problem[] };
    if (errors?.[0])
      throw new RegistryError(errors.map(({ message }) => message).join(' '), errors[0].extensions?.code);
    return data;
  }

  return {
    /** Whether the registry knows the key. */
    async isKnown(): Promise<boolean> {
      return ask('{ me { id } }', {}).then(
        () => true,
        (error: RegistryError) => {
          if (error.code === 'UNAUTHENTICATED') return false;
          throw error;
        },
      );
    },

    /** A new key for the gateway: it may follow the local variant and report usage, and nothing else. */
    async createGatewayKey(organization: string): Promise<string> {
      const { organization: made } = await ask<{ organization: { createKey: { token: string } } }>(
        `mutation ($organization: ID!, $resources: ApiKeyResourceInput) {
          organization(id: $organization) { createKey(name: "local gateway", type: GATEWAY, resources: $resources) { token } }
        }`,
        { organization, resources: { gateways: [{ graphId: graph, variantName: variant }] } },
      );
      return made.createKey.token;
    },

    async published(): Promise<Published[]> {
      const { variant: found } = await ask<{ variant: { subgraphs?: Published[] } | null }>(
        'query ($ref: ID!) { variant(ref: $ref) { ... on GraphVariant { subgraphs { name url activePartialSchema { hash } } } } }',
        { ref: localGraphRef },
      );
      return found?.subgraphs ?? [];
    },

    async publish(name: string, url: string, sdl: string): Promise<Publication> {
      const { graph: found } = await ask<{ graph: { publishSubgraph: Publication } }>(
        `mutation ($graph: ID!, $variant: String!, $name: String!, $url: String!, $sdl: String!) {
          graph(id: $graph) {
            publishSubgraph(graphVariant: $variant, name: $name, url: $url, revision: "", activePartialSchema: { sdl: $sdl }) {
              errors { message }
              wasUpdated
            }
          }
        }`,
        { graph, variant, name, url, sdl },
      );
      return found.publishSubgraph;
    },

    async remove(name: string): Promise<Problem[]> {
      const { graph: found } = await ask<{ graph: { removal: { errors: Problem[] } } }>(
        `mutation ($graph: ID!, $variant: String!, $name: String!) {
          graph(id: $graph) {
            removal: removeImplementingServiceAndTriggerComposition(graphVariant: $variant, name: $name, dryRun: false) { errors { message } }
          }
        }`,
        { graph, variant, name },
      );
      return found.removal.errors;
    },
  };
}

export type RegistryClient = ReturnType<typeof createRegistryClient>;

/**
 * Publishes what has changed of the subgraphs of a `supergraph.yaml` since they were published last, and takes out what it does not name.
 * @returns the files that it read.
 */
export async function publishChanges(
  registry: RegistryClient,
  file: string,
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<string[]> {
  const sources = await readSupergraphConfig(file, env);
  const before = new Map((await registry.published()).map((subgraph) => [subgraph.name, subgraph]));
  let problems: string[] = [];
  for (const { name, url, schemaFile } of sources) {
    const sdl = await readFile(schemaFile, 'utf8');
    const known = before.get(name);
    before.delete(name);
    if (known?.url === url && known.activePartialSchema.hash === createHash('sha256').update(sdl).digest('hex'))
      continue;
    const { errors } = await registry.publish(name, url, sdl);
    // Only the last publish tells whether all of them fit together.
    problems = errors.map(({ message }) => message);
    if (known && problems.length === 0) say(`The schema of ${name} is published to ${localGraphRef}.`);
  }
  for (const name of before.keys()) problems = (await registry.remove(name)).map(({ message }) => message);
  for (const problem of problems) say(`The schemas do not compose, the last good supergraph is served on: ${problem}`);
  return [file, ...sources.map(({ schemaFile }) => schemaFile)];
}

/** Publishes now and whenever a file changes, until it is closed. */
export async function keepPublished(
  registry: RegistryClient,
  file: string,
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<{ close(): void }> {
  let publishing = Promise.resolve();
  let again: NodeJS.Timeout | undefined;
  function publish() {
    clearTimeout(again);
    publishing = publishing
      .then(() => publishChanges(registry, file, env, say))
      .then((files) => watcher.follow(files))
      .catch((error: Error) => {
        say(`The schemas are not published (${error.message}). The next try is in ${againMs / 1_000} s.`);
        again = setTimeout(publish, againMs);
      });
  }
  const watcher = watchFiles(publish);
  watcher.follow(await publishChanges(registry, file, env, say));
  return {
    close() {
      clearTimeout(again);
      watcher.close();
    },
  };
}
