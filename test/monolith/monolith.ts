import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MovingSubgraph } from './world.ts';

/** The legacy service that is being left; its answers show that they are its own. */
export async function monolith(): Promise<MovingSubgraph> {
  const own = { width: 1, height: 1, camera: 'monolith' };
  return {
    name: 'monolith',
    schema: await readFile(join(import.meta.dirname, 'schema.graphql'), 'utf8'),
    resolvers: {
      Query: { legacyPhotoCount: () => 1 },
      Photo: { __resolveReference: (reference: object) => ({ ...reference, ...own }) },
    },
  };
}
