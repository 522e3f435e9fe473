import { timeOfId } from '@banyan/kit';
import type { GraphRef } from './graphRef.ts';
import type { Graphs, GraphsOptions, Subgraph, Variant } from './graphs.ts';
import { messagesOf } from './messages.ts';
import { byName, parseBuildInput } from './subgraph.ts';
import type { Head } from './variant.ts';

type Reading = Pick<
  Graphs,
  | 'variants'
  | 'variant'
  | 'subgraphs'
  | 'subgraph'
  | 'document'
  | 'launches'
  | 'launch'
  | 'messages'
  | 'buildInput'
  | 'released'
  | 'supergraph'
  | 'apiSchema'
>;

/** A variant as everybody may read it. */
export const toVariant = (ref: GraphRef, { kind, born, lastLaunch, released, contracts, contract }: Head): Variant => ({
  ref,
  kind,
  born,
  createdAt: timeOfId(born).toISOString(),
  lastLaunch,
  released,
  contracts,
  contract,
});

/** What can be read of graphs; everything as the last answered write has left it. */
export function createReading({ store, documents }: Pick<GraphsOptions, 'store' | 'documents'>): Reading {
  const { heads, launches, listing } = store;

  async function subgraphs(ref: GraphRef): Promise<Subgraph[]> {
    const head = await heads.head(ref);
    if (head?.kind === 'subgraphs') {
      return byName(await heads.subgraphs(ref)).map(([name, subgraph]) => ({ name, ...subgraph }));
    }
    if (!head?.released) return [];
    const { at, buildInputId } = head.released;
    const input = parseBuildInput(await documents.get(buildInputId));
    return byName(input).map(([name, subgraph]) => ({ name, ...subgraph, updatedAt: at }));
  }

  return {
    variants: (graphId) => listing.list(graphId),
    variant: async (ref) => {
      const head = await heads.head(ref);
      return head && toVariant(ref, head);
    },
    subgraphs,
    subgraph: async (ref, name) => (await subgraphs(ref)).find((subgraph) => subgraph.name === name),
    document: (id) => documents.get(id),

    launches: async (ref, page) => {
      const head = await heads.head(ref);
      return head ? launches.list(ref, head, page) : [];
    },
    launch: async (ref, id) => {
      const [head, launch] = await Promise.all([heads.head(ref), launches.get(ref, id)]);
      // One that a deleted variant of the same name has left behind is none.
      return head && launch && launch.id > head.born ? launch : undefined;
    },
    messages: (launch) => messagesOf(documents, launch),
    buildInput: async ({ buildInputId }) => parseBuildInput(await documents.get(buildInputId)),

    released: async (ref) => (await heads.head(ref))?.released,
    supergraph: async (ref) => {
      const released = (await heads.head(ref))?.released;
      if (!released) return undefined;
      const { launchId, supergraphId: id } = released;
      return { id, sdl: await documents.get(id), launchId };
    },
    apiSchema: async (ref) => {
      const released = (await heads.head(ref))?.released;
      return released && documents.get(released.apiSchemaId);
    },
  };
}
