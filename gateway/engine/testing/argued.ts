import type { LocalSubgraph } from './subgraph.ts';

type Subgraphs = Record<string, LocalSubgraph>;

/** A list is required with an argument, and fields of its items from another subgraph. */
export const threads: Subgraphs = {
  index: {
    sdl: 'type Query { threads: [Thread!] } type Thread @key(fields: "id") { id: ID! }',
    resolvers: { Query: { threads: () => [{ id: '1' }] } },
  },
  replies: {
    sdl: `type Thread @key(fields: "id") {
        id: ID! replies(first: Int!): [Reply!] lead: Person @requires(fields: "replies(first: 3) { writer }")
      }
      type Reply @key(fields: "id") { id: ID! writer: ID @external } type Person { id: ID! }`,
    resolvers: {
      Thread: {
        replies: (_: unknown, { first }: { first: number }) => Array.from({ length: first }, (__, id) => ({ id })),
        lead: ({ replies }: { replies: { writer: string }[] }) => ({
          id: replies.map(({ writer }) => writer).join('+'),
        }),
      },
    },
  },
  people: {
    sdl: 'type Reply @key(fields: "id") { id: ID! writer: ID }',
    resolvers: { Reply: { writer: ({ id }: { id: string }) => `w${id}` } },
  },
};

interface Good {
  price: number;
  weight: number;
}

/** A price is required in one currency or the other. */
export const goods: Subgraphs = {
  goods: {
    sdl: `type Query { goods: [Good!] }
      type Good @key(fields: "id") { id: ID! price(in: String = "USD"): Int weight: Int }`,
    resolvers: {
      Query: { goods: () => [{ id: '1', weight: 2 }] },
      Good: {
        price: (_: unknown, { in: currency }: { in: string }) => {
          if (currency === 'USD' || currency === 'EUR') return currency === 'USD' ? 10 : 100;
          throw new Error(`There is no price in ${currency}.`);
        },
      },
    },
  },
  post: {
    sdl: `type Good @key(fields: "id") {
        id: ID! price(in: String = "USD"): Int @external weight: Int @external
        usd(times: Int! = 1): Int @requires(fields: "price(in: \\"USD\\") weight")
        eur(times: Int! = 1): Int @requires(fields: "price(in: \\"EUR\\") weight")
        usual: Int @requires(fields: "price") lost: Int @requires(fields: "price(in: \\"XXX\\")") zone: Int
      }`,
    resolvers: {
      Good: {
        usd: ({ price, weight }: Good, { times }: { times: number }) => price * weight * times,
        eur: ({ price, weight }: Good, { times }: { times: number }) => price * weight * times,
        usual: ({ price }: Good) => price,
        lost: ({ price }: Good) => price,
        zone: () => 7,
      },
    },
  },
};
