import type { FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { DocumentNode } from 'graphql';
import { type FieldNode, GraphQLError, Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql';
import type { TypeNames } from '../supergraph.ts';
import type { RequiredFields } from './requiredFields.ts';
import { splitFetch } from './splitFetch.ts';

/**
 * Makes of a plan with the planner's own names of required fields one that subgraphs understand: operations ask for the field under
 * that name, representations have it under the field's name.
 */
export function mendPlan(plan: QueryPlan, required: RequiredFields, types: TypeNames): QueryPlan {
  const { node } = plan;
  if (!node) return plan;
  const mend = (fetch: FetchNode): FetchNode[] => splitFetch(named(fetch, required), required, types);
  if (node.kind === 'Subscription') {
    return {
      ...plan,
      node: { ...node, primary: named(node.primary, required), rest: node.rest && mendNode(node.rest, mend) },
    };
  }
  return { ...plan, node: mendNode(node, mend) };
}

/** @throws GraphQLError where the client uses such a name itself: what it asks for would be taken for what is required */
export function refuseRequiredNames(document: DocumentNode, { byName }: RequiredFields): void {
  visit(document, {
    [Kind.FIELD]: ({ alias }) => {
      if (!alias || !byName.has(alias.value)) return;
      throw new GraphQLError(`The alias "${alias.value}" is reserved.`, {
        nodes: alias,
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      });
    },
  });
}

function mendNode(node: PlanNode, mend: (fetch: FetchNode) => FetchNode[]): PlanNode {
  const below = (child: PlanNode | undefined): PlanNode | undefined => child && mendNode(child, mend);
  switch (node.kind) {
    case 'Fetch':
      return parallel(mend(node));
    case 'Flatten': {
      const inner = mendNode(node.node, mend);
      if (inner.kind !== 'Parallel') return { ...node, node: inner };
      return parallel(inner.nodes.map((each) => ({ ...node, node: each })));
    }
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((child) => mendNode(child, mend)) };
    case 'Condition':
      return { ...node, ifClause: below(node.ifClause), elseClause: below(node.elseClause) };
    case 'Defer':
      return {
        ...node,
        primary: { ...node.primary, node: below(node.primary.node) },
        deferred: node.deferred.map((part) => ({ ...part, node: below(part.node) })),
      };
  }
}

function parallel(nodes: PlanNode[]): PlanNode {
  const [only] = nodes;
  return only && nodes.length === 1 ? only : { kind: 'Parallel', nodes };
}

function named(fetch: FetchNode, required: RequiredFields): FetchNode {
  let isChanged = false;
  const document = visit(parse(fetch.operation, { noLocation: true }), {
    [Kind.FIELD]: (node: FieldNode) => {
      const field = required.byName.get(node.name.value);
      if (!field) return undefined;
      isChanged = true;
      const name = { ...node.name, value: field.field };
      return { ...node, alias: node.alias ?? node.name, name, arguments: field.arguments };
    },
  });
  const requires = fetch.requires?.map((node) => namedIn(node, required));
  if (!isChanged) return { ...fetch, requires };
  return { ...fetch, requires, operation: stripIgnoredCharacters(print(document)) };
}

function namedIn(node: QueryPlanSelectionNode, required: RequiredFields): QueryPlanSelectionNode {
  const selections = node.selections?.map((each) => namedIn(each, required));
  if (node.kind === 'InlineFragment') return { ...node, selections: selections ?? [] };
  const field = required.byName.get(node.name)?.field;
  return { ...node, ...(field !== undefined && { alias: node.name, name: field }), ...(selections && { selections }) };
}
