import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import { Kind, parse, print, type SelectionNode, stripIgnoredCharacters } from 'graphql';

/**
 * Takes the fragment out that the planner puts around root fields of a deferred part. It is on the root type of the supergraph,
 * whose name another subgraph need not know: `schema { query: Reading }`.
 * @param rootType the name of the root type in the supergraph
 */
export function unwrapRootFragments({ node }: QueryPlan, rootType: string): void {
  if (!node || node.kind === 'Subscription') return;
  for (const fetch of fetchesOf(node)) if (!fetch.requires) unwrap(fetch, rootType);
}

function unwrap(fetch: FetchNode, rootType: string): void {
  const document = parse(fetch.operation, { noLocation: true });
  let changed = false;
  const unwrapped = (nodes: readonly SelectionNode[]): SelectionNode[] =>
    nodes.flatMap((node) => {
      if (node.kind !== Kind.INLINE_FRAGMENT || node.typeCondition?.name.value !== rootType) return [node];
      changed = true;
      const { typeCondition: _, ...untyped } = node;
      const selections = unwrapped(node.selectionSet.selections);
      return node.directives?.length
        ? [{ ...untyped, selectionSet: { ...node.selectionSet, selections } }]
        : selections;
    });
  const definitions = document.definitions.map((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return definition;
    const { selectionSet } = definition;
    return { ...definition, selectionSet: { ...selectionSet, selections: unwrapped(selectionSet.selections) } };
  });
  if (changed) fetch.operation = stripIgnoredCharacters(print({ ...document, definitions }));
}

function fetchesOf(node: PlanNode | undefined): FetchNode[] {
  if (!node) return [];
  switch (node.kind) {
    case 'Fetch':
      return [node];
    case 'Flatten':
      return fetchesOf(node.node);
    case 'Condition':
      return [...fetchesOf(node.ifClause), ...fetchesOf(node.elseClause)];
    case 'Defer':
      return [...fetchesOf(node.primary.node), ...node.deferred.flatMap((part) => fetchesOf(part.node))];
    default:
      return node.nodes.flatMap(fetchesOf);
  }
}
