import type { TransactItem } from '@banyan/kit';
import type { GraphRef } from '../graphRef.ts';
import type { RegistryTable } from '../table.ts';
import type { Head, PublishedSubgraph, Subgraphs, VariantState } from '../variant.ts';
import { headKey, subgraphsKey } from './keys.ts';
import { createReader } from './read.ts';

/** The heads of variants: each write is an action of a transaction, and holds while the head is as it was read. */
export function createHeadStore(at: RegistryTable) {
  const { table } = at;
  const read = createReader(at);

  const head = (ref: GraphRef): Promise<Head | undefined> => read<Head>(headKey(ref));

  async function subgraphs(ref: GraphRef): Promise<Subgraphs> {
    const found = await read<{ subgraphs: (PublishedSubgraph & { name: string })[] }>(subgraphsKey(ref));
    return new Map(found?.subgraphs.map(({ name, ...subgraph }) => [name, subgraph]));
  }

  /** A variant that was deleted and made again counts from one again, so its birth is compared as well. */
  const asRead = (before: Head | undefined) =>
    before
      ? {
          ConditionExpression: '#revision = :revision AND #born = :born',
          ExpressionAttributeNames: { '#revision': 'revision', '#born': 'born' },
          ExpressionAttributeValues: { ':revision': before.revision, ':born': before.born },
        }
      : { ConditionExpression: 'attribute_not_exists(pk)' };

  return {
    head,
    subgraphs,

    /** A variant as it is, for a change that is written under the condition that it still is. */
    async state(ref: GraphRef): Promise<VariantState> {
      // One after the other: subgraphs that are newer than the head fail its condition, older ones would pass it.
      const before = await head(ref);
      return { ref, head: before, subgraphs: before ? await subgraphs(ref) : new Map() };
    },

    put: (ref: GraphRef, before: Head | undefined, after: Head): TransactItem => ({
      Put: { TableName: table, Item: { ...after, ...headKey(ref) }, ...asRead(before) },
    }),

    /** Holds while the head is as it was read. */
    unchanged: (ref: GraphRef, before: Head): TransactItem => ({
      ConditionCheck: { TableName: table, Key: headKey(ref), ...(asRead(before) as { ConditionExpression: string }) },
    }),

    /** Holds while there is such a variant. */
    exists: (ref: GraphRef): TransactItem => ({
      ConditionCheck: { TableName: table, Key: headKey(ref), ConditionExpression: 'attribute_exists(pk)' },
    }),

    remove: (ref: GraphRef, before: Head): TransactItem => ({
      Delete: { TableName: table, Key: headKey(ref), ...asRead(before) },
    }),

    /** Written with a head, never without. A list: the SDK takes no map with a key like `constructor`. */
    putSubgraphs: (ref: GraphRef, after: Subgraphs): TransactItem => {
      const subgraphs = [...after].map(([name, subgraph]) => ({ name, ...subgraph }));
      return { Put: { TableName: table, Item: { ...subgraphsKey(ref), subgraphs } } };
    },

    removeSubgraphs: (ref: GraphRef): TransactItem => ({ Delete: { TableName: table, Key: subgraphsKey(ref) } }),
  };
}
