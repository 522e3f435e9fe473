import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import { Trace } from '@apollo/usage-reporting-protobuf';
import type { Prepared } from '../engine/prepared.ts';
import type { OnFetch } from '../engine/run.ts';
import { isAskedAgain, partsOf } from './joinedTrace.ts';
import { readSubgraphTrace } from './subgraphTrace.ts';
import { createClock } from './traceClock.ts';

const { QueryPlanNode } = Trace;

/** The trace of one execution of a plan, as usage reporting takes it. */
export interface PlanTrace {
  /** There from the beginning, and filled with each fetch. */
  readonly root: Trace.QueryPlanNode;
  /** @returns whether a trace of the subgraph tells what became of the fetch. */
  readonly onFetch: (...told: Parameters<OnFetch>) => boolean;
}

/**
 * Gathers the traces of subgraphs under the plan, as `@apollo/gateway` does it for its executor.
 * @param startHrTime when the client's request began: what the time of each fetch is told from
 */
export function createPlanTrace(prepared: Prepared, startHrTime?: [number, number]): PlanTrace {
  const clock = createClock(startHrTime);
  const places = new Map<FetchNode, Trace.QueryPlanNode>();
  const { node: top } = prepared.plan;
  return {
    root: top ? layOut(top, places) : new QueryPlanNode(),
    onFetch(nodes, timing, answer) {
      if (answer && isAskedAgain(answer)) return false;
      const ftv1 = answer?.extensions?.ftv1;
      const trace = ftv1 === undefined ? undefined : readSubgraphTrace(ftv1);
      const parts = trace && partsOf(prepared, nodes, trace);
      for (const node of nodes) {
        const part = parts?.get(node);
        // A subgraph may call its root types as it likes.
        for (const child of part?.root?.child ?? []) child.parentType = rootTypes[node.operationKind];
        const fetch = new QueryPlanNode.FetchNode({
          serviceName: node.serviceName,
          ...clock.timesOf(timing, answer !== undefined),
          traceParsingFailed: trace === null,
          trace: part,
        });
        const place = places.get(node);
        if (place) fill(place, fetch);
      }
      return Boolean(trace);
    },
  };
}

const rootTypes = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' };

/**
 * Apollo's usage reporting adds up no field below the trace of a condition or of `@defer`, so what they hold stands in their place;
 * what was not fetched has no time.
 * https://github.com/apollographql/apollo-server/blob/main/packages/server/src/plugin/usageReporting/iterateOverTrace.ts
 */
function layOut(
  node: NonNullable<QueryPlan['node']>,
  places: Map<FetchNode, Trace.QueryPlanNode>,
): Trace.QueryPlanNode {
  const each = (children: readonly (PlanNode | undefined)[]) =>
    children.flatMap((child) => (child ? [layOut(child, places)] : []));
  switch (node.kind) {
    case 'Fetch': {
      const place = new QueryPlanNode({ fetch: new QueryPlanNode.FetchNode({ serviceName: node.serviceName }) });
      places.set(node, place);
      return place;
    }
    case 'Flatten':
      return new QueryPlanNode({
        flatten: {
          responsePath: node.path.map((key) => (typeof key === 'string' ? { fieldName: key } : { index: key })),
          node: layOut(node.node, places),
        },
      });
    case 'Parallel':
      return new QueryPlanNode({ parallel: { nodes: each(node.nodes) } });
    case 'Sequence':
      return new QueryPlanNode({ sequence: { nodes: each(node.nodes) } });
    case 'Condition':
      return new QueryPlanNode({ parallel: { nodes: each([node.ifClause, node.elseClause]) } });
    case 'Defer': {
      const deferred = new QueryPlanNode({ parallel: { nodes: each(node.deferred.map((part) => part.node)) } });
      return new QueryPlanNode({ sequence: { nodes: [...each([node.primary.node]), deferred] } });
    }
    case 'Subscription':
      return new QueryPlanNode({ sequence: { nodes: each([node.primary, node.rest]) } });
  }
}

/** A node with arguments from a context is fetched once for each set of them. */
function fill(place: Trace.QueryPlanNode, fetch: Trace.QueryPlanNode.FetchNode): void {
  const { fetch: known, parallel } = place;
  if (parallel) {
    parallel.nodes = [...(parallel.nodes ?? []), new QueryPlanNode({ fetch })];
  } else if (known?.sentTime) {
    place.fetch = null;
    place.parallel = { nodes: [new QueryPlanNode({ fetch: known }), new QueryPlanNode({ fetch })] };
  } else {
    place.fetch = fetch;
  }
}
