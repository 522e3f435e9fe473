import { type TransactItem, transact } from '@banyan/kit';
import { createDetailStore } from './store/details.ts';
import { createHeadStore } from './store/heads.ts';
import { createLaunchStore } from './store/launches.ts';
import { createListing } from './store/listing.ts';
import type { RegistryTable } from './table.ts';

/**
 * What graphs have in the registry's table.
 *
 * | pk | sk | what |
 * |---|---|---|
 * | `GRAPH#graph` | `VARIANT#variant` | the list of a graph's variants |
 * | `VARIANT#graph@variant` | `HEAD` | what its clients have, its last launch, its contracts: see `Head` |
 * | `VARIANT#graph@variant` | `SUBGRAPHS` | its subgraphs, as they were published last |
 * | `VARIANT#graph@variant` | `LAUNCH#id` | a launch |
 * | `VARIANT#graph@variant` | `SETTINGS`, `README` | what was said about it |
 * | `ANNOUNCE` | happening's id | what webhooks are still to tell of |
 *
 * Texts (SDLs, API schemas, build inputs, long lists of messages) are documents in the object store, there before any item refers
 * to them. A variant moves in one transaction: its head under the condition that its revision is still the one that was read, and with
 * it its subgraphs, its launch, what is to be told, and the heads and launches of all its contracts. So whenever a registry dies, a
 * variant and its contracts are where they were or where they were to go, and of two changes at once one finds the other's.
 *
 * The head is apart from the subgraphs because every gateway's poll reads it, and it is small for a variant of any size.
 */
export function createGraphStore(at: RegistryTable) {
  return {
    ...at,
    heads: createHeadStore(at),
    launches: createLaunchStore(at),
    listing: createListing(at),
    details: createDetailStore(at),
    /** Writes all or nothing. @throws ConditionFailed when something else has changed what the actions were made from. */
    write: (items: TransactItem[]): Promise<void> => transact(at.client, items),
  };
}

export type GraphStore = ReturnType<typeof createGraphStore>;
