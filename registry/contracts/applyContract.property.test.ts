import { Supergraph } from '@apollo/federation-internals';
import { compose } from '@banyan/kit/composition';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  buildSchema,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  validateSchema,
} from 'graphql';
import { apiSchemaOf } from '../checks/apiSchema.ts';
import { applyContract } from './applyContract.ts';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag"])';

/** Every kind of element that can carry a tag, each at a `#`; composed once without tags, they are then written into the supergraph. */
const sdl = `${link}
type Query { node(id: ID! #, deep: Deep #): Node # things(filter: Filter #, kind: Kind = BIG #, at: Time #): [Thing!] # item: Item # }
type Mutation { make(input: MakeInput! #): Item # drop(id: ID #): Boolean # }
interface Node # { id: ID! # kind(size: Int #): Kind # }
type Item implements Node @key(fields: "id") # { id: ID! # kind(size: Int #, extra: Int #): Kind # owner: Owner # at: Time # }
type Owner implements Node @key(fields: "id") # { id: ID! # kind(size: Int #): Kind # items: [Item!] # }
union Thing # = Item | Owner | Box
type Box # { width: Int # in: Box # }
type Alone # { other: Other # }
type Other # { name: String # }
input Filter # { kind: Kind # deep: Deep # }
input Deep # { filter: Filter # value: Int # }
input MakeInput # { name: String! # kind: Kind! = SMALL # }
enum Kind # { BIG # SMALL # }
scalar Time #`;

const places = sdl.split('#').length - 1;
const tagNames = ['a', 'b', 'c'];
const tagSets = fc.array(fc.subarray(tagNames, { maxLength: 1 }), { minLength: places, maxLength: places });
const filters = fc
  .record({ include: fc.subarray(tagNames), exclude: fc.subarray(tagNames), hideUnreachableTypes: fc.boolean() })
  .map((filter) => ({ ...filter, exclude: filter.exclude.filter((tag) => !filter.include.includes(tag)) }));

/** What a schema shows, by coordinates, with the type of each. */
function elementsOf(schema: GraphQLSchema): Map<string, string> {
  const found = new Map<string, string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    found.set(type.name, type.constructor.name);
    if (isEnumType(type)) for (const { name } of type.getValues()) found.set(`${type.name}.${name}`, '');
    if (isUnionType(type)) for (const { name } of type.getTypes()) found.set(`${type.name}|${name}`, '');
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      found.set(`${type.name}.${field.name}`, String(field.type));
      if (!('args' in field)) continue;
      for (const arg of field.args) found.set(`${type.name}.${field.name}(${arg.name}:)`, String(arg.type));
    }
  }
  return found;
}

/** The coordinates that carry one of the tags themselves, or, for fields of objects and interfaces, by their type. */
function taggedIn(supergraphSdl: string, tags: readonly string[]): string[] {
  const { schema } = Supergraph.build(supergraphSdl);
  const carries = (element: { appliedDirectivesOf(name: string): readonly { arguments(): object }[] }) =>
    element
      .appliedDirectivesOf('tag')
      .some((tag) => tags.some((name) => 'name' in tag.arguments() && Object.values(tag.arguments()).includes(name)));
  return schema.types().flatMap((type) => {
    const own = carries(type) ? [type.coordinate] : [];
    if (type.kind === 'EnumType') return [...own, ...type.values.filter(carries).map((value) => value.coordinate)];
    if (type.kind === 'InputObjectType')
      return [
        ...own,
        ...type
          .fields()
          .filter(carries)
          .map((each) => each.coordinate),
      ];
    if (type.kind !== 'ObjectType' && type.kind !== 'InterfaceType') return own;
    const fields = type.fields().filter((field) => own.length > 0 || carries(field));
    const args = type.fields().flatMap((field) => field.arguments().filter(carries));
    return [...own, ...fields.map((each) => each.coordinate), ...args.map((each) => each.coordinate)];
  });
}

function supergraphWith(tags: string[][]): string {
  const tagged = sdl
    .split('#')
    .map((text, at) => text + (tags[at] ?? []).map((name) => `@tag(name: "${name}") `).join(''))
    .join('');
  const build = compose([{ name: 'one', url: 'http://localhost/one', sdl: tagged }]);
  if (!build.ok) throw new Error(JSON.stringify(build.errors));
  return build.supergraphSdl;
}

describe('whatever is tagged', () => {
  test('a contract either fails and says why, or is a valid part of its source without anything excluded', () => {
    let made = 0;
    fc.assert(
      fc.property(tagSets, filters, (tags, filter) => {
        const source = supergraphWith(tags);
        const contract = applyContract(source, filter);
        if (!contract.ok) {
          expect(contract.errors.length).toBeGreaterThan(0);
          for (const { code, message } of contract.errors) {
            expect(code).toMatch(/^(QUERY_ROOT_TYPE|REQUIRED|REFERENCED|DEFAULT_VALUE_USES)_INACCESSIBLE$/);
            expect(message).not.toBe('');
          }
          return;
        }
        made += 1;
        const api = buildSchema(contract.apiSdl);
        expect(validateSchema(api)).toEqual([]);
        expect(contract.apiSdl).toBe(apiSchemaOf(contract.supergraphSdl));
        const shown = elementsOf(api);
        const all = elementsOf(buildSchema(apiSchemaOf(source)));
        for (const [coordinate, type] of shown) expect([coordinate, all.get(coordinate)]).toEqual([coordinate, type]);
        for (const coordinate of taggedIn(source, filter.exclude)) expect(shown.has(coordinate)).toBe(false);
        expect(contract.supergraphSdl.match(/@join__\w+\(.*?\)/g)).toEqual(source.match(/@join__\w+\(.*?\)/g));
      }),
      { numRuns: 100 },
    );
    expect(made).toBeGreaterThan(10);
  });
});
