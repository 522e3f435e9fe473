import type { Logger, Page } from '@banyan/kit';
import type { BuildMessage } from '@banyan/kit/composition';
import type { ContractFilter } from '../contracts/filter.ts';
import type { Documents } from '../documents.ts';
import type { Builder } from './builder.ts';
import { publishContract } from './contract.ts';
import { deleteVariant } from './deletion.ts';
import { createDetails } from './details.ts';
import type { GraphRef } from './graphRef.ts';
import type { Happening } from './happening.ts';
import type { Actor, GitContext, Launch } from './launch.ts';
import { createLauncher } from './launcher.ts';
import { promote } from './promote.ts';
import { publishSubgraph } from './publish.ts';
import { createReading } from './reading.ts';
import { removeSubgraph } from './remove.ts';
import { rollback } from './rollback.ts';
import type { SettingsChange, VariantSettings } from './settings.ts';
import type { GraphStore } from './store.ts';
import type { Contract, Head, ListedVariant, PublishedSubgraph, Released } from './variant.ts';

/** What graphs need of the service. */
export interface GraphsOptions {
  store: GraphStore;
  documents: Documents;
  builder: Builder;
  /** Told of every launch after it is written; what it throws is logged and nothing else. */
  announce?: (happening: Happening) => unknown;
  log: Logger;
}

/** Who asks for a change, and from where in git. */
export interface Origin {
  by: Actor;
  git?: GitContext | null;
}

export interface PublishSubgraph extends Origin {
  ref: GraphRef;
  name: string;
  /** Empty: it has none. Absent: as it is; the first publish must say. */
  url?: string | null;
  sdl: string;
  /** What the publisher calls this release. */
  revision?: string | null;
}

/** What became of a change to a variant's subgraphs. */
export interface SubgraphLaunch {
  /** The launch that it made; the variant's last one where nothing changed. Absent from a dry run. */
  launch?: Launch;
  /** Clients have another supergraph now (of a dry run: would have). */
  updatedSupergraph: boolean;
  /** Every reason why the variant does not compose, and everything else that composition said. */
  errors: BuildMessage[];
  hints: BuildMessage[];
  /** The launches of the contracts that went with it. */
  contracts: Launch[];
}

export interface PublishedResult extends SubgraphLaunch {
  launch: Launch;
  /** The subgraph is new to the variant. */
  wasCreated: boolean;
  /** The subgraph was known and is different now. */
  wasUpdated: boolean;
}

export interface PublishContract extends Origin {
  ref: GraphRef;
  /** Absent: as it is; the first publish must say. */
  sourceVariant?: string | null;
  filter: ContractFilter;
  /** False: the filter counts from the next launch on. */
  launch: boolean;
}

export interface ContractResult {
  variant: Variant;
  /** Absent when none was asked for, or the source has never been launched. */
  launch?: Launch;
  wasCreated: boolean;
  wasUpdated: boolean;
  errors: BuildMessage[];
}

/** A launch of one variant that became another's, or that a variant went back to. */
export interface MoveResult {
  launch: Launch;
  /** False when the variant was there already. */
  wasUpdated: boolean;
  contracts: Launch[];
}

/** A variant as everybody may read it. */
export interface Variant {
  ref: GraphRef;
  kind: Head['kind'];
  /** See `Head`: another one if it is deleted and made again. */
  born: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  lastLaunch?: Head['lastLaunch'];
  /** The last good launch. */
  released?: Released;
  /** The names of the variants that derive from it. */
  contracts: string[];
  /** Of a contract. */
  contract?: Contract;
}

export interface Subgraph extends PublishedSubgraph {
  name: string;
}

/** What a gateway gets. */
export interface Supergraph {
  /** The sha256 of its SDL. */
  id: string;
  sdl: string;
  launchId: string;
}

export interface Readme {
  content: string;
  /** ISO 8601, UTC. */
  updatedAt: string;
}

/**
 * The graphs of the registry. Commands throw `GraphMistake` for what who asked can mend (its `reason` says what) and CONFLICT when
 * others changed the same variant until the deadline; reads of an unknown variant answer undefined (lists: empty).
 */
export interface Graphs {
  publishSubgraph(input: PublishSubgraph): Promise<PublishedResult>;
  removeSubgraph(input: Origin & { ref: GraphRef; name: string; dryRun: boolean }): Promise<SubgraphLaunch>;
  publishContract(input: PublishContract): Promise<ContractResult>;
  /** @param input.launchId of `from`; its last good one when absent. */
  promote(input: Origin & { from: GraphRef; to: GraphRef; launchId?: string | null }): Promise<MoveResult>;
  /** @param input.launchId an earlier good one; when absent the good one before that had another supergraph. */
  rollback(input: Origin & { ref: GraphRef; launchId?: string | null }): Promise<MoveResult>;
  /** @returns false when there is none. */
  deleteVariant(ref: GraphRef): Promise<boolean>;

  /** Every variant of a graph, by name; none of a graph that nobody published to. */
  variants(graphId: string): Promise<ListedVariant[]>;
  variant(ref: GraphRef): Promise<Variant | undefined>;
  /** By name; a contract's are those that its supergraph was made of. */
  subgraphs(ref: GraphRef): Promise<Subgraph[]>;
  subgraph(ref: GraphRef, name: string): Promise<Subgraph | undefined>;
  /** The SDL of `schemaId`, and of every other document. */
  document(id: string): Promise<string>;
  /** Newest first. @param page `after` is the id of a launch. */
  launches(ref: GraphRef, page: Page): Promise<Launch[]>;
  launch(ref: GraphRef, id: string): Promise<Launch | undefined>;
  /** All errors and hints of a launch. */
  messages(launch: Launch): Promise<{ errors: BuildMessage[]; hints: BuildMessage[] }>;
  /** What a launch was made of: names, URLs and the documents of the SDLs. */
  buildInput(launch: Pick<Launch, 'buildInputId'>): Promise<Map<string, { url: string; schemaId: string }>>;
  /** What clients have, by ids: one read, so that who polls need not load the SDL. */
  released(ref: GraphRef): Promise<Released | undefined>;
  supergraph(ref: GraphRef): Promise<Supergraph | undefined>;
  /** The SDL of the API schema that clients have. */
  apiSchema(ref: GraphRef): Promise<string | undefined>;

  settings(ref: GraphRef): Promise<VariantSettings | undefined>;
  changeSettings(ref: GraphRef, change: SettingsChange): Promise<VariantSettings>;
  readme(ref: GraphRef): Promise<Readme | undefined>;
  writeReadme(ref: GraphRef, content: string): Promise<Readme>;
}

export function createGraphs(options: GraphsOptions): Graphs {
  const launcher = createLauncher(options);
  return {
    ...createReading(options),
    ...createDetails(options),
    publishSubgraph: (input) => publishSubgraph(launcher, input),
    removeSubgraph: (input) => removeSubgraph(launcher, input),
    publishContract: (input) => publishContract(launcher, input),
    promote: (input) => promote(launcher, input),
    rollback: (input) => rollback(launcher, input),
    deleteVariant: (ref) => deleteVariant(launcher, ref),
  };
}
