import { compose } from '@banyan/kit/composition';
import { expect, test } from '@jest/globals';
import { parse, print } from 'graphql';
import { withoutSecurity } from './withoutSecurity.ts';

const url = 'https://specs.apollo.dev/federation/v2.9';
const link = (more: string) => `extend schema @link(url: "${url}"${more})`;
const plain = (sdl: string) => print(parse(sdl));

test.each([
  {
    written: 'as everybody does',
    sdl: `${link(', import: ["@key", "@authenticated", "@requiresScopes", "@policy", "Scope", "Policy"]')}
      type Query { open: Int mine: Int @authenticated some: Int @deprecated @requiresScopes(scopes: [["some"]]) @tag(name: "a") }
      type Secret @key(fields: "id") @policy(policies: [["p"]]) { id: ID! }
      interface Hidden @authenticated { id: ID! }
      scalar Password @authenticated
      enum Rank @requiresScopes(scopes: [["a", "b"]]) { ONE @deprecated }`,
    stripped: `${link(', import: ["@key"]')}
      type Query { open: Int mine: Int some: Int @deprecated @tag(name: "a") }
      type Secret @key(fields: "id") { id: ID! }
      interface Hidden { id: ID! }
      scalar Password
      enum Rank { ONE @deprecated }`,
  },
  {
    written: 'under other names',
    sdl: `${link(', import: [{ name: "@authenticated", as: "@signedIn" }, { name: "@key", as: "@policy" }]')}
      type Query { mine: Int @signedIn at: Int @federation__requiresScopes(scopes: [["a"]]) }
      type Thing @policy(fields: "id") { id: ID! }`,
    stripped: `${link(', import: [{ name: "@key", as: "@policy" }]')}
      type Query { mine: Int at: Int }
      type Thing @policy(fields: "id") { id: ID! }`,
  },
  {
    written: 'in a namespace',
    sdl: `${link(', as: "fed"')} type Query { mine: Int @fed__authenticated @authenticated } directive @authenticated on FIELD_DEFINITION`,
    stripped: `${link(', as: "fed"')} type Query { mine: Int @authenticated } directive @authenticated on FIELD_DEFINITION`,
  },
  {
    written: 'on the schema, with definitions of its own',
    sdl: `schema @link(url: "${url}", import: ["@authenticated"]) { query: Query }
      directive @authenticated on FIELD_DEFINITION
      type Query { mine: Int @authenticated }`,
    stripped: `schema @link(url: "${url}", import: []) { query: Query } type Query { mine: Int }`,
  },
])('a schema with directives of authorisation $written loses them and nothing else', ({ sdl, stripped }) => {
  expect(withoutSecurity(sdl)).toBe(plain(stripped));
});

test('what is left composes to a supergraph without a link for SECURITY', () => {
  const sdl = `${link(', import: ["@key", "@authenticated", "@requiresScopes"]')}
    type Query { mine: Secret @authenticated }
    type Secret @key(fields: "id") @requiresScopes(scopes: [["a"]]) { id: ID! }`;
  const linksOf = (text: string) => {
    const build = compose([{ name: 'one', url: 'http://one', sdl: text }]);
    return build.ok && build.supergraphSdl.includes('for: SECURITY');
  };
  expect([linksOf(sdl), linksOf(withoutSecurity(sdl))]).toEqual([true, false]);
});
