import { batchDelete, expiryIn, type Item, isId, type Page, queryPartition, type TransactItem } from '@banyan/kit';
import type { GraphRef } from '../graphRef.ts';
import { announcePartition, type Happening } from '../happening.ts';
import type { Launch } from '../launch.ts';
import type { RegistryTable } from '../table.ts';
import type { Head } from '../variant.ts';
import { launchKey, launchPrefix, variantPartition } from './keys.ts';
import { createReader, keyless } from './read.ts';

const removedAtOnce = 100;
/** Who has not been told for so long need not know any more. */
const announceMs = 7 * 86_400_000;

/** The launches of variants, and what is to be told of them. */
export function createLaunchStore(at: RegistryTable) {
  const { client, table } = at;
  const read = createReader(at);

  return {
    get: async (ref: GraphRef, id: string): Promise<Launch | undefined> =>
      isId(id) ? read<Launch>(launchKey(ref, id)) : undefined,

    /** The launches of a variant since it was made, newest first. @param page `after` is an id. */
    async list(ref: GraphRef, { born }: Pick<Head, 'born'>, { limit, after }: Page): Promise<Launch[]> {
      const found = await queryPartition<Launch & Item>(client, table, {
        pk: variantPartition(ref),
        prefix: launchPrefix,
        limit,
        after: after && launchKey(ref, after).sk,
        newestFirst: true,
        consistent: true,
      });
      return found.filter(({ id }) => id > born).map(keyless<Launch>);
    },

    /** A launch, with what is to be told of it. */
    put: (ref: GraphRef, launch: Launch, happening: Happening): TransactItem[] => [
      { Put: { TableName: table, Item: { ...launch, ...launchKey(ref, launch.id) } } },
      {
        Put: {
          TableName: table,
          Item: { ...happening, pk: announcePartition, sk: happening.id, expiresAt: expiryIn(announceMs) },
        },
      },
    ],

    /** Deletes the launches of a variant that is gone, and none of one that was made in its place. */
    async removeUpTo(ref: GraphRef, last: string): Promise<void> {
      const pk = variantPartition(ref);
      for (;;) {
        const page = await queryPartition<Item>(client, table, {
          pk,
          prefix: launchPrefix,
          limit: removedAtOnce,
          consistent: true,
        });
        const old = page.filter(({ sk }) => sk <= launchKey(ref, last).sk);
        await batchDelete(client, table, old);
        if (old.length < removedAtOnce) return;
      }
    },
  };
}
