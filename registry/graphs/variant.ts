import type { ContractFilter } from '../contracts/filter.ts';
import type { GraphRef } from './graphRef.ts';
import type { Launch } from './launch.ts';

/** A subgraph as it was published last to a variant. */
export interface PublishedSubgraph {
  /** Where it answers; empty when its publisher said that it has no URL. */
  url: string;
  /** The document of its SDL. */
  schemaId: string;
  /** ISO 8601, UTC. */
  updatedAt: string;
  /** What its publisher calls this release of it. */
  revision?: string;
}

export type Subgraphs = ReadonlyMap<string, PublishedSubgraph>;

/** What clients of a variant have: the documents of its last good launch. */
export interface Released {
  launchId: string;
  /** ISO 8601, UTC. */
  at: string;
  supergraphId: string;
  apiSchemaId: string;
  buildInputId: string;
}

/** Everything about a variant that changes as one, but for its subgraphs. */
export interface Head {
  /** Raised by every change; each change is written under the condition that there was no other. */
  revision: number;
  /** Made with the variant, and another one if it is deleted and made again; its launches sort after it. */
  born: string;
  kind: 'subgraphs' | 'contract';
  lastLaunch?: Pick<Launch, 'id' | 'at' | 'status'>;
  /** The last good launch: what clients have. */
  released?: Released;
  /** The variants that derive from this one. */
  contracts: string[];
  /** Of a contract. */
  contract?: Contract;
}

export interface Contract {
  sourceVariant: string;
  filter: ContractFilter;
}

/** A variant as the rules read it, to change it. */
export interface VariantState {
  ref: GraphRef;
  head: Head | undefined;
  /** Empty for a contract. */
  subgraphs: Subgraphs;
}

/** A variant's place in the list of its graph. */
export interface ListedVariant {
  name: string;
  kind: Head['kind'];
  /** Of a contract. */
  sourceVariant?: string;
  /** ISO 8601, UTC. */
  createdAt: string;
}

/** As many contracts as are written with their source in one transaction of 100 actions: three each, and five of the source. */
export const maxContracts = 30;

export const maxVariants = 1_000;
