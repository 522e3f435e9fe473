import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getOperationAST,
  type InlineFragmentNode,
  isCompositeType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';

/** An operation with what belongs to it. */
export interface OperationParts {
  operation: OperationDefinitionNode;
  rootType: GraphQLObjectType;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/**
 * @returns the operation that the name chooses.
 * @throws Error when there is none: documents come here validated, with an operation chosen.
 */
export function operationOf(
  document: DocumentNode,
  operationName: string | null | undefined,
  schema: GraphQLSchema,
): OperationParts {
  const operation = getOperationAST(document, operationName);
  const rootType = operation && schema.getRootType(operation.operation);
  if (!operation || !rootType) throw new Error('The document has no such operation, or more than one and no name.');
  const fragments = document.definitions.flatMap((definition) =>
    definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
  );
  return { operation, rootType, fragments: new Map(fragments) };
}

/** @returns the field as the type that it is selected on defines it, the meta fields among them. */
export function fieldOf(
  schema: GraphQLSchema,
  parent: GraphQLCompositeType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (parent === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return isUnionType(parent) ? undefined : parent.getFields()[name];
}

/** @returns the type that a fragment is for: its condition's, or else its parent's. */
export function typeConditionOf(
  { typeCondition }: Pick<InlineFragmentNode, 'typeCondition'>,
  parent: GraphQLCompositeType,
  schema: GraphQLSchema,
): GraphQLCompositeType {
  const type = typeCondition && schema.getType(typeCondition.name.value);
  return isCompositeType(type) ? type : parent;
}
