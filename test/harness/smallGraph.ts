import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/resolverMap.js';
import { gatewaySettings, startGateway } from '@banyan/gateway';
import { readConfig } from '@banyan/kit';
import { compose } from '@banyan/kit/composition';
import { execute, type GraphQLSchema, parse } from 'graphql';

/** A subgraph of a few lines that is none of the house's. */
export interface SmallSubgraph {
  sdl: string;
  resolvers?: Record<string, Record<string, (source: never, args: never, context: never) => unknown>>;
  /** Answers in its place, however wrongly. */
  answer?: (request: IncomingMessage, response: ServerResponse) => void;
}

export interface SmallGraph {
  /** Its supergraph, on disk. */
  file: string;
  /** How many requests a subgraph has been sent. */
  asked(name: string): number;
  stop(): Promise<void>;
}

/** Serves subgraphs, and composes them. An SDL without a `@link` gets the one of federation. */
export async function startSmallGraph(subgraphs: Record<string, SmallSubgraph>): Promise<SmallGraph> {
  const folder = await mkdtemp(join(tmpdir(), 'banyan-small-'));
  const asked = new Map<string, number>();
  const schemas = new Map<string, GraphQLSchema>();
  const server = createServer((request, response) => {
    const name = request.url?.slice(1) ?? '';
    asked.set(name, (asked.get(name) ?? 0) + 1);
    const { answer } = subgraphs[name] ?? {};
    if (answer) answer(request, response);
    else void answerWith(schemas.get(name), request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const sources = Object.entries(subgraphs).map(([name, { sdl, resolvers }]) => {
    const whole = sdl.includes('@link(') ? sdl : `${link}\n${sdl}`;
    schemas.set(
      name,
      buildSubgraphSchema({ typeDefs: parse(whole), resolvers: resolvers as GraphQLResolverMap<unknown> }),
    );
    return { name, url: `http://127.0.0.1:${port}/${name}`, sdl: whole };
  });
  const build = compose(sources);
  const stop = async () => {
    server.close();
    server.closeAllConnections();
    await rm(folder, { recursive: true, force: true });
  };
  if (!build.ok) {
    await stop();
    throw new Error(build.errors.map(({ message }) => message).join('\n'));
  }
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, build.supergraphSdl);
  return { file, asked: (name) => asked.get(name) ?? 0, stop };
}

export interface SmallWorld extends SmallGraph {
  /** The gateway over it. */
  url: string;
  endpoint: string;
}

/** The same, with the gateway of the house in this process. */
export async function startSmallWorld(
  subgraphs: Record<string, SmallSubgraph>,
  settings: NodeJS.ProcessEnv = {},
): Promise<SmallWorld> {
  const graph = await startSmallGraph(subgraphs);
  try {
    const env = { PORT: '0', LOG_LEVEL: 'silent', SUPERGRAPH: graph.file, ...settings };
    const { url, stop } = await startGateway(readConfig(gatewaySettings, env));
    return {
      ...graph,
      url,
      endpoint: `${url}/graphql`,
      async stop() {
        await stop();
        await graph.stop();
      },
    };
  } catch (error) {
    await graph.stop();
    throw error;
  }
}

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external"])';

interface GraphQLRequest {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

async function answerWith(schema: GraphQLSchema | undefined, request: IncomingMessage, response: ServerResponse) {
  if (!schema) return response.writeHead(404).end();
  const { query, variables, operationName } = (await json(request)) as GraphQLRequest;
  const contextValue = { headers: request.headers };
  const document = parse(query);
  const result = await execute({ schema, document, variableValues: variables, operationName, contextValue });
  return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
}
