/** The value that so large a share of them does not exceed. @param sorted ascending. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

/** A median with the two values between which all lie. */
export interface Spread {
  median: number;
  least: number;
  most: number;
}

export const spread = (values: readonly number[]): Spread => ({
  median: median(values),
  least: Math.min(...values),
  most: Math.max(...values),
});

/** What each is to its partner of the same round: the host's speed changes between rounds and cancels out within one. */
export const ratios = (values: readonly number[], partners: readonly number[]): Spread =>
  spread(values.map((value, round) => value / (partners[round] ?? Number.NaN)));
