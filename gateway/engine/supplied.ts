import type { CompiledFetch } from './compileFetch.ts';
import type { Shape } from './merging.ts';

/** The response names that the fetches of a plan answer at one place, and what they answer below. */
export interface Supplied {
  readonly below: Map<string, Supplied>;
}

/** What is answered anywhere, by whichever fetch. Lists are not places of their own. */
export function suppliedBy(fetches: readonly CompiledFetch[]): Supplied {
  const root: Supplied = { below: new Map() };
  for (const { path, shape } of fetches) {
    let place = root;
    for (const { key } of path) if (key) place = enter(place, key);
    add(place, shape);
  }
  return root;
}

function add(place: Supplied, { fields }: Shape): void {
  for (const { key, shape } of fields) {
    const inner = enter(place, key);
    if (shape) add(inner, shape);
  }
}

function enter({ below }: Supplied, key: string): Supplied {
  const known = below.get(key) ?? { below: new Map() };
  below.set(key, known);
  return known;
}
