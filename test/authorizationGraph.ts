import type { SmallSubgraph } from './harness/smallGraph.ts';

/** All the directives have other names here than everywhere else. */
const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", "@external", "@requires",
  "@interfaceObject", { name: "@authenticated", as: "@signedIn" }, { name: "@requiresScopes", as: "@may" }, { name: "@policy", as: "@if" }])`;

const article = { __typename: 'Article', id: 'a', title: 'open', words: 5 };
const draft = { __typename: 'Draft', id: 'd', title: 'SECRET title' };
const image = { __typename: 'Image', id: 'i', url: 'open' };
const product = { sku: 'SECRET sku', name: 'a hat', price: 3, margin: 1, salary: 9 };

/** Two subgraphs that protect fields, types, a key, and what stands behind interfaces and unions. */
export const subgraphs: Record<string, SmallSubgraph> = {
  things: {
    sdl: `${link}
      # Somebody else's directive, which asks for nothing.
      directive @authenticated on FIELD_DEFINITION
      type Query { posts: [Post] articles: [Article] drafts: [Draft] found: [Found] media: [Media] product: Product open: Int @authenticated }
      interface Node { id: ID! }
      interface Post implements Node { id: ID! title: String }
      interface Counted { words: Int }
      type Article implements Node & Post & Counted { id: ID! title: String words: Int }
      type Draft implements Node & Post @signedIn { id: ID! title: String }
      union Found = Article | Draft
      interface Media @key(fields: "id") { id: ID! }
      type Image implements Media @key(fields: "id") { id: ID! url: String }
      type Product @key(fields: "sku") {
        sku: ID @signedIn
        name: String
        price: Int @signedIn
        margin: Int @may(scopes: [["audit", "read"], ["admin"]])
        salary: Int @if(policies: [["hr"]])
        both: Int @signedIn @if(policies: [["hr"]])
      }`,
    resolvers: {
      Query: {
        posts: () => [article, draft],
        articles: () => [article],
        drafts: () => [draft],
        found: () => [article, draft],
        media: () => [image],
        product: () => product,
        open: () => 1,
      },
      Product: { both: () => 2 },
    },
  },
  facts: {
    sdl: `${link}
      type Media @key(fields: "id") @interfaceObject { id: ID! views: Int @signedIn likes: Int }
      type Product @key(fields: "sku") {
        sku: ID @signedIn
        price: Int @external
        stars: Int
        discount: Int @requires(fields: "price") @signedIn
      }`,
    resolvers: {
      Media: { __resolveReference: () => ({ views: 8, likes: 7 }) },
      Product: { __resolveReference: (known: object) => ({ ...known, stars: 4, discount: 2 }) },
    },
  },
};
