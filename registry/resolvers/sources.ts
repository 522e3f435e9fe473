import type { GraphRef } from '../graphs/graphRef.ts';
import type { Subgraph } from '../graphs/graphs.ts';
import type { ApiKey } from '../keys/key.ts';

/** A graph is only its id; everything else is asked for. */
export interface GraphSource {
  id: string;
}

export interface VariantSource {
  ref: GraphRef;
}

export type SubgraphSource = Subgraph;

export interface KeySource extends ApiKey {
  /** Only of a key that was just made. */
  token?: string;
}

export interface OrganizationSource {
  id: string;
}

/** Times in milliseconds since the epoch. */
export interface UsageSource {
  ref: GraphRef;
  from: number;
  to: number;
}
