interface Named {
  readonly name: string;
}

/** Which named things went, came and stayed. */
export interface Comparison<T> {
  readonly removed: readonly T[];
  readonly added: readonly T[];
  readonly kept: readonly (readonly [before: T, after: T])[];
}

/** Pairs two lists of named things by name, each in its own order. */
export const compareByName = <T extends Named>(before: readonly T[], after: readonly T[]): Comparison<T> => {
  const old = new Set(before.map(({ name }) => name));
  const now = new Map(after.map((thing) => [thing.name, thing]));
  const removed: T[] = [];
  const kept: [T, T][] = [];
  for (const thing of before) {
    const same = now.get(thing.name);
    if (same === undefined) removed.push(thing);
    else kept.push([thing, same]);
  }
  return { removed, added: after.filter(({ name }) => !old.has(name)), kept };
};
