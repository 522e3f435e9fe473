import { formatGraphRef, type GraphRef } from './graphRef.ts';
import type { Origin, SubgraphLaunch } from './graphs.ts';
import { known, type Launcher, refuseContract } from './launcher.ts';
import { GraphMistake } from './mistake.ts';

/**
 * Removes a subgraph from a variant, and launches the variant when the others compose without it. A dry run only says whether.
 * @throws GraphMistake UNKNOWN_VARIANT, IS_CONTRACT, UNKNOWN_SUBGRAPH or LAST_SUBGRAPH (the variant itself can be deleted).
 */
export function removeSubgraph(
  launcher: Launcher,
  { ref, name, dryRun, by, git }: Origin & { ref: GraphRef; name: string; dryRun: boolean },
): Promise<SubgraphLaunch> {
  return launcher.change<SubgraphLaunch>(ref, async (state) => {
    refuseContract(ref, await known(launcher, ref, state.head));
    if (!state.subgraphs.has(name)) {
      const names = [...state.subgraphs.keys()].sort();
      throw new GraphMistake('UNKNOWN_SUBGRAPH', `${formatGraphRef(ref)} has no subgraph of this name.`, names);
    }
    if (state.subgraphs.size === 1) {
      const message = `${name} is the last subgraph of ${formatGraphRef(ref)}. Delete the variant instead.`;
      throw new GraphMistake('LAST_SUBGRAPH', message);
    }
    const subgraphs = new Map(state.subgraphs);
    subgraphs.delete(name);
    const made = await launcher.compose(subgraphs);
    if (!dryRun) return launcher.launch(state, { cause: 'delete', subgraphName: name, by, git, subgraphs, made });
    return { updatedSupergraph: made.ok, errors: made.ok ? [] : made.errors, hints: made.hints, contracts: [] };
  });
}
