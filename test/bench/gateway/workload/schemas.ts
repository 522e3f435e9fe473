/**
 * The field's standard workload: a shop in four subgraphs. Accounts knows people, products what is sold, inventory what is in stock,
 * reviews who said what; the standard query asks for people and products, with reviews of reviews' products.
 */

const head = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires", "@provides", "@shareable"])`;

export const subgraphSdls = {
  accounts: `${head}
type Query {
  me: User
  user(id: ID!): User
  users: [User]
}
type User @key(fields: "id") {
  id: ID!
  name: String
  username: String @shareable
  birthday: Int
}`,

  inventory: `${head}
type Product @key(fields: "upc") {
  upc: String!
  weight: Int @external
  price: Int @external
  inStock: Boolean
  shippingEstimate: Int @requires(fields: "price weight")
}`,

  products: `${head}
type Query {
  topProducts(first: Int = 5): [Product]
  catalogue(first: Int!): [Product]
}
type Product @key(fields: "upc") {
  upc: String!
  name: String
  price: Int
  weight: Int
}`,

  reviews: `${head}
type Review @key(fields: "id") {
  id: ID!
  body: String
  author: User @provides(fields: "username")
  product: Product
}
type User @key(fields: "id") {
  id: ID!
  username: String @external
  reviews: [Review]
}
type Product @key(fields: "upc") {
  upc: String!
  reviews: [Review]
}`,
};

export type SubgraphName = keyof typeof subgraphSdls;

export const subgraphNames = Object.keys(subgraphSdls) as SubgraphName[];

/** What a client sees of all four: the reference answers are executed against it, without any gateway. */
export const clientSdl = `
type Query {
  me: User
  user(id: ID!): User
  users: [User]
  topProducts(first: Int = 5): [Product]
  catalogue(first: Int!): [Product]
}
type User {
  id: ID!
  name: String
  username: String
  birthday: Int
  reviews: [Review]
}
type Product {
  upc: String!
  name: String
  price: Int
  weight: Int
  inStock: Boolean
  shippingEstimate: Int
  reviews: [Review]
}
type Review {
  id: ID!
  body: String
  author: User
  product: Product
}`;
