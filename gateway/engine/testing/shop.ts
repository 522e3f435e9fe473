import type { LocalSubgraph } from './subgraph.ts';

const users = Array.from({ length: 6 }, (_, at) => ({
  id: `u${at}`,
  name: `Name of user ${at}`,
  username: `user-${at}`,
  birthday: 1970 + at,
}));

const products = Array.from({ length: 9 }, (_, at) => ({
  upc: `p${at}`,
  name: `A product with the number ${at}`,
  price: 100 + at * 10,
  weight: 50 + at,
}));

const reviews = Array.from({ length: 24 }, (_, at) => ({
  id: `r${at}`,
  body: `What somebody wrote about product ${at % 9}: it could be better.`,
  author: { __typename: 'User', id: `u${at % 6}` },
  product: { __typename: 'Product', upc: `p${(at * 2) % 9}` },
}));

/** The standard workload of the field, four subgraphs, written anew. */
export const shop: Record<string, LocalSubgraph> = {
  accounts: {
    sdl: `
      type Query { me: User user(id: ID!): User users: [User] }
      type User @key(fields: "id") { id: ID! name: String username: String @shareable birthday: Int }`,
    resolvers: {
      Query: {
        me: () => users[0],
        user: (_: unknown, { id }: { id: string }) => users.find((user) => user.id === id),
        users: () => users,
      },
      User: { __resolveReference: ({ id }: { id: string }) => users.find((user) => user.id === id) },
    },
  },
  inventory: {
    sdl: `
      type Product @key(fields: "upc") {
        upc: String! weight: Int @external price: Int @external inStock: Boolean shippingEstimate: Int @requires(fields: "price weight")
      }`,
    resolvers: {
      Product: {
        inStock: ({ upc }: { upc: string }) => upc !== 'p3',
        shippingEstimate: ({ price, weight }: { price: number; weight: number }) =>
          price > 1000 ? 0 : Math.round(weight / 2),
      },
    },
  },
  products: {
    sdl: `
      type Query { topProducts(first: Int = 5): [Product] }
      type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
    resolvers: {
      Query: { topProducts: (_: unknown, { first }: { first: number }) => products.slice(0, first) },
      Product: { __resolveReference: ({ upc }: { upc: string }) => products.find((product) => product.upc === upc) },
    },
  },
  reviews: {
    sdl: `
      type Review @key(fields: "id") { id: ID! body: String author: User @provides(fields: "username") product: Product }
      type User @key(fields: "id") { id: ID! username: String @external reviews: [Review] }
      type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
    resolvers: {
      Review: {
        author: ({ author }: (typeof reviews)[number]) => ({ ...author, username: author.id.replace('u', 'user-') }),
      },
      User: { reviews: ({ id }: { id: string }) => reviews.filter(({ author }) => author.id === id) },
      Product: { reviews: ({ upc }: { upc: string }) => reviews.filter(({ product }) => product.upc === upc) },
    },
  },
};

export const shopQuery = `
  fragment User on User { id username name }
  fragment Review on Review { id body }
  fragment Product on Product { inStock name price shippingEstimate upc weight }
  query TestQuery {
    users {
      ...User
      reviews {
        ...Review
        product { ...Product reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } } }
      }
    }
    topProducts {
      ...Product
      reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } }
    }
  }`;
