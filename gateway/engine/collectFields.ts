import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { DataObject } from './ownProperty.ts';

/** What fields are collected by. */
export interface Collecting {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Values of the variables that `@skip` and `@include` name. */
  readonly values: DataObject;
  /** Fields that the caller may not read. A response name is null where every field for it is one of these. */
  readonly refused?: ReadonlyMap<FieldNode, unknown>;
  /** The directives by which fragments are left for later. */
  readonly deferring?: ReadonlyMap<DirectiveNode, number>;
}

/** A fragment that was left for later. */
export interface DeferredFragment {
  directive: DirectiveNode;
  selectionSet: SelectionSetNode;
}

/**
 * The fields of selection sets that apply to a type, by response name, in the order in which the response has them.
 * https://spec.graphql.org/October2021/#CollectFields()
 * @param deferred gets the fragments that are left for later
 */
export function collectFields(
  { schema, fragments, values, deferring }: Collecting,
  type: GraphQLNamedType,
  sets: readonly SelectionSetNode[],
  deferred: DeferredFragment[] = [],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const spread = new Set<string>();
  const gather = (set: SelectionSetNode): void => {
    for (const node of set.selections) {
      if (!isIncluded(node.directives, values)) continue;
      if (node.kind === Kind.FIELD) {
        const name = node.alias?.value ?? node.name.value;
        const same = fields.get(name);
        if (same) same.push(node);
        else fields.set(name, [node]);
        continue;
      }
      let inner:
        | { typeCondition?: FragmentDefinitionNode['typeCondition']; selectionSet: SelectionSetNode }
        | undefined;
      const directive = deferring && node.directives?.find((each) => deferring.has(each));
      if (node.kind === Kind.INLINE_FRAGMENT) inner = node;
      else if (!spread.has(node.name.value)) {
        if (!directive) spread.add(node.name.value);
        inner = fragments.get(node.name.value);
      }
      if (!inner || (inner.typeCondition && !applies(schema, inner.typeCondition.name.value, type))) continue;
      if (directive) deferred.push({ directive, selectionSet: inner.selectionSet });
      else gather(inner.selectionSet);
    }
  };
  for (const set of sets) gather(set);
  return fields;
}

/** The variables that decide which fields there are. */
export function conditionVariables(directives: readonly DirectiveNode[] | undefined): string[] {
  return (directives ?? []).flatMap((node) => {
    const value = isCondition(node) ? node.arguments?.[0]?.value : undefined;
    return value?.kind === Kind.VARIABLE ? [value.name.value] : [];
  });
}

const isCondition = ({ name }: DirectiveNode): boolean => name.value === 'skip' || name.value === 'include';

function isIncluded(directives: readonly DirectiveNode[] | undefined, values: DataObject): boolean {
  if (!directives || directives.length === 0) return true;
  return directives.filter(isCondition).every(({ name, arguments: [argument] = [] }) => {
    const value = argument?.value;
    const holds =
      value?.kind === Kind.VARIABLE ? values[value.name.value] : value?.kind === Kind.BOOLEAN && value.value;
    return holds === (name.value === 'include');
  });
}

/** An object that does not tell its type is of the type that its field has: then a fragment applies where it would for every such object. */
function applies(schema: GraphQLSchema, condition: string, type: GraphQLNamedType): boolean {
  if (condition === type.name) return true;
  const wanted = schema.getType(condition);
  if (!wanted || !isCompositeType(wanted) || !isAbstractType(wanted)) return false;
  return (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wanted, type);
}
