import { type Item, queryPartition, type TransactItem } from '@banyan/kit';
import type { GraphRef } from '../graphRef.ts';
import type { RegistryTable } from '../table.ts';
import { type ListedVariant, maxVariants } from '../variant.ts';
import { graphPartition, listedKey, listedPrefix } from './keys.ts';
import { keyless } from './read.ts';

/** Which variants a graph has. */
export function createListing({ client, table }: RegistryTable) {
  return {
    /** By name. */
    async list(graphId: string): Promise<ListedVariant[]> {
      const found = await queryPartition<ListedVariant & Item>(client, table, {
        pk: graphPartition(graphId),
        prefix: listedPrefix,
        // Two variants made at the same time may be one too many.
        limit: maxVariants * 2,
        consistent: true,
      });
      return found.map(keyless<ListedVariant>);
    },

    put: (ref: GraphRef, listed: Omit<ListedVariant, 'name'>): TransactItem => ({
      Put: { TableName: table, Item: { ...listed, name: ref.variant, ...listedKey(ref) } },
    }),

    remove: (ref: GraphRef): TransactItem => ({ Delete: { TableName: table, Key: listedKey(ref) } }),
  };
}
