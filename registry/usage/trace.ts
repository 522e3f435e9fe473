import type { ITrace, Trace } from '@apollo/usage-reporting-protobuf';

/**
 * Every node of a trace: those of the server itself and, for a gateway, those that its subgraphs sent inline (`ftv1`), which lie
 * in the query plan. Walked without recursion, as a hostile trace is as deep as it likes.
 * https://www.apollographql.com/docs/graphos/reference/metrics/federated-traces
 */
export function* nodesOf(trace: ITrace): Generator<Trace.INode> {
  const roots = trace.root ? [trace.root] : [];
  if (trace.queryPlan) roots.push(...rootsOf(trace.queryPlan));
  const open: Trace.INode[] = roots;
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    for (const child of node.child ?? []) open.push(child);
  }
}

function rootsOf(plan: Trace.IQueryPlanNode): Trace.INode[] {
  const roots: Trace.INode[] = [];
  const open: (Trace.IQueryPlanNode | null | undefined)[] = [plan];
  while (open.length > 0) {
    const node = open.pop();
    if (!node) continue;
    if (node.fetch?.trace?.root) roots.push(node.fetch.trace.root);
    open.push(node.flatten?.node, node.condition?.ifClause, node.condition?.elseClause, node.defer?.primary?.node);
    for (const step of node.sequence?.nodes ?? []) open.push(step);
    for (const step of node.parallel?.nodes ?? []) open.push(step);
    for (const part of node.defer?.deferred ?? []) open.push(part.node);
  }
  return roots;
}
