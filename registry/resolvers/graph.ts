import type { GraphResolvers } from '../__generated__/resolvers.ts';
import { allow } from '../allow.ts';
import { type GraphRef, graphRefOf } from '../graphs/graphRef.ts';
import type { Actor } from '../keys/actor.ts';
import { may } from '../keys/may.ts';
import { refsOfList } from './persistedQueries.ts';

const mayKnow = (actor: Actor, ref: GraphRef) => may(actor, 'read', ref) || may(actor, 'follow', ref);

export const Graph: GraphResolvers = {
  title: ({ id }) => id,
  asActor: (_graph, _args, { actor }) => ({ actorId: actor.keyId, type: 'GRAPH' }),

  async variants({ id }, _args, { actor, graphs }) {
    const variants = await graphs.variants(id);
    return variants
      .filter(({ name: variant }) => mayKnow(actor, { graphId: id, variant }))
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
    const list = await persistedQueries.list(id, listId);
    if (list) for (const ref of await refsOfList(persistedQueries, id, listId)) allow(actor, 'read', ref);
    return list ?? null;
  },
  webhooks({ id }, _args, { actor, webhooks }) {
    allow(actor, 'manageWebhooks', { graphId: id });
    return webhooks.list(id);
  },
};
