import type { GraphResolvers } from '../__generated__/resolvers.ts';
import { allow } from '../allow.ts';
import { graphRefOf } from '../graphs/graphRef.ts';
import { may } from '../keys/may.ts';
import { webhookOf } from './webhook.ts';

export const Graph: GraphResolvers = {
  title: ({ id }) => id,
  asActor: (_graph, _args, { actor }) => ({ actorId: actor.keyId, type: 'GRAPH' }),

  async variants({ id }, _args, { actor, graphs }) {
    const variants = await graphs.variants(id);
    return variants
      .filter(({ name }) => may(actor, 'follow', { graphId: id, variant: name }))
      .map(({ name }) => ({ ref: graphRefOf(id, name) }));
  },
  async variant({ id }, { name }, { actor, loaders }) {
    const ref = graphRefOf(id, name);
    allow(actor, 'read', ref);
    return (await loaders.variant.load(ref)) ? { ref } : null;
  },

  async checkWorkflow({ id }, { id: checkId }, { actor, checks }) {
    const check = await checks.find(id, checkId);
    if (!check) return null;
    allow(actor, 'read', { graphId: id, variant: check.ref.slice(id.length + 1) });
    return check;
  },
  async persistedQueryList({ id }, { id: listId }, { actor, persistedQueries }) {
    allow(actor, 'read', { graphId: id });
    return (await persistedQueries.list(id, listId)) ?? null;
  },
  async webhooks({ id }, _args, { actor, webhooks }) {
    allow(actor, 'manageWebhooks', { graphId: id });
    return (await webhooks.list(id)).map(webhookOf);
  },
};
