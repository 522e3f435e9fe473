import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { compose } from '@banyan/kit/composition';
import { execute, parse } from 'graphql';

interface LocalRequest {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

const people = Array.from({ length: 5 }, (_, at) => ({ id: `u${at}`, name: `Name ${at}` }));
const posts = Array.from({ length: 8 }, (_, at) => ({
  id: `p${at}`,
  text: `Text ${at}`,
  author: { id: `u${at % 5}` },
}));

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const definitions = {
  people: {
    sdl: `${link}
      type Query { people(first: Int): [Person!]! version: Int }
      type Person @key(fields: "id") { id: ID! name: String friends: [Person!] }`,
    resolvers: {
      Query: { people: (_: unknown, { first }: { first?: number }) => people.slice(0, first) },
      Person: {
        __resolveReference: ({ id }: { id: string }) => people.find((person) => person.id === id),
        friends: ({ id }: { id: string }) => people.filter((person) => person.id > id),
      },
    },
  },
  posts: {
    sdl: `${link}
      type Query { posts(first: Int): [Post!]! }
      type Post @key(fields: "id") { id: ID! text(cut: Int): String author: Person }
      type Person @key(fields: "id") { id: ID! posts: [Post!]! }`,
    resolvers: {
      Query: { posts: (_: unknown, { first }: { first?: number }) => posts.slice(0, first) },
      Post: { text: ({ text }: { text: string }, { cut }: { cut?: number }) => text.slice(0, cut) },
      Person: { posts: ({ id }: { id: string }) => posts.filter(({ author }) => author.id === id) },
    },
  },
};

export interface SoakSubgraphs {
  /** A supergraph of the same subgraphs, and another for each number. */
  supergraph(version: number): string;
  stop(): Promise<void>;
}

/** Two subgraphs at one address that keep nothing of what they were asked. */
export async function startSoakSubgraphs(): Promise<SoakSubgraphs> {
  const schemas = new Map(
    Object.entries(definitions).map(([name, { sdl, resolvers }]) => [
      `/${name}`,
      buildSubgraphSchema({ typeDefs: parse(sdl), resolvers }),
    ]),
  );
  const server = createServer(async (request, response) => {
    const schema = schemas.get(request.url ?? '');
    const { query, variables, operationName } = (await json(request)) as LocalRequest;
    const result =
      schema && (await execute({ schema, document: parse(query), variableValues: variables, operationName }));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    supergraph(version) {
      const build = compose(
        Object.entries(definitions).map(([name, { sdl }]) => ({
          name,
          url: `http://127.0.0.1:${port}/${name}`,
          sdl: sdl.replace('version: Int', `version${version}: Int`),
        })),
      );
      if (!build.ok) throw new Error(build.errors.map(({ message }) => message).join('\n'));
      return build.supergraphSdl;
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
