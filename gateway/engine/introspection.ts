import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { type DataObject, getOwn } from './ownProperty.ts';

/** Root fields that the gateway answers itself. */
export interface Introspected {
  values: ReadonlyMap<string, unknown>;
  errors: readonly GraphQLError[];
}

export const isIntrospection = (node: FieldNode): boolean =>
  node.name.value === '__schema' || node.name.value === '__type';

/** Answers the introspection of an operation from the schema that clients see. */
export function introspect(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  fields: ReadonlyMap<string, readonly FieldNode[]>,
  variables: DataObject,
): Introspected {
  const asked = [...fields].filter(([, [first]]) => first && isIntrospection(first));
  if (asked.length === 0) return { values: new Map(), errors: [] };
  const selections = asked.flatMap(([, nodes]) => nodes);
  const alone: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        ...operation,
        directives: [],
        // Whether they are included has been decided: conditions of the fragments around them are not repeated here.
        selectionSet: { kind: Kind.SELECTION_SET, selections: selections.map((node) => ({ ...node, directives: [] })) },
      },
      ...document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION),
    ],
  };
  const { data, errors = [] } = executeSync({ schema, document: alone, variableValues: variables });
  return { values: new Map(asked.map(([key]) => [key, getOwn((data ?? {}) as DataObject, key) ?? null])), errors };
}
