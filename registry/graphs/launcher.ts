import {
  again,
  ConditionFailed,
  chunks,
  failure,
  newId,
  retryUntilDeadline,
  type TransactItem,
  timeLeft,
} from '@banyan/kit';
import type { BuildMessage, SubgraphSchema } from '@banyan/kit/composition';
import { type Circumstances, type PreparedLaunch, prepareLaunch } from './attempt.ts';
import type { Composed, Contracted } from './builder.ts';
import { changedSubgraphs } from './changes.ts';
import { formatGraphRef, type GraphRef, siblingOf } from './graphRef.ts';
import type { GraphsOptions } from './graphs.ts';
import type { Happening } from './happening.ts';
import { keptGit, type Launch } from './launch.ts';
import { GraphMistake } from './mistake.ts';
import { byName, formatBuildInput } from './subgraph.ts';
import { createTurns } from './turns.ts';
import { type Head, maxVariants, type Subgraphs, type VariantState } from './variant.ts';

/** What a variant is to be launched with, and why. */
export interface Plan extends Pick<Circumstances, 'by' | 'cause' | 'subgraphName' | 'origin'> {
  git: Launch['git'] | undefined;
  subgraphs: Subgraphs;
  /** What became of composing them. */
  made: Composed;
}

export interface Launched {
  launch: Launch;
  updatedSupergraph: boolean;
  errors: BuildMessage[];
  hints: BuildMessage[];
  contracts: Launch[];
}

const readAtOnce = 32;

/** What every change of a variant goes through. */
export function createLauncher({ store, documents, builder, announce, log }: GraphsOptions) {
  const inTurn = createTurns();

  /**
   * Reads a variant, decides and writes, and does all of it again when something else has changed the variant in between.
   * @param contended the variant whose changes are in the way, where that is another one.
   * @throws CONFLICT when that lasts until the request's deadline.
   */
  const change = <T>(
    ref: GraphRef,
    work: (state: VariantState) => Promise<T | typeof again>,
    contended = ref,
  ): Promise<T> =>
    inTurn(formatGraphRef(contended), () => {
      // Who has waited too long for others has gone.
      if (timeLeft(1) <= 0) throw failure('CONFLICT');
      return retryUntilDeadline<T>(
        async () => {
          try {
            return await work(await store.heads.state(ref));
          } catch (error) {
            if (error instanceof ConditionFailed) return again;
            throw error;
          }
        },
        () => failure('CONFLICT'),
      );
    });

  /** Composes subgraphs from their documents. */
  async function compose(subgraphs: Subgraphs): Promise<Composed> {
    const schemas: SubgraphSchema[] = [];
    for (const part of chunks(byName(subgraphs), readAtOnce)) {
      const read = part.map(async ([name, { url, schemaId }]) => ({ name, url, sdl: await documents.get(schemaId) }));
      schemas.push(...(await Promise.all(read)));
    }
    return builder.compose(schemas);
  }

  /** What writes a new variant into the list of its graph. @throws GraphMistake TOO_LARGE when the list is full. */
  async function list(ref: GraphRef, { born, kind, contract }: Head, createdAt: string): Promise<TransactItem> {
    const listed = await store.listing.list(ref.graphId);
    if (listed.length >= maxVariants) {
      throw new GraphMistake('TOO_LARGE', `A graph may have ${maxVariants} variants.`);
    }
    log.info({ ref: formatGraphRef(ref), born }, 'a new variant');
    return store.listing.put(ref, { kind, sourceVariant: contract?.sourceVariant, createdAt });
  }

  /** The launch of a contract with its source; undefined when the contract has gone meanwhile. */
  async function follow(ref: GraphRef, source: PreparedLaunch, supergraphSdl: string, circumstances: Circumstances) {
    const before = await store.heads.head(ref);
    if (!before?.contract) return undefined;
    const { sourceVariant, filter } = before.contract;
    const made = await builder.contract(supergraphSdl, filter).catch((error): Contracted => {
      // Whatever is wrong with one contract, nobody is kept from publishing to its source.
      log.error({ err: error, ref: formatGraphRef(ref) }, 'a contract could not be built');
      const message = 'The contract could not be built: something went wrong on our side.';
      return { ok: false, errors: [{ code: 'INTERNAL_SERVER_ERROR', message, places: [] }] };
    });
    return prepareLaunch({ store, documents }, { ref, before, head: before }, made, {
      ...circumstances,
      cause: 'source',
      contract: { sourceVariant, sourceLaunchId: source.launch.id, filter },
    });
  }

  /**
   * Launches a variant as the plan says: its documents first, then in one transaction everything else, its contracts included.
   * @returns `again` when a contract has gone meanwhile.
   * @throws ConditionFailed when something else has changed the variant or one of its contracts.
   */
  async function launch(state: VariantState, plan: Plan): Promise<Launched | typeof again> {
    const { ref } = state;
    const { made, subgraphs, git, ...why } = plan;
    const at = new Date().toISOString();
    const head: Head = state.head ?? { revision: 0, born: newId(), kind: 'subgraphs', contracts: [] };
    const circumstances: Circumstances = {
      ...why,
      at,
      git: keptGit(git),
      buildInputId: await documents.put(formatBuildInput(subgraphs)),
      subgraphChanges: changedSubgraphs(state.subgraphs, subgraphs),
    };
    const source = await prepareLaunch({ store, documents }, { ref, before: state.head, head }, made, circumstances);
    const followers = made.ok
      ? await Promise.all(
          head.contracts.map((name) => follow(siblingOf(ref, name), source, made.supergraphSdl, circumstances)),
        )
      : [];
    const contracts = followers.filter((follower) => follower !== undefined);
    if (contracts.length < followers.length) return again;

    await store.write([
      ...source.actions,
      store.heads.putSubgraphs(ref, subgraphs),
      ...(state.head ? [] : [await list(ref, head, at)]),
      ...contracts.flatMap(({ actions }) => actions),
    ]);
    for (const { happening } of [source, ...contracts]) void tell(happening);
    const { supergraphId } = source.launch;
    return {
      launch: source.launch,
      updatedSupergraph: supergraphId !== undefined && supergraphId !== head.released?.supergraphId,
      ...source.messages,
      contracts: contracts.map((contract) => contract.launch),
    };
  }

  /** Tells of what is written. Whatever becomes of that, the launch stands. */
  async function tell(happening: Happening): Promise<void> {
    try {
      await announce?.(happening);
    } catch (error) {
      log.warn({ err: error, happening: happening.id }, 'a launch could not be announced, and waits to be');
    }
  }

  return { store, documents, builder, change, compose, launch, list, tell };
}

export type Launcher = ReturnType<typeof createLauncher>;

/** The head of a variant that there is. @throws GraphMistake UNKNOWN_VARIANT, with the names that there are. */
export async function known({ store }: Pick<Launcher, 'store'>, ref: GraphRef, head: Head | undefined): Promise<Head> {
  if (head) return head;
  const names = (await store.listing.list(ref.graphId)).map(({ name }) => name);
  throw new GraphMistake('UNKNOWN_VARIANT', `There is no variant ${formatGraphRef(ref)}.`, names);
}

/** @throws GraphMistake IS_CONTRACT for a variant that has no subgraphs of its own. */
export function refuseContract(ref: GraphRef, head: Head | undefined): void {
  if (head?.kind !== 'contract') return;
  const source = formatGraphRef(siblingOf(ref, head.contract?.sourceVariant ?? ''));
  throw new GraphMistake('IS_CONTRACT', `${formatGraphRef(ref)} is a contract of ${source}: change that one instead.`);
}
