import { formatGraphRef, type GraphRef } from './graphRef.ts';
import type { MoveResult, Origin } from './graphs.ts';
import type { Launch } from './launch.ts';
import { known, type Launcher, refuseContract } from './launcher.ts';
import { GraphMistake } from './mistake.ts';
import { goodLaunch, relaunch } from './promote.ts';
import type { Head } from './variant.ts';

const pageSize = 50;

/**
 * Takes a variant back to an earlier good launch, with its subgraphs, so that the next publish builds on them.
 * @throws GraphMistake UNKNOWN_VARIANT, IS_CONTRACT, UNKNOWN_LAUNCH or NOT_LAUNCHED.
 */
export function rollback(
  launcher: Launcher,
  { ref, launchId, by, git }: Origin & { ref: GraphRef; launchId?: string | null },
): Promise<MoveResult> {
  return launcher.change<MoveResult>(ref, async (state) => {
    const head = await known(launcher, ref, state.head);
    refuseContract(ref, head);
    const target = launchId ? await goodLaunch(launcher, ref, launchId) : await launchBefore(launcher, ref, head);
    return relaunch(launcher, state, target, { by, git, cause: 'rollback' });
  });
}

/**
 * The newest good launch that gave clients another supergraph than they have, before the launch they have. Where that is a rollback
 * itself, before the one that it went back to: so each rollback goes one further back.
 */
async function launchBefore(launcher: Launcher, ref: GraphRef, head: Head): Promise<Launch> {
  const current = await goodLaunch(launcher, ref, head.released?.launchId);
  let after = current.cause === 'rollback' && current.origin ? current.origin.launchId : current.id;
  for (;;) {
    const page = await launcher.store.launches.list(ref, head, { limit: pageSize, after });
    const found = page.find(({ supergraphId }) => supergraphId && supergraphId !== current.supergraphId);
    if (found) return found;
    const last = page.at(-1);
    if (!last) throw new GraphMistake('NOT_LAUNCHED', `${formatGraphRef(ref)} has no launch to go back to.`);
    after = last.id;
  }
}
