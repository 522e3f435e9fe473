import type { MutationResolvers } from '../__generated__/resolvers.ts';
import { allow } from '../allow.ts';

export const Mutation: MutationResolvers = {
  graph(_root, { id }, { actor }) {
    allow(actor, 'see', { graphId: id });
    return { id };
  },
  organization(_root, { id }, { actor, organization }) {
    allow(actor, 'manageKeys');
    return id === organization ? { id } : null;
  },
};
