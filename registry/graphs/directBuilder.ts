import { compose, type SubgraphSchema } from '@banyan/kit/composition';
import { apiSchemaOf } from '../checks/apiSchema.ts';
import { applyContract } from '../contracts/applyContract.ts';
import type { Builder, Composed } from './builder.ts';

/** Composes subgraphs and makes the API schema. Blocks for as long as it takes. */
export function composeWithApi(subgraphs: readonly SubgraphSchema[]): Composed {
  const build = compose(subgraphs);
  return build.ok ? { ...build, apiSdl: apiSchemaOf(build.supergraphSdl) } : build;
}

/** A builder in this thread: for tests and for commands, where nobody else waits for it. */
export const directBuilder: Builder = {
  compose: async (subgraphs) => composeWithApi(subgraphs),
  contract: async (supergraphSdl, filter) => applyContract(supergraphSdl, filter),
};
