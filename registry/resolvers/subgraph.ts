import type { GraphVariantSubgraphResolvers } from '../__generated__/resolvers.ts';

export const GraphVariantSubgraph: GraphVariantSubgraphResolvers = {
  url: ({ url }) => url || null,
  async activePartialSchema({ schemaId }, _args, { graphs }) {
    return { sdl: await graphs.document(schemaId), hash: schemaId };
  },
};
