import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLEnumType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionNode,
} from 'graphql';
import { scalarValues } from './randomValue.ts';
import { typeKey } from './response.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Whether an enum type has a value. */
export type HasValue = (type: GraphQLEnumType, value: string) => boolean;

/**
 * Why a response is none that a schema could have given to an operation; undefined if it could. It is written after the
 * specification's execution (https://spec.graphql.org/draft/#sec-Executing-Selection-Sets) and shares nothing with what
 * it is the judge of.
 */
export const unreadable = (
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Variables,
  data: unknown,
  hasValue: HasValue = (type, value) => type.getValue(value) !== undefined,
): string | undefined => {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }

  const included = (node: SelectionNode): boolean =>
    (node.directives ?? []).every((directive) => {
      const value = directive.arguments?.[0]?.value;
      const on =
        value?.kind === Kind.VARIABLE
          ? variables[value.name.value] === true
          : value?.kind === Kind.BOOLEAN && value.value;
      return directive.name.value !== 'include' || on;
    });

  const applies = (condition: string | undefined, object: GraphQLObjectType): boolean => {
    if (condition === undefined || condition === object.name) return true;
    const type = schema.getType(condition);
    return isAbstractType(type) && schema.getPossibleTypes(type).includes(object);
  };

  const collect = (selections: readonly SelectionNode[], object: GraphQLObjectType): FieldNode[] =>
    selections.filter(included).flatMap((node) => {
      if (node.kind === Kind.FIELD) return [node];
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
      if (!fragment || !applies(fragment.typeCondition?.name.value, object)) return [];
      return collect(fragment.selectionSet.selections, object);
    });

  const check = (
    value: unknown,
    type: GraphQLOutputType,
    nodes: readonly FieldNode[],
    path: string,
  ): string | undefined => {
    if (isNonNullType(type)) return value === null ? `${path} is null` : check(value, type.ofType, nodes, path);
    if (value === null) return undefined;
    if (isListType(type)) {
      if (!Array.isArray(value)) return `${path} is no list`;
      return value.map((item, index) => check(item, type.ofType, nodes, `${path}.${index}`)).find(Boolean);
    }
    if (isEnumType(type)) return hasValue(type, String(value)) ? undefined : `${path} is ${value}`;
    if (isCompositeType(type))
      return checkObject(
        value,
        type,
        nodes.flatMap((node) => node.selectionSet?.selections ?? []),
        path,
      );
    return value === scalarValues[type.name] ? undefined : `${path} is no ${type.name}`;
  };

  const checkObject = (
    value: unknown,
    type: GraphQLCompositeType,
    selections: readonly SelectionNode[],
    path: string,
  ): string | undefined => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return `${path} is no object`;
    const answer = new Map<string, unknown>(Object.entries(value));
    const object = schema.getType(String(answer.get(typeKey)));
    if (!isObjectType(object) || !applies(type.name, object)) return `${path} is a ${String(answer.get(typeKey))}`;
    const asked = Map.groupBy(collect(selections, object), (node) => (node.alias ?? node.name).value);
    const extra = [...answer.keys()].find((key) => !asked.has(key));
    if (extra !== undefined) return `${path}.${extra} was not asked for`;
    for (const [key, nodes] of asked) {
      if (!answer.has(key)) return `${path}.${key} is missing`;
      const name = nodes[0]?.name.value ?? '';
      const field = object.getFields()[name];
      if (name === '__typename') {
        if (answer.get(key) !== object.name) return `${path}.${key} is not the type's name`;
      } else {
        const wrong = field ? check(answer.get(key), field.type, nodes, `${path}.${key}`) : `${path}.${key} is unknown`;
        if (wrong) return wrong;
      }
    }
    return undefined;
  };

  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const root = schema.getQueryType();
  if (operation?.kind !== Kind.OPERATION_DEFINITION || !root) return 'there is no query';
  return data === null ? undefined : checkObject(data, root, operation.selectionSet.selections, 'data');
};
