import { GraphQLError, type ValidationRule } from 'graphql';

/**
 * That every type which an operation names exists: https://spec.graphql.org/draft/#sec-Fragment-Spread-Type-Existence
 * The reference implementation's rule first lists all types of the schema, for each document anew: of a small
 * operation and a large schema that is most of the time.
 */
export const knownTypesRule: ValidationRule = (context) => ({
  NamedType: (node) => {
    if (context.getSchema().getType(node.name.value) === undefined) {
      context.reportError(new GraphQLError(`Unknown type "${node.name.value}".`, { nodes: node }));
    }
  },
});
