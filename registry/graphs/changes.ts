import { textsOf } from './printedSchema.ts';
import { type BuildInput, isSame } from './subgraph.ts';

/** How many of something are new, gone or different. */
export interface Count {
  added: number;
  removed: number;
  edited: number;
}

/** What a launch changes against the one before. */
export interface Changed {
  /** By name, the first hundred. */
  subgraphs: { name: string; change: 'added' | 'updated' | 'removed' }[];
  subgraphCounts: { added: number; updated: number; removed: number; unchanged: number };
  /** Against the last good launch's API schema; null when this launch has none. */
  types: Count | null;
  fields: Count | null;
}

const maxNamed = 100;

/** Which subgraphs are new, gone or different. */
export function changedSubgraphs(before: BuildInput, after: BuildInput): Omit<Changed, 'types' | 'fields'> {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  const changes = names.flatMap((name): Changed['subgraphs'] => {
    const [old, now] = [before.get(name), after.get(name)];
    if (!now) return [{ name, change: 'removed' }];
    if (!old) return [{ name, change: 'added' }];
    return isSame(old, now) ? [] : [{ name, change: 'updated' }];
  });
  const count = (wanted: string) => changes.filter(({ change }) => change === wanted).length;
  return {
    subgraphs: changes.slice(0, maxNamed),
    subgraphCounts: {
      added: count('added'),
      updated: count('updated'),
      removed: count('removed'),
      unchanged: names.length - changes.length,
    },
  };
}

const none: Count = { added: 0, removed: 0, edited: 0 };

/**
 * Counts what is different between two API schemas as graphql-js prints them. A type is edited when anything within it is,
 * a field (or an enum's value) when its own text is, its description included; the fields of a new type count as new.
 */
export function changedApi(before: string, after: string): { types: Count; fields: Count } {
  if (before === after) return { types: none, fields: none };
  const [old, now] = [textsOf(before), textsOf(after)];
  return { types: countChanges(old.types, now.types), fields: countChanges(old.fields, now.fields) };
}

function countChanges(before: Map<string, string>, after: Map<string, string>): Count {
  const kept = [...after].filter(([name]) => before.has(name));
  return {
    added: after.size - kept.length,
    removed: before.size - kept.length,
    edited: kept.filter(([name, text]) => before.get(name) !== text).length,
  };
}
