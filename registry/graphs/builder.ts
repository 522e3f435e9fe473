import type { BuildMessage, SubgraphSchema } from '@banyan/kit/composition';
import type { ContractFilter } from '../contracts/filter.ts';

/** A supergraph with its API schema, or every reason why there is none. */
export type Composed =
  | { ok: true; supergraphSdl: string; apiSdl: string; hints: BuildMessage[] }
  | { ok: false; errors: BuildMessage[]; hints: BuildMessage[] };

/** A contract's supergraph with its API schema, or every reason why there is none. */
export type Contracted = { ok: true; supergraphSdl: string; apiSdl: string } | { ok: false; errors: BuildMessage[] };

/** What makes supergraphs. It takes seconds where there are hundreds of subgraphs, so a service has it in another thread. */
export interface Builder {
  compose(subgraphs: SubgraphSchema[]): Promise<Composed>;
  contract(supergraphSdl: string, filter: ContractFilter): Promise<Contracted>;
}
