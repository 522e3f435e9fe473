import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLString,
  isEnumType,
} from 'graphql';

/**
 * Whether a value that a subgraph sent can stand in the response for a scalar or enum. Custom scalars pass as they are. An enum
 * value that the API does not have (unknown, or inaccessible) does not pass.
 */
export function leafCheck(type: GraphQLLeafType): ((value: unknown) => boolean) | undefined {
  if (isEnumType(type)) {
    const names = new Set<unknown>(type.getValues().map(({ name }) => name));
    return (value) => names.has(value);
  }
  return builtIn.get(type.name);
}

const builtIn = new Map<string, (value: unknown) => boolean>([
  [GraphQLString.name, (value) => typeof value === 'string'],
  [GraphQLBoolean.name, (value) => typeof value === 'boolean'],
  [GraphQLInt.name, (value) => Number.isInteger(value)],
  [GraphQLFloat.name, (value) => typeof value === 'number'],
  [GraphQLID.name, (value) => typeof value === 'string' || Number.isInteger(value)],
]);
