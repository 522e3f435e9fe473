import type { GraphQLError } from 'graphql';
import { type DataObject, getOwn } from '../ownProperty.ts';
import type { Place } from '../responsePath.ts';

/** A part of the answer that errors may be told with. */
export interface Teller {
  path: Place;
  data: DataObject | null;
  /** The parts of the plan that it is made of. */
  labels: readonly string[];
  errors: GraphQLError[];
}

interface Known {
  error: GraphQLError;
  label: string;
}

/**
 * Tells each error of a subgraph once, with the first part that shows its place. One without a place is told with the first part
 * that the fetch was made for.
 */
export class ErrorPlaces {
  readonly #taken = new Set<GraphQLError>();
  readonly #told = new Set<string>();

  /**
   * @param known every error so far
   * @param tellers the parts that are sent now, in order
   * @param expected where parts are still to come
   */
  tell(known: Iterable<Known>, tellers: readonly Teller[], expected: readonly Place[]): void {
    const [first] = tellers;
    if (!first) return;
    const byPlace = Map.groupBy(tellers, ({ path }) => JSON.stringify(path));
    const places = new Set(expected.map((path) => JSON.stringify(path)));
    for (const { labels } of tellers) for (const label of labels) this.#told.add(label);
    for (const { error, label } of known) {
      if (this.#taken.has(error)) continue;
      const { path } = error;
      const around = path ? prefixes(path) : [];
      const shown = around.flatMap((at) => byPlace.get(at) ?? []).find((teller) => path && shows(teller, path));
      // What is not shown yet may be shown by a part below which it is.
      if (!shown && (around.some((at) => places.has(at)) || !this.#told.has(label))) continue;
      const teller = shown ?? tellers.find(({ labels }) => labels.includes(label)) ?? first;
      teller.errors.push(error);
      this.#taken.add(error);
    }
  }
}

const prefixes = (path: readonly (string | number)[]): string[] =>
  Array.from({ length: path.length + 1 }, (_, length) => JSON.stringify(path.slice(0, length)));

/** Whether a place is in the data of a part, be it as the null that stands for it. */
function shows({ data, path: start }: Teller, path: readonly (string | number)[]): boolean {
  let value: unknown = data;
  for (const key of path.slice(start.length)) {
    if (typeof value !== 'object' || value === null) return true;
    const below = getOwn(value as DataObject, key as string);
    if (below === undefined) return false;
    value = below;
  }
  return true;
}
