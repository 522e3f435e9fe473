import DataLoader from 'dataloader';
import type { Person } from './person.ts';
import { noRelation, type Relation } from './relation.ts';
import type { Counts } from './store/relations.ts';
import type { Store } from './store.ts';

/** One read a table for everything of a kind that one request asks for. */
export interface Loaders {
  person: DataLoader<string, Person | undefined>;
  /** What the viewer and another person are to each other. */
  relation: DataLoader<string, Relation>;
  counts: DataLoader<string, Counts>;
}

export function createLoaders(store: Store, viewer: string | undefined): Loaders {
  return {
    person: new DataLoader((ids) => store.accounts.people(ids)),
    relation: new DataLoader(async (others) =>
      viewer ? store.relations.relations(viewer, others) : others.map(() => noRelation),
    ),
    counts: new DataLoader((ids) => store.relations.counts(ids)),
  };
}
