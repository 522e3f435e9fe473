import type { OperationType, PersistedOperation } from './operation.ts';

/** A part of a list as gateways and routers read it: an Apollo manifest. https://www.apollographql.com/docs/graphos/platform/security/persisted-queries#manifest-format */
interface Manifest {
  format: 'apollo-persisted-query-manifest';
  version: 1;
  operations: { id: string; name: string; type: string; body: string; clientName?: string }[];
}

export interface Chunk {
  text: string;
  /** How many operations are in it. */
  count: number;
}

const maxChunkBytes = 2 * 1024 * 1024;

const entryOf = ({ id, name, type, body, clientName }: PersistedOperation) =>
  JSON.stringify({ id, name, type: type.toLowerCase(), body, ...(clientName != null && { clientName }) });

const chunkOf = (entries: readonly string[]): Chunk => ({
  text: `{"format":"apollo-persisted-query-manifest","version":1,"operations":[${entries.join(',')}]}`,
  count: entries.length,
});

/**
 * Cuts a list into manifests of at most `maxBytes`, in its order (one operation may be larger by itself). A list of none is one
 * manifest of none: nothing is allowed, which is not the same as no list.
 */
export function chunksOf(operations: readonly PersistedOperation[], maxBytes = maxChunkBytes): Chunk[] {
  const chunks: Chunk[] = [];
  let entries: string[] = [];
  let bytes = 0;
  for (const operation of operations) {
    const entry = entryOf(operation);
    const size = Buffer.byteLength(entry) + 1;
    if (entries.length > 0 && bytes + size > maxBytes) {
      chunks.push(chunkOf(entries));
      [entries, bytes] = [[], 0];
    }
    entries.push(entry);
    bytes += size;
  }
  return [...chunks, chunkOf(entries)];
}

/** The operations of a chunk that we have made. */
export const operationsOf = (text: string): PersistedOperation[] =>
  (JSON.parse(text) as Manifest).operations.map(({ type, ...rest }) => ({
    ...rest,
    type: type.toUpperCase() as OperationType,
  }));
