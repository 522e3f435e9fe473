import { bucketOf } from './bucket.ts';
import { percentOf } from './labels.ts';
import type { OverrideShares } from './shares.ts';

/**
 * Decides for one person, for each label, whether fields come from the subgraph that overrides: what the query planner takes
 * as `overrideConditions`.
 *
 * Sticky: the same person gets the same answer until a share changes, and a share that grows leaves nobody behind. All
 * `percent(x)` labels share one place per person, so that this holds also when the schema goes from `percent(25)` to
 * `percent(50)`, which is another label. Each named label has its own.
 * @param labels - of the supergraph.
 * @param personKey - the user's id where there is one, else what is steady about the client.
 */
export function overrideConditionsFor(
  labels: readonly string[],
  personKey: string,
  shares: OverrideShares,
): Map<string, boolean> {
  const conditions = new Map<string, boolean>();
  for (const label of labels) {
    const share = shares.shareOf(label);
    const seed = percentOf(label) === undefined ? label : 'percent';
    conditions.set(label, share > 0 && (share >= 100 || bucketOf(seed, personKey) < share));
  }
  return conditions;
}

/** @returns the conditions as text, part of the key under which a plan is kept; empty where the supergraph has no labels. */
export const overrideOutcome = (conditions: ReadonlyMap<string, boolean>): string =>
  [...conditions.values()].map((overrides) => (overrides ? '1' : '0')).join('');
