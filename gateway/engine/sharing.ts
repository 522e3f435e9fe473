import type { CompiledFetch } from './compileFetch.ts';
import type { Shape } from './merging.ts';
import { hasTypeConditions } from './responsePath.ts';

/**
 * Decides which fetches must not put one answer in several places of the data. Where two entities have equal representations, what
 * was answered once is merged into both, by reference: right as long as whatever is merged into it later is the same for both. It
 * need not be where another fetch merges into the same field of these entities, where arguments come from above the entity
 * (`@fromContext`), and where a path goes on for some types only.
 */
export function keepApart(fetches: readonly CompiledFetch[]): void {
  const dependsOnPlace = fetches.some(({ node, path }) => node.contextRewrites?.length || hasTypeConditions(path));
  const users = new Map<string, number>();
  const fieldsOf = fetches.map((fetch) => new Set(nestedFields(fetch.shape, prefixOf(fetch))));
  for (const field of fieldsOf.flatMap((fields) => [...fields])) users.set(field, (users.get(field) ?? 0) + 1);
  for (const [at, fetch] of fetches.entries()) {
    const contested = [...(fieldsOf[at] ?? [])].some((field) => (users.get(field) ?? 0) > 1);
    fetch.shareable = !dependsOnPlace && !contested;
  }
}

const prefixOf = ({ path }: CompiledFetch): string => path.flatMap(({ key }) => (key ? [`${key}.`] : [])).join('');

function nestedFields({ fields }: Shape, prefix: string): string[] {
  return fields.flatMap(({ key, shape }) =>
    shape ? [`${prefix}${key}`, ...nestedFields(shape, `${prefix}${key}.`)] : [],
  );
}
