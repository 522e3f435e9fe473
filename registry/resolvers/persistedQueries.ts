import type { PersistedQueryListMutationResolvers, PersistedQueryListResolvers } from '../__generated__/resolvers.ts';
import { allow } from '../allow.ts';

export const PersistedQueryList: PersistedQueryListResolvers = {
  currentRevision: ({ revision }) => revision,
};

export const PersistedQueryListMutation: PersistedQueryListMutationResolvers = {
  async publishOperations({ id, graphId }, { operations }, { actor, persistedQueries }) {
    const wanted = (operations ?? []).map(({ type, ...operation }) => ({ ...operation, type }));
    const result = await persistedQueries.publish(graphId, id, wanted, actor);
    if (result.outcome === 'cannotModifyBody') {
      return { __typename: 'CannotModifyOperationBodyError', message: result.message };
    }
    const { list, counts, unchanged } = result;
    return {
      __typename: 'PublishOperationsResult',
      unchanged,
      build: { revision: list.revision, list, publish: { operationCounts: counts } },
    };
  },
  async delete({ id, graphId }, _args, { actor, persistedQueries }) {
    allow(actor, 'configure', { graphId });
    return persistedQueries.remove(graphId, id);
  },
};
