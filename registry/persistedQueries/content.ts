import { type Page, UserMistake } from '@banyan/kit';
import { chunksOf, operationsOf } from './chunk.ts';
import type { ChunkRef } from './list.ts';
import type { PersistedOperation } from './operation.ts';

/** Texts under the sha256 of what is in them. */
export interface DocumentStore {
  put(text: string): Promise<string>;
  get(id: string): Promise<string>;
}

/** The operations of lists, in documents. */
export function createContent(documents: DocumentStore, chunkBytes?: number) {
  async function read(chunks: readonly ChunkRef[]): Promise<PersistedOperation[]> {
    const texts = await Promise.all(chunks.map(({ id }) => documents.get(id)));
    return texts.flatMap(operationsOf);
  }

  return {
    read,

    write: (operations: readonly PersistedOperation[]): Promise<ChunkRef[]> =>
      Promise.all(
        chunksOf(operations, chunkBytes).map(async ({ text, count }) => ({ id: await documents.put(text), count })),
      ),

    /** A page, reading only the chunks that it is in; each operation with its place, which a page goes on after. */
    async page(
      chunks: readonly ChunkRef[],
      { limit, after }: Page,
    ): Promise<(PersistedOperation & { place: string })[]> {
      const from = after === undefined ? 0 : Number(after) + 1;
      if (!Number.isSafeInteger(from) || from < 0) throw new UserMistake('BAD_USER_INPUT', 'after', 'It is no place.');
      const wanted: ChunkRef[] = [];
      let skipped = 0;
      let start = 0;
      for (const chunk of chunks) {
        if (start + chunk.count <= from) skipped += chunk.count;
        else if (start < from + limit) wanted.push(chunk);
        start += chunk.count;
      }
      const found = (await read(wanted)).slice(from - skipped, from - skipped + limit);
      return found.map((operation, at) => ({ ...operation, place: String(from + at) }));
    },
  };
}
