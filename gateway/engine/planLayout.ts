import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { type CompiledPath, compilePath } from './responsePath.ts';
import type { Run } from './run.ts';
import type { TypeNames } from './supergraph.ts';

/** A variable that has to have a value for a fetch to be made. */
export interface Condition {
  variable: string;
  value: boolean;
}

export const holds = (conditions: readonly Condition[], run: Run): boolean =>
  conditions.every(({ variable, value }) => (run.values[variable] === true) === value);

/** A fetch of a plan, with all that the nodes around it say of it. */
export interface PlacedFetch {
  node: FetchNode;
  path: CompiledPath;
  conditions: readonly Condition[];
  /** The fetches that have to be done before, by their index. */
  after: readonly number[];
  /** How many fetches in a row come before it, at most. */
  depth: number;
  /** The label of the deferred part that it is made for. */
  part?: string;
}

/** Takes the tree of a plan apart: a fetch waits for what its Sequence has before it, and for nothing else. */
export function layOut(root: PlanNode | undefined, types: TypeNames): PlacedFetch[] {
  const fetches: PlacedFetch[] = [];
  interface Around {
    path: CompiledPath;
    conditions: readonly Condition[];
    after: readonly number[];
    part?: string;
  }
  const lay = (node: PlanNode, around: Around): number[] => {
    switch (node.kind) {
      case 'Fetch': {
        const depth = Math.max(0, ...around.after.map((at) => (fetches[at]?.depth ?? 0) + 1));
        return [fetches.push({ node, ...around, depth }) - 1];
      }
      case 'Flatten':
        return lay(node.node, { ...around, path: [...around.path, ...compilePath(node.path, types)] });
      case 'Parallel':
        return node.nodes.flatMap((child) => lay(child, around));
      case 'Sequence': {
        const laid: number[] = [];
        let { after } = around;
        for (const child of node.nodes) {
          const these = lay(child, { ...around, after });
          laid.push(...these);
          if (these.length > 0) after = these;
        }
        return laid;
      }
      case 'Condition': {
        const when = (value: boolean, child: PlanNode | undefined): number[] => {
          const conditions = [...around.conditions, { variable: node.condition, value }];
          return child ? lay(child, { ...around, conditions }) : [];
        };
        return [...when(true, node.ifClause), ...when(false, node.elseClause)];
      }
      case 'Defer': {
        const laid = node.primary.node ? lay(node.primary.node, around) : [];
        for (const { label: part, depends, node: child } of node.deferred) {
          const after = fetches.flatMap((fetch, at) => (depends.some(({ id }) => id === fetch.node.id) ? [at] : []));
          if (child) lay(child, { ...around, after, part });
        }
        return laid;
      }
    }
  };
  if (root) lay(root, { path: [], conditions: [], after: [] });
  return fetches;
}
