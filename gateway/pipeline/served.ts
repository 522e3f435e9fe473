import type { EngineSupergraph } from '../engine/supergraph.ts';
import type { OverrideShares } from '../override/shares.ts';
import { Access } from './access.ts';
import { Documents } from './documents.ts';

/** What the operations of one supergraph are read and decided on by. */
export interface Served {
  readonly access: Access;
  readonly documents: Documents;
}

/** What belongs to each supergraph, as long as somebody holds it: a request that began before a change ends on the old one. */
export function createServed(shares: OverrideShares): (supergraph: EngineSupergraph) => Served {
  const known = new WeakMap<EngineSupergraph, Served>();
  return (supergraph) => {
    let served = known.get(supergraph);
    if (!served) {
      served = {
        access: new Access(supergraph, shares),
        documents: new Documents(supergraph.apiSchema),
      };
      known.set(supergraph, served);
    }
    return served;
  };
}
