import type { GraphMutationResolvers } from '../__generated__/resolvers.ts';
import { allow } from '../allow.ts';
import { graphRefOf } from '../graphs/graphRef.ts';
import { lintResultOf } from './lint.ts';
import { noSchema } from './noSchema.ts';
import { publishing } from './publish.ts';
import { formatOf, kindOf, webhookOf } from './webhook.ts';

export const GraphMutation: GraphMutationResolvers = {
  ...publishing,

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
    // Who changes a list changes it for every variant that follows it.
    const variants = await persistedQueries.variantsOf(id, listId);
    const refs = variants.length > 0 ? variants.map((variant) => ({ graphId: id, variant })) : [{ graphId: id }];
    for (const ref of refs) allow(actor, 'publishOperations', ref);
    return list;
  },

  async createWebhook({ id }, { input }, { actor, webhooks }) {
    allow(actor, 'manageWebhooks', { graphId: id });
    const { url, events, format, variant } = input;
    const wanted = { url, variant, kinds: events?.map(kindOf), format: format && formatOf(format) };
    const { webhook, secret } = await webhooks.create(id, wanted, actor);
    return { webhook: webhookOf(webhook), secret };
  },
  async deleteWebhook({ id }, { id: webhookId }, { actor, webhooks }) {
    allow(actor, 'manageWebhooks', { graphId: id });
    return webhooks.remove(id, webhookId);
  },
};
