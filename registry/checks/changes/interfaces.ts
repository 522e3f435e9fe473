import { type GraphQLInterfaceType, type GraphQLNamedType, type GraphQLSchema, isInterfaceType } from 'graphql';
import type { Change } from './change.ts';
import { compareByName } from './compare.ts';

/**
 * Which types came to implement an interface and which ceased to, new types included: an object type that is new to
 * the schema is as new to the readers of its interface. The coordinate is the interface, the type the `member`.
 */
export const interfaceChanges = (
  before: { readonly schema: GraphQLSchema; readonly type: GraphQLInterfaceType },
  after: { readonly schema: GraphQLSchema; readonly type: GraphQLInterfaceType },
): Change[] => {
  const coordinate = before.type.name;
  const { removed, added } = compareByName(
    implementersOf(before.schema, before.type),
    implementersOf(after.schema, after.type),
  );
  return [
    ...removed.map((type): Change => {
      const description = `\`${type.name}\` no longer implements \`${coordinate}\`.`;
      const effect = isInterfaceType(type) ? 'safe' : 'breaking';
      return { code: 'TYPE_REMOVED_FROM_INTERFACE', coordinate, member: type.name, description, effect };
    }),
    ...added.map((type): Change => {
      const description = `\`${type.name}\` implements \`${coordinate}\` now.`;
      const effect = isInterfaceType(type) ? 'safe' : 'dangerous';
      return { code: 'TYPE_ADDED_TO_INTERFACE', coordinate, member: type.name, description, effect };
    }),
  ];
};

/**
 * Interfaces among them are of no consequence to an operation: what can come, and which fragments can apply, is decided
 * by object types alone (https://spec.graphql.org/draft/#GetPossibleTypes()), each of which has to declare every
 * interface itself and so has a change of its own.
 */
const implementersOf = (schema: GraphQLSchema, type: GraphQLInterfaceType): GraphQLNamedType[] => {
  const { objects, interfaces } = schema.getImplementations(type);
  return [...objects, ...interfaces];
};
