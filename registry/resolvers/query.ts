import type { QueryResolvers } from '../__generated__/resolvers.ts';
import { allow } from '../allow.ts';
import { parseGraphRef } from '../graphs/graphRef.ts';
import { GraphMistake } from '../graphs/mistake.ts';

export const Query: QueryResolvers = {
  frontendUrlRoot: (_root, _args, { publicUrl }) => publicUrl,

  me(_root, _args, { actor }) {
    const [only, ...others] = actor.resources === 'everything' ? [] : actor.resources;
    if (only && others.every(({ graphId }) => graphId === only.graphId))
      return { __typename: 'Graph', id: only.graphId };
    return {
      __typename: 'User',
      id: actor.keyId,
      name: actor.name,
      asActor: { actorId: actor.keyId, type: 'USER' },
    };
  },

  async graph(_root, { id }, { actor, graphs }) {
    allow(actor, 'see', { graphId: id });
    return (await graphs.variants(id)).length > 0 ? { id } : null;
  },

  async variant(_root, { ref: text }, { actor, loaders }) {
    try {
      const ref = parseGraphRef(text);
      allow(actor, 'read', ref);
      return (await loaders.variant.load(ref)) ? { __typename: 'GraphVariant', ref } : null;
    } catch (error) {
      if (!(error instanceof GraphMistake)) throw error;
      return { __typename: 'InvalidRefFormat', message: error.message };
    }
  },

  organization(_root, { id }, { actor, organization }) {
    allow(actor, 'manageKeys');
    return id === organization ? { id } : null;
  },
};
