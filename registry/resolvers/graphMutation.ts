import type { GraphMutationResolvers } from '../__generated__/resolvers.ts';
import { allow } from '../allow.ts';
import { graphRefOf } from '../graphs/graphRef.ts';
import { lintResultOf } from './lint.ts';
import { noSchema } from './noSchema.ts';
import { refsOfList } from './persistedQueries.ts';
import { publishing } from './publish.ts';
import { webhookMutations } from './webhook.ts';

export const GraphMutation: GraphMutationResolvers = {
  ...publishing,
  ...webhookMutations,

  async variant({ id }, { name }, { actor, loaders }) {
    const ref = graphRefOf(id, name);
    allow(actor, 'see', ref);
    return (await loaders.variant.load(ref)) ? { ref } : null;
  },

  async lintSchema({ id }, { sdl, baseSdl }, { actor, workers }) {
    allow(actor, 'lint', { graphId: id });
    return lintResultOf(await workers.lint({ sdl, baseSdl: baseSdl ?? undefined }));
  },

  async validateOperations({ id }, { tag, operations }, { actor, graphs, workers }) {
    const ref = graphRefOf(id, tag ?? 'current');
    allow(actor, 'check', ref);
    const apiSdl = await graphs.apiSchema(ref);
    if (apiSdl === undefined) throw noSchema(ref);
    const bodies = operations.map(({ body, name }) => ({ body, name: name ?? null }));
    return { validationResults: await workers.validateOperations({ apiSdl, operations: bodies }) };
  },

  async persistedQueryList({ id }, { id: listId }, { actor, persistedQueries }) {
    const list = await persistedQueries.list(id, listId);
    if (!list) return null;
    for (const ref of await refsOfList(persistedQueries, id, listId)) allow(actor, 'publishOperations', ref);
    return list;
  },

  async createPersistedQueryList({ id }, { name }, { actor, persistedQueries }) {
    allow(actor, 'configure', { graphId: id });
    return persistedQueries.create(id, name);
  },
};
