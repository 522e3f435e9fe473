import type { PersistedQueryListMutationResolvers, PersistedQueryListResolvers } from '../__generated__/resolvers.ts';
import { allow } from '../allow.ts';
import type { Resource } from '../keys/resource.ts';
import type { PersistedQueries } from '../persistedQueries/persistedQueries.ts';

export const PersistedQueryList: PersistedQueryListResolvers = {
  currentRevision: ({ revision }) => revision,
  variants: ({ graphId, id }, _args, { persistedQueries }) => persistedQueries.variantsOf(graphId, id),
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
  async removeOperations({ id, graphId }, { operations }, { actor, persistedQueries }) {
    return (await persistedQueries.removeOperations(graphId, id, operations, actor)).list;
  },
  async delete({ id, graphId }, _args, { actor, persistedQueries }) {
    allow(actor, 'configure', { graphId });
    return persistedQueries.remove(graphId, id);
  },
};

/** What a list is of: who reads or changes it does so for every variant that follows it; one that nobody follows is the graph's. */
export async function refsOfList(lists: PersistedQueries, graphId: string, listId: string): Promise<Resource[]> {
  const variants = await lists.variantsOf(graphId, listId);
  return variants.length > 0 ? variants.map((variant) => ({ graphId, variant })) : [{ graphId }];
}
