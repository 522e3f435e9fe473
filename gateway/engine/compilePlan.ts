import type { PlanNode } from '@apollo/query-planner';
import { type CompiledFetch, compileFetch } from './compileFetch.ts';
import { contextualFetch } from './contextualFetch.ts';
import { entityStep } from './entityFetch.ts';
import { layOut, type PlacedFetch } from './planLayout.ts';
import { rootFetch } from './rootFetch.ts';
import type { Step } from './run.ts';
import { schedule } from './schedule.ts';
import { keepApart } from './sharing.ts';
import type { TypeNames } from './supergraph.ts';

/** A plan that can be run, and its fetches. */
export interface CompiledPlan {
  readonly run: Step;
  readonly fetches: readonly CompiledFetch[];
}

/**
 * Compiles a plan, once for all executions of it. Entity fetches of one subgraph that are as many fetches away from the root become
 * one request, which starts when everything has come that one of them needs: none of them needs another.
 */
export function compilePlan(root: PlanNode | undefined, types: TypeNames): CompiledPlan {
  const placed = layOut(root, types);
  const fetches = placed.map((fetch) => compileFetch(fetch, types));
  keepApart(fetches);
  const units = new Map<string, number[]>();
  for (const [at, fetch] of placed.entries()) {
    const key = unitKey(fetch) ?? `alone ${at}`;
    units.set(key, [...(units.get(key) ?? []), at]);
  }
  const unitOf = new Map([...units.values()].flatMap((members, unit) => members.map((at) => [at, unit] as const)));
  const steps = [...units.values()].map((members) => {
    const after = members.flatMap((at) => placed[at]?.after ?? []).map((at) => unitOf.get(at) ?? 0);
    const own = members.flatMap((at) => fetches[at] ?? []);
    return { step: stepOf(own, types), after: [...new Set(after)] };
  });
  return { run: schedule(steps), fetches };
}

/** Fetches of one key travel together. */
function unitKey({ node, depth }: PlacedFetch): string | undefined {
  if (!node.requires || node.contextRewrites?.length || node.operationKind !== 'query') return undefined;
  if (node.variableUsages?.includes('representations')) return undefined;
  return `${depth} ${node.serviceName}`;
}

function stepOf(fetches: readonly CompiledFetch[], types: TypeNames): Step {
  const [first] = fetches;
  if (!first) return () => undefined;
  if (!first.node.requires) return rootFetch(first);
  if (first.node.contextRewrites?.length) return contextualFetch(first, types);
  return entityStep(fetches, types);
}
