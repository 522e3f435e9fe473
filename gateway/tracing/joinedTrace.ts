import type { FetchNode } from '@apollo/query-planner';
import { Trace } from '@apollo/usage-reporting-protobuf';
import { lanesOf } from '../engine/lane.ts';
import type { Prepared } from '../engine/prepared.ts';
import type { SubgraphAnswer } from '../engine/subgraphs.ts';

/** By what name a joined operation asks for the `_entities` of the lane at an index. */
const laneName = /^_(\d+)$/;

/** The path of an error as the subgraph would give it if its operation had not been joined with others. */
export const pathOfLane = (path: readonly (string | number)[]): readonly (string | number)[] =>
  laneName.test(String(path[0])) ? ['_entities', ...path.slice(1)] : path;

/** A joined operation that failed as a whole: each of its lanes is asked again by itself, and that is what counts. */
export const isAskedAgain = ({ data, errors }: SubgraphAnswer): boolean =>
  !data && Boolean(errors?.some(({ path }) => laneName.test(String(path?.[0]))));

const indexes = new WeakMap<Prepared, ReadonlyMap<FetchNode, number>>();

/** Of each fetch the index of its lane, among those that can travel together. */
function laneIndexes(prepared: Prepared): ReadonlyMap<FetchNode, number> {
  const known = indexes.get(prepared);
  if (known) return known;
  const { compiled, supergraph } = prepared;
  const lanes = compiled.steps.flatMap(({ fetches }) => [...lanesOf(fetches, supergraph.types).entries()]);
  const found = new Map(lanes.flatMap(([at, lane]) => lane.fetches.map(({ node }) => [node, at] as const)));
  indexes.set(prepared, found);
  return found;
}

/**
 * Gives each part of a request's trace to the fetch node that it is of. Nodes of one lane have asked one question: it goes to the
 * first of them, so that no field counts twice. What a joined operation asks for a lane that has nothing to ask is left out.
 */
export function partsOf(prepared: Prepared, nodes: readonly FetchNode[], trace: Trace): ReadonlyMap<FetchNode, Trace> {
  const [first] = nodes;
  if (!first) return new Map();
  const { root, startTime, endTime, durationNs } = trace;
  const children = root?.child ?? [];
  const isJoined = children.some(({ responseName }) => laneName.test(responseName ?? ''));
  if (!first.requires || !isJoined) return new Map([[first, trace]]);
  const laneOf = laneIndexes(prepared);
  const parts = new Map<FetchNode, Trace>();
  for (const child of children) {
    const at = Number(laneName.exec(child.responseName ?? '')?.[1]);
    const node = nodes.find((each) => laneOf.get(each) === at);
    if (!node) continue;
    child.responseName = '_entities';
    child.originalFieldName = '';
    const error = parts.size === 0 ? root?.error : [];
    parts.set(node, new Trace({ startTime, endTime, durationNs, root: new Trace.Node({ child: [child], error }) }));
  }
  return parts;
}
