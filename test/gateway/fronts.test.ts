import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Issuer, startIssuer } from '../harness/issuer.ts';
import { type SmallWorld, startSmallWorld } from '../harness/smallGraph.ts';
import { type Asked, ways } from '../harness/waysToAsk.ts';

let issuer: Issuer;
let world: SmallWorld;

beforeAll(async () => {
  issuer = await startIssuer();
  world = await startSmallWorld(
    {
      things: {
        sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@requiresScopes"])
          type Query { thing(id: ID!): Thing }
          type Thing @key(fields: "id") {
            id: ID!
            name: String
            price: Int @authenticated
            margin: Int @requiresScopes(scopes: [["things:audit"]])
            inner: Thing
          }`,
        resolvers: {
          Query: { thing: (_: unknown, { id }: { id: string }) => ({ id }) },
          Thing: { name: () => 'a thing', price: () => 3, margin: () => 1, inner: () => ({ id: 'i' }) },
        },
      },
    },
    { ...issuer.settings },
  );
});
afterAll(async () => {
  await world?.stop();
  await issuer?.stop();
});

const nested = (depth: number): string => (depth === 0 ? 'id' : `inner { ${nested(depth - 1)} }`);

/** Each refusal beside its nearest neighbour that is answered. */
const refusals: Record<
  string,
  { refused: () => Asked | Promise<Asked>; code: string; legal: () => Asked | Promise<Asked> }
> = {
  'a token that nobody issued': {
    refused: async () => ({ query: '{ thing(id: 1) { name } }', token: `${await issuer.tokenOf('ann')}x` }),
    code: 'UNAUTHENTICATED',
    legal: async () => ({ query: '{ thing(id: 1) { name } }', token: await issuer.tokenOf('ann') }),
  },
  'what is no GraphQL': {
    refused: () => ({ query: '{ thing(id: 1) { name }' }),
    code: 'GRAPHQL_PARSE_FAILED',
    legal: () => ({ query: '{ thing(id: 1) { name } }' }),
  },
  'more tokens than anybody writes': {
    refused: () => ({ query: `{ thing(id: 1) { ${'name '.repeat(15_000)} } }` }),
    code: 'GRAPHQL_PARSE_FAILED',
    legal: () => ({ query: `{ thing(id: 1) { ${'name '.repeat(500)} } }` }),
  },
  'a field that is not there': {
    refused: () => ({ query: '{ thing(id: 1) { nome } }' }),
    code: 'GRAPHQL_VALIDATION_FAILED',
    legal: () => ({ query: '{ thing(id: 1) { name } }' }),
  },
  'no such operation': {
    refused: () => ({ query: 'query A { thing(id: 1) { name } }', operationName: 'B' }),
    code: 'OPERATION_RESOLUTION_FAILURE',
    legal: () => ({ query: 'query A { thing(id: 1) { name } }', operationName: 'A' }),
  },
  'a variable of another type': {
    refused: () => ({ query: 'query ($id: ID!) { thing(id: $id) { name } }', variables: '{"id":{"no":1}}' }),
    code: 'BAD_USER_INPUT',
    legal: () => ({ query: 'query ($id: ID!) { thing(id: $id) { name } }', variables: '{"id":"a"}' }),
  },
  'deeper than anybody asks': {
    refused: () => ({ query: `{ thing(id: 1) { ${nested(500)} } }` }),
    code: 'OPERATION_TOO_COSTLY',
    legal: () => ({ query: `{ thing(id: 1) { ${nested(15)} } }` }),
  },
  'what is for the signed in': {
    refused: () => ({ query: '{ thing(id: 1) { price } }' }),
    code: 'UNAUTHENTICATED',
    legal: async () => ({ query: '{ thing(id: 1) { price } }', token: await issuer.tokenOf('ann') }),
  },
  'what takes a scope': {
    refused: async () => ({ query: '{ thing(id: 1) { margin } }', token: await issuer.tokenOf('ann', 'things:read') }),
    code: 'FORBIDDEN',
    legal: async () => ({ query: '{ thing(id: 1) { margin } }', token: await issuer.tokenOf('ann', 'things:audit') }),
  },
};

const impossible = [
  // Node refuses a URL of that length before anybody parses it.
  ['GET', 'more tokens than anybody writes'],
  // The connection is closed with a code of its own, which has a test beside the code.
  ['WebSocket', 'a token that nobody issued'],
];

describe.each(Object.entries(ways))('by %s', (name, way) => {
  const isPossible = ([refusal]: [string, unknown]) =>
    !impossible.some(([by, what]) => by === name && what === refusal);
  test.each(Object.entries(refusals).filter(isPossible))(
    '%s is refused, and what is nearest to it answered',
    async (_, { refused, code, legal }) => {
      const { errors } = await way(world.endpoint, await refused());
      expect(errors?.map(({ extensions }) => extensions?.code)).toContain(code);
      expect(JSON.stringify(errors)).not.toMatch(/node_modules|stacktrace|at file:/);
      const answer = await way(world.endpoint, await legal());
      expect(answer.errors).toBeUndefined();
      expect(answer.data).toMatchObject({ thing: {} });
    },
  );
});
