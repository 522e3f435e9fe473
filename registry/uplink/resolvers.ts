import { type GraphRef, parseGraphRef } from '../graphs/graphRef.ts';
import type { Graphs } from '../graphs/graphs.ts';
import { GraphMistake } from '../graphs/mistake.ts';
import type { Keys } from '../keys/keys.ts';
import { may } from '../keys/may.ts';
import type { PersistedQueries } from '../persistedQueries/persistedQueries.ts';

export interface UplinkContext {
  graphs: Graphs;
  keys: Keys;
  persistedQueries: PersistedQueries;
  /** How long gateways wait between two questions. */
  minDelaySeconds: number;
  /** The address under which gateways find the registry. */
  publicUrl: string;
}

interface Question {
  ref: string;
  apiKey: string;
  ifAfterId?: string | null;
}

/** The variant that a question is about, or why it gets no answer. */
async function admit({ ref, apiKey }: Question, { keys, minDelaySeconds }: UplinkContext) {
  const error = (code: string, message: string) => ({
    error: { __typename: 'FetchError', code, message, minDelaySeconds },
  });
  const actor = await keys.authenticate(apiKey);
  if (!actor) return error('AUTHENTICATION_FAILED', 'The API key is not known, has expired, or was revoked.');
  const variant = readRef(ref);
  if (!variant) return error('UNKNOWN_REF', `"${ref}" is no graph ref.`);
  if (!may(actor, 'follow', variant)) return error('ACCESS_DENIED', `The key "${actor.name}" may not follow ${ref}.`);
  return { variant };
}

function readRef(text: string): GraphRef | undefined {
  try {
    return parseGraphRef(text);
  } catch (error) {
    if (error instanceof GraphMistake) return undefined;
    throw error;
  }
}

export const uplinkResolvers = {
  Query: {
    async routerConfig(_root: unknown, question: Question, context: UplinkContext) {
      const { error, variant } = { error: undefined, variant: undefined, ...(await admit(question, context)) };
      if (!variant) return error;
      const { graphs, minDelaySeconds } = context;
      const released = await graphs.released(variant);
      if (!released) {
        const message = `${question.ref} has no supergraph yet: nothing is published to it, or nothing that composes.`;
        return { __typename: 'FetchError', code: 'UNKNOWN_REF', message, minDelaySeconds };
      }
      const { supergraphId: id } = released;
      if (id === question.ifAfterId) return { __typename: 'Unchanged', id, minDelaySeconds };
      const supergraphSDL = await graphs.document(id);
      return { __typename: 'RouterConfigResult', id, supergraphSDL, minDelaySeconds, messages: [] };
    },

    async persistedQueries(_root: unknown, question: Question, context: UplinkContext) {
      const { error, variant } = { error: undefined, variant: undefined, ...(await admit(question, context)) };
      if (!variant) return error;
      const { persistedQueries, minDelaySeconds, publicUrl } = context;
      const { id, chunks } = (await persistedQueries.chunks(variant)) ?? { id: 'none', chunks: null };
      if (id === question.ifAfterId) return { __typename: 'Unchanged', id, minDelaySeconds };
      const located = chunks?.map((chunk) => ({ id: chunk.id, urls: [`${publicUrl}/persisted-queries/${chunk.id}`] }));
      return { __typename: 'PersistedQueriesResult', id, chunks: located ?? null, minDelaySeconds };
    },
  },
};
