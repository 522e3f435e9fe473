import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { type CompiledFetch, compileFetch } from './compileFetch.ts';
import { contextualFetch } from './contextualFetch.ts';
import { entityStep } from './entityFetch.ts';
import { layOut, type PlacedFetch } from './planLayout.ts';
import { rootFetch } from './rootFetch.ts';
import type { Step } from './run.ts';
import { type ScheduledStep, schedule } from './schedule.ts';
import { keepApart } from './sharing.ts';
import type { TypeNames } from './supergraph.ts';

/** A plan that can be run, and its fetches. */
export interface CompiledPlan {
  readonly run: Step;
  readonly fetches: readonly CompiledFetch[];
  /** Whether a fetch can only be made when another one is done. */
  waitsFor(fetch: FetchNode, other: FetchNode): boolean;
  /** What `run` runs, step by step. */
  readonly steps: readonly PlanStep[];
}

export interface PlanStep extends ScheduledStep {
  readonly fetches: readonly CompiledFetch[];
  /** The label of the deferred part that it is made for. */
  readonly part: string | undefined;
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
  const steps = [...units.values()].map((members): PlanStep => {
    const after = members.flatMap((at) => placed[at]?.after ?? []).map((at) => unitOf.get(at) ?? 0);
    const own = members.flatMap((at) => fetches[at] ?? []);
    const [first = 0] = members;
    return { step: stepOf(own, types), after: [...new Set(after)], fetches: own, part: placed[first]?.part };
  });
  const before = ancestors(steps.map(({ after }) => after));
  const unitOfNode = new Map(placed.map(({ node }, at) => [node, unitOf.get(at)] as const));
  const waitsFor = (fetch: FetchNode, other: FetchNode): boolean => {
    const [own, others] = [unitOfNode.get(fetch), unitOfNode.get(other)];
    return own !== undefined && others !== undefined && (before[own]?.has(others) ?? false);
  };
  return { run: schedule(steps), fetches, waitsFor, steps };
}

/** Of each step, all that come before it. */
function ancestors(after: readonly (readonly number[])[]): ReadonlySet<number>[] {
  const of = (at: number, found: Set<number>): Set<number> => {
    for (const one of after[at] ?? []) {
      if (found.has(one)) continue;
      found.add(one);
      of(one, found);
    }
    return found;
  };
  return after.map((_, at) => of(at, new Set()));
}

/** Fetches of one key travel together; those of a deferred part do not hold up others. */
function unitKey({ node, depth, part = '' }: PlacedFetch): string | undefined {
  if (!node.requires || node.contextRewrites?.length || node.operationKind !== 'query') return undefined;
  if (node.variableUsages?.includes('representations')) return undefined;
  return `${part} ${depth} ${node.serviceName}`;
}

function stepOf(fetches: readonly CompiledFetch[], types: TypeNames): Step {
  const [first] = fetches;
  if (!first) return () => undefined;
  if (!first.node.requires) return rootFetch(first);
  if (first.node.contextRewrites?.length) return contextualFetch(first, types);
  return entityStep(fetches, types);
}
