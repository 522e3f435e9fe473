import { percentOf } from './labels.ts';

/**
 * How many people in a hundred each named label applies to: none until somebody sets it. Held in memory, and outlives
 * supergraphs: a share may be set before the label is in the schema.
 */
export class OverrideShares {
  #percents: ReadonlyMap<string, number> = new Map();

  /** @throws RangeError when it is no percentage, or the label has its share in the schema. */
  setShare(label: string, percent: number): void {
    this.setAll(new Map(this.#percents).set(label, percent));
  }

  /**
   * From now on these are all that are set. All at once: no request sees some of them.
   * @throws RangeError as `setShare`; then nothing has changed.
   */
  setAll(percents: ReadonlyMap<string, number>): void {
    for (const [label, percent] of percents) check(label, percent);
    this.#percents = new Map(percents);
  }

  /** @returns the percentage for a label of either kind. */
  shareOf(label: string): number {
    return percentOf(label) ?? this.#percents.get(label) ?? 0;
  }

  /** The shares that were set. */
  list(): ReadonlyMap<string, number> {
    return new Map(this.#percents);
  }
}

function check(label: string, percent: number): void {
  if (!(percent >= 0 && percent <= 100)) {
    throw new RangeError(`The share of "${label}" must be from 0 to 100, not ${percent}.`);
  }
  if (percentOf(label) !== undefined) throw new RangeError(`The schema says how many people "${label}" applies to.`);
}
