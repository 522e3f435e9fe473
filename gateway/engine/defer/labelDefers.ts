import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  getOperationAST,
  type InlineFragmentNode,
  Kind,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { activeDefers, type DeferConditions, isDefer } from './activeDefers.ts';

/** How an operation is answered in parts. */
export interface Deferral {
  /** The directives that defer something, numbered. */
  readonly directives: ReadonlyMap<DirectiveNode, number>;
  /** What the plan calls the part of a place, by `placeKey`; several where one place is reached through several types. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
}

/** Beyond so many an operation is answered at once: each takes its time to plan. */
const maxDeferred = 100;

/** Tells deferred fragments apart: by the one around it, the directive, and where the object is in the response. */
export const placeKey = (around: string, directive: number, path: readonly (string | number)[]): string =>
  `${around}/${directive}@${path.filter((key) => typeof key === 'string').join('.')}`;

/**
 * Gives every deferred fragment of an operation, at each of its places, a label of its own. The planner takes fragments of one
 * label for one, and a label of the client's stands at as many places as its fragment is spread.
 * @param projection shares its directives with `planned`
 * @returns the operation to be planned, undefined where nothing is deferred
 */
export function labelDefers(
  planned: DocumentNode,
  projection: DocumentNode,
  operationName: string | null | undefined,
  conditions: DeferConditions,
): { document: DocumentNode; operation: OperationTypeNode; deferral: Deferral } | undefined {
  const operation = getOperationAST(planned, operationName);
  if (!operation || operation.operation === OperationTypeNode.SUBSCRIPTION) return undefined;
  const fragments = new Map(
    planned.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const shown = new Set(activeDefers(projection, conditions));
  const active = new Set(activeDefers(planned, conditions).filter((directive) => shown.has(directive)));
  // The fields of a mutation are executed in their order, so none of them can be later.
  // https://github.com/graphql/graphql-spec/pull/1110: "Defer And Stream Directives Are Used On Valid Root Field"
  if (operation.operation === OperationTypeNode.MUTATION) {
    for (const directive of topDirectives(operation.selectionSet, fragments)) active.delete(directive);
  }
  const labeller = new Labeller(new Map([...active].map((directive, at) => [directive, at])), fragments);
  const selectionSet = labeller.label(operation.selectionSet, '', []);
  const { directives, labels, count } = labeller;
  if (count === 0 || count > maxDeferred) return undefined;
  const definitions = [{ ...operation, selectionSet }, ...labeller.plainFragments()];
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions };
  return { document, operation: operation.operation, deferral: { directives, labels } };
}

/** Writes out the fragments that defer something, and leaves the others. */
class Labeller {
  readonly directives: ReadonlyMap<DirectiveNode, number>;
  readonly labels = new Map<string, string[]>();
  count = 0;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #deferring = new Map<string, boolean>();

  constructor(directives: ReadonlyMap<DirectiveNode, number>, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.directives = directives;
    this.#fragments = fragments;
  }

  label(set: SelectionSetNode, around: string, path: readonly string[]): SelectionSetNode {
    return { ...set, selections: set.selections.map((node) => this.#selection(node, around, path)) };
  }

  /** Nothing in these is deferred, so they stay fragments. */
  plainFragments(): FragmentDefinitionNode[] {
    return [...this.#fragments.values()]
      .filter(({ name }) => !this.#defers(name.value))
      .map((node) => ({ ...node, selectionSet: this.label(node.selectionSet, '', []) }));
  }

  #selection(node: SelectionNode, around: string, path: readonly string[]): SelectionNode {
    if (node.kind === Kind.FIELD) {
      if (!node.selectionSet) return node;
      const below = [...path, (node.alias ?? node.name).value];
      return { ...node, selectionSet: this.label(node.selectionSet, around, below) };
    }
    const directive = node.directives?.find((each) => this.directives.has(each));
    const key = directive && placeKey(around, this.directives.get(directive) ?? 0, path);
    const label = key === undefined ? undefined : this.#newLabel(key);
    const written = this.#fragment(node, key ?? around, path);
    if (!label) return written;
    // The planner fails where the fragment that has the label has a condition that always holds.
    const selectionSet = { kind: Kind.SELECTION_SET as const, selections: [written] };
    return { kind: Kind.INLINE_FRAGMENT, directives: [label], selectionSet };
  }

  #fragment(
    node: FragmentSpreadNode | InlineFragmentNode,
    around: string,
    path: readonly string[],
  ): FragmentSpreadNode | InlineFragmentNode {
    const directives = node.directives?.filter((each) => !isDefer(each));
    if (node.kind === Kind.INLINE_FRAGMENT) {
      return { ...node, directives, selectionSet: this.label(node.selectionSet, around, path) };
    }
    const fragment = this.#fragments.get(node.name.value);
    if (!fragment || !this.#defers(node.name.value)) return { ...node, directives };
    const { typeCondition, selectionSet } = fragment;
    return {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition,
      directives,
      selectionSet: this.label(selectionSet, around, path),
    };
  }

  #newLabel(key: string): DirectiveNode {
    const label = String(this.count++);
    this.labels.set(key, [...(this.labels.get(key) ?? []), label]);
    const name = (value: string) => ({ kind: Kind.NAME as const, value });
    const value = { kind: Kind.STRING as const, value: label };
    return {
      kind: Kind.DIRECTIVE,
      name: name('defer'),
      arguments: [{ kind: Kind.ARGUMENT, name: name('label'), value }],
    };
  }

  /** Whether something in a fragment is deferred. */
  #defers(name: string): boolean {
    const known = this.#deferring.get(name);
    if (known !== undefined) return known;
    this.#deferring.set(name, false);
    const search = (set: SelectionSetNode): boolean =>
      set.selections.some((node) => {
        if (node.kind === Kind.FIELD) return node.selectionSet !== undefined && search(node.selectionSet);
        if (node.directives?.some((each) => this.directives.has(each))) return true;
        return node.kind === Kind.INLINE_FRAGMENT ? search(node.selectionSet) : this.#defers(node.name.value);
      });
    const fragment = this.#fragments.get(name);
    const defers = fragment !== undefined && search(fragment.selectionSet);
    this.#deferring.set(name, defers);
    return defers;
  }
}

/** The directives of fragments that are on the root itself. */
function topDirectives(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  seen: Set<string> = new Set(),
): DirectiveNode[] {
  return set.selections.flatMap((node): readonly DirectiveNode[] => {
    if (node.kind === Kind.FIELD) return [];
    const own = node.directives ?? [];
    if (node.kind === Kind.INLINE_FRAGMENT) return [...own, ...topDirectives(node.selectionSet, fragments, seen)];
    const fragment = fragments.get(node.name.value);
    if (!fragment || seen.has(node.name.value)) return own;
    seen.add(node.name.value);
    return [...own, ...topDirectives(fragment.selectionSet, fragments, seen)];
  });
}
