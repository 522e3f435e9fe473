import type { LocalSubgraph } from '../../engine/testing/subgraph.ts';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n';
const fails = () => {
  throw new Error('as it should');
};
const person = (id: string) => ({ id });

/** Two subgraphs: who there is, and what they have written. */
export const people: Record<string, LocalSubgraph> = {
  people: {
    sdl: `${link}
      schema { query: Root mutation: Changes subscription: News }
      type Root { me: Person boss: Person people: [Person!]! absent: Person gone: Person broken: Person }
      type Changes { rename(id: ID!, name: String!): Person }
      type News { joined: Person }
      type Person @key(fields: "id") { id: ID! name: String! }`,
    resolvers: {
      Root: {
        me: () => person('1'),
        boss: () => person('2'),
        people: () => [person('3'), person('4')],
        absent: () => null,
        gone: () => person('gone'),
        broken: fails,
      },
      Changes: { rename: (_: unknown, { id }: { id: string }) => person(id) },
      Person: { name: () => 'me' },
    },
  },
  posts: {
    sdl: `${link}
      type Query { latest: [Post!]! }
      type Post { title: String! text(length: Int): String author: Person }
      type Person @key(fields: "id") { id: ID! posts: [Post!]! likes: Int broken: String fatal: String! }`,
    resolvers: {
      Query: { latest: () => [{ title: 'new', author: { id: '5' } }] },
      Person: {
        __resolveReference: ({ id }: { id: string }) => (id === 'gone' ? null : person(id)),
        posts: () => [{ title: 'one' }, { title: 'two' }],
        likes: () => 7,
        broken: fails,
        fatal: fails,
      },
      Post: { text: () => 'text' },
    },
  },
};
