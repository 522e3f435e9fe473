import { Comparison, type Outcome } from './comparison.ts';
import type { KnownDifference } from './knownDifferences.ts';
import { hash } from './random.ts';

/** What came of the operations over one supergraph. */
export interface Tally {
  name: string;
  operations: number;
  withErrors: number;
  withOutage: number;
  listed: Map<KnownDifference, number>;
}

/** What is not on the list of known differences. */
export interface Difference {
  /** By which the operation can be repeated alone. */
  supergraph: string;
  seed: number;
  text: string;
}

export interface DifferentialReport {
  tallies: Tally[];
  differences: Difference[];
}

export interface DifferentialOptions {
  count: number;
  seed: number;
  onOperation?: (done: number, differences: number) => void;
}

/** Sends random operations through our executor and the stock one, the supergraphs in turn. */
export async function differential(
  supergraphs: Record<string, Record<string, string>>,
  { count, seed, onOperation }: DifferentialOptions,
): Promise<DifferentialReport> {
  const parts = Object.entries(supergraphs).map(([name, subgraphs]) => ({
    comparison: new Comparison(name, subgraphs),
    tally: { name, operations: 0, withErrors: 0, withOutage: 0, listed: new Map<KnownDifference, number>() },
  }));
  const differences: Difference[] = [];
  for (let done = 0; done < count; ) {
    for (const { comparison, tally } of parts.slice(0, count - done)) {
      const own = hash(`${seed}|${done}`);
      const outcome = await comparison.compare(own);
      add(tally, outcome);
      if (outcome.difference) differences.push({ supergraph: tally.name, seed: own, text: outcome.difference });
      done++;
      onOperation?.(done, differences.length);
    }
  }
  return { tallies: parts.map(({ tally }) => tally), differences };
}

function add(tally: Tally, { hasErrors, outage, listed }: Outcome): void {
  tally.operations++;
  if (hasErrors) tally.withErrors++;
  if (outage) tally.withOutage++;
  for (const known of listed) tally.listed.set(known, (tally.listed.get(known) ?? 0) + 1);
}
