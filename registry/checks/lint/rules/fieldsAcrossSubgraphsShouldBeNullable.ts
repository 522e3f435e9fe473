import { Kind, type TypeNode } from 'graphql';
import { type Element, type FieldElement, namedType } from '../elements.ts';
import type { Federation } from '../federation.ts';
import type { Rule } from '../rule.ts';

/**
 * A domain that is down costs its own fields and nothing else: where another subgraph has to answer for a field, null must be able to stand in.
 * Those are the root fields, the fields that a subgraph adds to an entity of another, and whatever returns one. An `@external` copy keeps the
 * nullability of its owner, a key is there before anything is asked. https://spec.graphql.org/draft/#sec-Handling-Execution-Errors
 */
export const fieldsAcrossSubgraphsShouldBeNullable: Rule = {
  name: 'FIELDS_ACROSS_SUBGRAPHS_SHOULD_BE_NULLABLE',
  check({ elements, federation, rootTypes }) {
    if (federation === undefined) return [];
    const foreign = foreignTypes(elements, federation);
    return elements
      .filter((element) => element.kind === 'field')
      .filter((field) => !federation.isForeign(field))
      .flatMap((field) => {
        const message = mistake(field, federation, rootTypes, foreign);
        return message === undefined ? [] : [{ coordinate: field.coordinate, message, node: field.node.type }];
      });
  },
};

function mistake(
  { coordinate, parent, node }: FieldElement,
  { entities }: Federation,
  rootTypes: ReadonlySet<string>,
  foreign: ReadonlySet<string>,
): string | undefined {
  const isNonNull = node.type.kind === Kind.NON_NULL_TYPE;
  if (isNonNull && rootTypes.has(parent.coordinate)) return `"${coordinate}" must be nullable: it is a root field.`;
  if (isNonNull && entities.get(parent.coordinate)?.isOwned === false) {
    return `"${coordinate}" must be nullable: another subgraph owns ${parent.coordinate}.`;
  }
  const type = namedType(node.type);
  if (!isNonNullInside(node.type) || !foreign.has(type)) return undefined;
  const what = isList(node.type) ? 'must have nullable items' : 'must be nullable';
  const owned = entities.has(type) ? type : `what ${type} can be`;
  return `"${coordinate}" ${what}: another subgraph owns ${owned}.`;
}

const isList = (type: TypeNode): boolean =>
  type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && type.type.kind === Kind.LIST_TYPE);

/** Whether the innermost type is non-null: `T!`, `[T!]`, and not `[T]!`, whose list is there even when none of its items is. */
function isNonNullInside(type: TypeNode): boolean {
  if (type.kind === Kind.LIST_TYPE) return isNonNullInside(type.type);
  if (type.kind === Kind.NAMED_TYPE) return false;
  return type.type.kind === Kind.NAMED_TYPE || isNonNullInside(type.type);
}

/** The entities that others own, and the unions and interfaces that can be one. */
function foreignTypes(elements: readonly Element[], { entities }: Federation): Set<string> {
  const foreign = new Set([...entities].filter(([, { isOwned }]) => !isOwned).map(([name]) => name));
  const abstract = elements.flatMap(({ kind, node, coordinate }) => {
    if (kind !== 'type') return [];
    if ('types' in node) return node.types?.some(({ name }) => foreign.has(name.value)) ? [coordinate] : [];
    return foreign.has(coordinate) && 'interfaces' in node ? (node.interfaces ?? []).map(({ name }) => name.value) : [];
  });
  return new Set([...foreign, ...abstract]);
}
