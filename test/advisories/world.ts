import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type SmallWorld, startSmallWorld } from '../harness/smallGraph.ts';

/** A graph with what advisories speak of: shared fields, interfaces, what needs a caller, and a subgraph that means ill. */
export interface HostileWorld extends SmallWorld {
  /** Of somebody who may see secrets. */
  token: string;
  /** Says with what the hostile subgraph answers, as JSON. */
  poison(answer: (query: string) => string): void;
}

// The directive has another name here than in its specification.
const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", { name: "@authenticated", as: "@signedIn" }])`;

const info = 'type Info @shareable { x: Int y: Int info: Info }';
const infinite = () => ({ x: 1, y: 2, info: infinite });
const ada = { __typename: 'Person', id: '1', name: 'Ada', secret: 's3cret', info: infinite };
const person = { ...ada, friends: () => [person] };

const people = {
  sdl: `${link}
    scalar Anything
    type Query {
      me: Person
      node: Node
      echo(text: String): String
      keep(value: Anything): Anything
      greet(constructor: String, toString: String): String
      constructor: String
      private: String @signedIn
    }
    interface Node { id: ID! secret: String }
    type Person implements Node @key(fields: "id") {
      id: ID!
      name: String
      valueOf: String
      secret: String @signedIn
      friends: [Person!] @shareable
      info: Info @shareable
    }
    ${info}`,
  resolvers: {
    Query: {
      me: () => person,
      node: () => person,
      echo: (_: unknown, { text }: { text?: string }) => text ?? 'nothing',
      keep: (_: unknown, { value }: { value?: unknown }) => value,
      greet: (_: unknown, { constructor: one, toString: other }: Record<string, string>) => `${one} ${other}`,
      constructor: () => 'a field',
      private: () => 's3cret',
    },
    Person: { valueOf: () => 'a field', __resolveReference: () => person },
  },
};

const posts = {
  sdl: `${link}
    type Person @key(fields: "id") { id: ID! posts: [Post!] friends: [Person!] @shareable info: Info @shareable }
    type Post { title: String toString: String }
    ${info}`,
  resolvers: {
    Person: {
      __resolveReference: () => person,
      posts: () => [{ title: 'On engines' }, { title: 'On numbers' }],
    },
    Post: { toString: () => 'a field' },
  },
};

const hostile = `${link}
  scalar Anything
  type Query { gift: Gift gifts: [Gift!] }
  type Gift { value: String inner: Gift list: [Gift!] any: Anything }
  type Person @key(fields: "id") { id: ID! nick: String gift: Gift }`;

export async function startHostileWorld(): Promise<HostileWorld> {
  let poisoned: (query: string) => string = () => '{}';
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const keySet = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256' }] });
  const issuer = createServer((_, response) => response.writeHead(200).end(keySet)).listen(0, '127.0.0.1');
  await once(issuer, 'listening');
  const world = await startSmallWorld(
    {
      people,
      posts,
      hostile: {
        sdl: hostile,
        async answer(request: IncomingMessage, response) {
          const { query } = (await json(request)) as { query: string };
          response.writeHead(200, { 'content-type': 'application/json' }).end(poisoned(query));
        },
      },
    },
    {
      TOKEN_JWKS_URL: `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/`,
      SUBGRAPH_TIMEOUT_MS: '25000',
    },
  );
  const token = await new SignJWT({ scope: '' })
    .setProtectedHeader({ alg: 'ES256', kid: 'k' })
    .setIssuer('user')
    .setAudience('gateway')
    .setSubject('ada')
    .setExpirationTime('1h')
    .sign(privateKey);
  return {
    ...world,
    token,
    poison(answer) {
      poisoned = answer;
    },
    async stop() {
      await world.stop();
      issuer.close();
    },
  };
}
