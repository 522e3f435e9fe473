import { newId } from '@banyan/kit';
import type { ContractFilter } from '../contracts/filter.ts';
import { mistakesIn } from '../contracts/filter.ts';
import { prepareLaunch } from './attempt.ts';
import { changedSubgraphs } from './changes.ts';
import { formatGraphRef, type GraphRef, siblingOf } from './graphRef.ts';
import type { ContractResult, PublishContract } from './graphs.ts';
import { keptGit } from './launch.ts';
import { known, type Launcher } from './launcher.ts';
import { GraphMistake } from './mistake.ts';
import { toVariant } from './reading.ts';
import { type Contract, type Head, maxContracts, type VariantState } from './variant.ts';

const maxTags = 100;

/**
 * Makes a variant that derives from another one by tags, or gives it another filter, and launches it with what its source has.
 * From then on it is launched with its source. Where the filter makes no supergraph, it is kept, and clients keep what they have.
 * @throws GraphMistake INVALID_FILTER, HAS_SUBGRAPHS, WRONG_SOURCE, UNKNOWN_VARIANT (the source) or TOO_LARGE.
 */
export async function publishContract(launcher: Launcher, input: PublishContract): Promise<ContractResult> {
  const { ref } = input;
  const { store, documents, builder } = launcher;
  const filter = checkedFilter(input.filter);
  const contended = input.sourceVariant == null ? ref : siblingOf(ref, input.sourceVariant);

  async function decide(state: VariantState): Promise<ContractResult> {
    const before = state.head;
    const sourceVariant = sourceOf(state, input.sourceVariant);
    const sourceRef = siblingOf(ref, sourceVariant);
    const source = await known(launcher, sourceRef, await store.heads.head(sourceRef));
    refuseSource(sourceRef, source, before);

    const contract = { sourceVariant, filter };
    const wasUpdated = before?.contract !== undefined && !isSameFilter(before.contract.filter, filter);
    const result = { wasCreated: !before, wasUpdated };
    const last = before?.lastLaunch && (await store.launches.get(ref, before.lastLaunch.id));
    const released = input.launch ? source.released : undefined;
    const isLaunched =
      last?.status === 'succeeded' &&
      last.contract?.sourceLaunchId === released?.launchId &&
      isSameFilter(last.contract?.filter, filter);
    if (before && !wasUpdated && (isLaunched || !released)) {
      return { ...result, variant: toVariant(ref, before), launch: input.launch ? last : undefined, errors: [] };
    }

    const base: Head = { ...(before ?? { revision: 0, born: newId(), kind: 'contract', contracts: [] }), contract };
    const at = new Date().toISOString();
    const joined = before
      ? [store.heads.unchanged(sourceRef, source)]
      : [
          store.heads.put(sourceRef, source, withContract(source, ref)),
          store.heads.removeSubgraphs(ref),
          await launcher.list(ref, base, at),
        ];
    if (!released || isLaunched) {
      const head = { ...base, revision: base.revision + 1 };
      await store.write([store.heads.put(ref, before, head), ...joined]);
      return { ...result, variant: toVariant(ref, head), errors: [] };
    }

    const made = await builder.contract(await documents.get(released.supergraphId), filter);
    const prepared = await prepareLaunch(launcher, { ref, before, head: base }, made, {
      at,
      by: input.by,
      git: keptGit(input.git),
      cause: 'contract',
      buildInputId: released.buildInputId,
      subgraphChanges: changedSubgraphs(new Map(), new Map()),
      contract: { sourceVariant, sourceLaunchId: released.launchId, filter },
    });
    await store.write([...prepared.actions, ...joined]);
    void launcher.tell(prepared.happening);
    const { launch, messages, head } = prepared;
    return { ...result, variant: toVariant(ref, head), launch, errors: messages.errors };
  }

  return launcher.change<ContractResult>(ref, decide, contended);
}

function sourceOf({ ref, head }: VariantState, wanted: string | null | undefined): string {
  const name = formatGraphRef(ref);
  if (head && !head.contract) {
    throw new GraphMistake('HAS_SUBGRAPHS', `${name} has subgraphs of its own, and cannot become a contract.`);
  }
  const source = wanted ?? head?.contract?.sourceVariant;
  if (source === undefined) {
    throw new GraphMistake('WRONG_SOURCE', `The first publish of the contract ${name} must name its source variant.`);
  }
  if (head?.contract && head.contract.sourceVariant !== source) {
    const message = `${name} derives from ${head.contract.sourceVariant}, for good. Make another contract instead.`;
    throw new GraphMistake('WRONG_SOURCE', message);
  }
  return source;
}

function refuseSource(ref: GraphRef, source: Head, contract: Head | undefined): void {
  if (source.kind === 'contract') {
    throw new GraphMistake('WRONG_SOURCE', `${formatGraphRef(ref)} is a contract itself: none can derive from it.`);
  }
  if (!contract && source.contracts.length >= maxContracts) {
    throw new GraphMistake('TOO_LARGE', `At most ${maxContracts} contracts can derive from one variant.`);
  }
}

/** A source that has one contract more. Its revision makes a launch that has not heard of the contract begin anew. */
const withContract = (source: Head, { variant }: GraphRef): Head => ({
  ...source,
  revision: source.revision + 1,
  contracts: [...source.contracts, variant].sort(),
});

/** The filter with each tag once, in order. */
function checkedFilter(filter: ContractFilter): ContractFilter {
  const { include, exclude, hideUnreachableTypes } = filter;
  const tooMany = include.length + exclude.length > maxTags ? `A filter may name ${maxTags} tags.` : undefined;
  const mistake = tooMany ?? mistakesIn(filter)[0]?.message;
  if (mistake) throw new GraphMistake('INVALID_FILTER', mistake);
  const ordered = (list: readonly string[]) => [...new Set(list)].sort();
  return { include: ordered(include), exclude: ordered(exclude), hideUnreachableTypes };
}

function isSameFilter(a: Contract['filter'] | undefined, b: Contract['filter']): boolean {
  return (
    a?.hideUnreachableTypes === b.hideUnreachableTypes &&
    a.include.join() === b.include.join() &&
    a.exclude.join() === b.exclude.join()
  );
}
