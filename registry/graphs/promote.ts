import { formatGraphRef, type GraphRef } from './graphRef.ts';
import type { MoveResult, Origin } from './graphs.ts';
import type { Launch } from './launch.ts';
import { known, type Launcher, refuseContract } from './launcher.ts';
import { GraphMistake } from './mistake.ts';
import { isSame, parseBuildInput, restored } from './subgraph.ts';
import type { Subgraphs, VariantState } from './variant.ts';

/**
 * Makes a launch of one variant another one's: the same subgraphs at the same URLs, and the same supergraph to the letter.
 * @throws GraphMistake OTHER_GRAPH, UNKNOWN_VARIANT, IS_CONTRACT, UNKNOWN_LAUNCH or NOT_LAUNCHED.
 */
export async function promote(
  launcher: Launcher,
  { from, to, launchId, by, git }: Origin & { from: GraphRef; to: GraphRef; launchId?: string | null },
): Promise<MoveResult> {
  if (from.graphId !== to.graphId) {
    throw new GraphMistake('OTHER_GRAPH', 'A launch can be promoted between two variants of one graph only.');
  }
  const head = await known(launcher, from, await launcher.store.heads.head(from));
  refuseContract(from, head);
  const launch = await goodLaunch(launcher, from, launchId ?? head.released?.launchId);
  return launcher.change<MoveResult>(to, (state) => relaunch(launcher, state, launch, { by, git, cause: 'promote' }));
}

/** A launch of a variant that succeeded. @throws GraphMistake UNKNOWN_LAUNCH or NOT_LAUNCHED. */
export async function goodLaunch({ store }: Launcher, ref: GraphRef, id: string | undefined): Promise<Launch> {
  const launch = id === undefined ? undefined : await store.launches.get(ref, id);
  if (launch?.supergraphId) return launch;
  if (launch) throw new GraphMistake('NOT_LAUNCHED', `Launch ${launch.id} failed: it made no supergraph.`);
  if (id) throw new GraphMistake('UNKNOWN_LAUNCH', `${formatGraphRef(ref)} has no launch ${id.slice(0, 64)}.`);
  throw new GraphMistake('NOT_LAUNCHED', `${formatGraphRef(ref)} has never been launched.`);
}

/** Launches a variant with what a good launch was made of. @throws GraphMistake IS_CONTRACT. */
export async function relaunch(
  launcher: Launcher,
  state: VariantState,
  origin: Launch,
  why: Origin & { cause: 'promote' | 'rollback' },
) {
  refuseContract(state.ref, state.head);
  const { documents, store } = launcher;
  const { supergraphId = '', apiSchemaId = '' } = origin;
  const input = parseBuildInput(await documents.get(origin.buildInputId));
  const subgraphs = restored(input, state.subgraphs, new Date().toISOString());
  const { lastLaunch, released } = state.head ?? {};
  if (
    lastLaunch?.status === 'succeeded' &&
    released?.supergraphId === supergraphId &&
    areSame(subgraphs, state.subgraphs)
  ) {
    const launch = await store.launches.get(state.ref, lastLaunch.id);
    if (launch) return { launch, wasUpdated: false, contracts: [] };
  }
  const [supergraphSdl, apiSdl] = await Promise.all([documents.get(supergraphId), documents.get(apiSchemaId)]);
  const launched = await launcher.launch(state, {
    ...why,
    git: why.git,
    subgraphs,
    made: { ok: true, supergraphSdl, apiSdl, hints: [] },
    origin: { ref: origin.ref, launchId: origin.id },
  });
  if (typeof launched === 'symbol') return launched;
  return { launch: launched.launch, wasUpdated: true, contracts: launched.contracts };
}

function areSame(a: Subgraphs, b: Subgraphs): boolean {
  return (
    a.size === b.size &&
    [...a].every(([name, subgraph]) => {
      const other = b.get(name);
      return other !== undefined && isSame(subgraph, other);
    })
  );
}
