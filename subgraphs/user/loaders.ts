import { createItemLoader } from '@banyan/kit';
import type { Person } from './person.ts';
import { noRelation, type Relation } from './relation.ts';
import { countKeys, personKey, relationKey } from './store/keys.ts';
import type { Store } from './store.ts';

export interface Counts {
  followers: number;
  following: number;
}

/** What one request reads of the table, a batch a step. */
export interface Loaders {
  person(id: string): Promise<Person | undefined>;
  /** What the viewer and another person are to each other. */
  relation(other: string): Promise<Relation>;
  counts(id: string): Promise<Counts>;
  /** Forgets what the request has changed between the viewer and another person. */
  clear(other: string): void;
}

export function createLoaders({ client, table }: Store, viewer: string | undefined): Loaders {
  const items = createItemLoader(client, table);

  return {
    person: (id) => items.get<Person>(personKey(id)),
    async relation(other) {
      if (viewer === undefined || viewer === other) return noRelation;
      return (await items.get<Relation>(relationKey(viewer, other))) ?? noRelation;
    },
    async counts(id) {
      const shards = await Promise.all(countKeys(id).map((key) => items.get<Partial<Counts>>(key)));
      const sum = (what: keyof Counts) => shards.reduce((total, shard) => total + (shard?.[what] ?? 0), 0);
      return { followers: sum('followers'), following: sum('following') };
    },
    clear(other) {
      for (const id of viewer ? [viewer, other] : [other]) for (const key of countKeys(id)) items.clear(key);
      if (viewer) items.clear(relationKey(viewer, other));
    },
  };
}
