import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  getNamedType,
  isCompositeType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type Caller, type Condition, isMet } from './conditions.ts';
import { fieldOf, operationOf, typeConditionOf } from './operation.ts';
import { type AccessRules, conditionsOf } from './rules.ts';

/**
 * Everything that the answer to this operation can depend on: computed once for an operation, whoever asks.
 * @param document - validated against the schema of the rules.
 */
export function conditionsTouched(
  document: DocumentNode,
  operationName: string | null | undefined,
  rules: AccessRules,
): Condition[] {
  if (rules.isEmpty) return [];
  const { operation, fragments, rootType } = operationOf(document, operationName, rules.schema);
  const walk = new Walk(rules, fragments);
  walk.selections(operation.selectionSet, rootType);
  return [...walk.touched.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** @returns the policies to evaluate for a caller before the operation is filtered. */
export const policiesOf = (touched: readonly Condition[]): string[] => [
  ...new Set(touched.flatMap((condition) => (condition.kind === 'policies' ? condition.anyOf.flat() : []))),
];

/**
 * @returns which of the conditions the caller meets. Callers with the same outcome get the same filtered operation, so the
 * outcome is part of the key under which its plan is kept; the empty text stands for an operation that anybody may ask.
 */
export const outcomeOf = (touched: readonly Condition[], caller: Caller): string =>
  touched.map((condition) => (isMet(condition, caller) ? '1' : '0')).join('');

class Walk {
  readonly touched = new Map<string, Condition>();
  readonly #rules: AccessRules;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #seen = new Set<string>();

  constructor(rules: AccessRules, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#rules = rules;
    this.#fragments = fragments;
  }

  /** Takes every type that a fragment's own condition allows, so that each fragment is walked once: rather a condition too many. */
  selections({ selections }: SelectionSetNode, parent: GraphQLCompositeType): void {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.selections(selection.selectionSet, typeConditionOf(selection, parent, this.#rules.schema));
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        this.#fragment(selection.name.value);
      } else {
        this.#field(selection.name.value, parent);
        const field = fieldOf(this.#rules.schema, parent, selection.name.value);
        const type = field && getNamedType(field.type);
        if (selection.selectionSet && isCompositeType(type)) this.selections(selection.selectionSet, type);
      }
    }
  }

  #fragment(name: string): void {
    const fragment = this.#fragments.get(name);
    if (!fragment || this.#seen.has(name)) return;
    this.#seen.add(name);
    const type = this.#rules.schema.getType(fragment.typeCondition.name.value);
    if (isCompositeType(type)) this.selections(fragment.selectionSet, type);
  }

  #field(name: string, parent: GraphQLCompositeType): void {
    for (const type of this.#rules.scopeOf(parent).types) {
      for (const condition of conditionsOf(this.#rules.needOfField(type, name))) {
        this.touched.set(condition.key, condition);
      }
    }
  }
}
