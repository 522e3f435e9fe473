import { GraphQLError } from 'graphql';
import type { RefusalCode } from './conditions.ts';
import type { Part, Site, Switch } from './part.ts';

/** A step from the root towards a removed field. */
export interface Step {
  readonly key: string;
  /** How many lists the value is wrapped in. */
  readonly lists: number;
  /** The step is taken from objects of these types. */
  readonly onTypes: ReadonlySet<string>;
}

/** A field that was taken out of an operation, at one place of the answer. */
export interface Removed {
  /** Response keys from the root, `@` for the items of a list, as GraphOS writes it: `['users', '@', 'email']`. */
  readonly path: readonly string[];
  /** The way to the object that the field is missing from. */
  readonly parents: readonly Step[];
  readonly key: string;
  /** It is missing from objects of these types. */
  readonly onTypes: ReadonlySet<string>;
  /** Whether its null makes the object around it null. */
  readonly nonNull: boolean;
  readonly coordinate: string;
  readonly code: RefusalCode;
  /** Each `@skip` and `@include` on the way and on the field itself. */
  readonly switches: readonly Switch[];
}

/** Reused fragments multiply places beyond counting; so many are listed. */
const MOST_LISTED = 100;

/** @returns the places of refused fields, in the order of the operation. */
export function listRemoved(part: Part): { removed: Removed[]; hasMore: boolean } {
  const removed: Removed[] = [];
  let hasMore = false;
  // Every site has a refused field somewhere inside, so this ends soon after the last that is listed.
  const list = (sites: readonly Site[], parents: readonly Step[], above: readonly Switch[]): void => {
    for (const site of sites) {
      if (hasMore) return;
      const switches = site.switches.length > 0 ? [...above, ...site.switches] : above;
      const onTypes = site.scope.types;
      if ('part' in site) {
        const { key, lists, part: inner } = site;
        list(inner.sites, key === undefined ? parents : [...parents, { key, lists, onTypes }], switches);
      } else if (removed.length === MOST_LISTED) hasMore = true;
      else {
        const key = (site.field.alias ?? site.field.name).value;
        removed.push({ path: pathOf(parents, key), parents, key, onTypes, ...site.refusal, switches });
      }
    }
  };
  list(part.sites, [], []);
  return { removed, hasMore };
}

const pathOf = (parents: readonly Step[], key: string): string[] => [
  ...parents.flatMap((step) => [step.key, ...Array<string>(step.lists).fill('@')]),
  key,
];

/**
 * @returns an error for each path that was taken out, one for all items of a list: their number follows from the operation,
 * not from the data. None for what `@skip` and `@include` leave out with these (coerced) variables.
 */
export function errorsOf(
  { removed, hasMore }: { readonly removed: readonly Removed[]; readonly hasMore: boolean },
  variables: Readonly<Record<string, unknown>>,
): GraphQLError[] {
  const byPath = new Map<string, GraphQLError>();
  for (const { path, coordinate, code, switches } of removed) {
    const place = path.join('.');
    if (byPath.has(place) || !switches.every((given) => isOn(given, variables))) continue;
    byPath.set(place, new GraphQLError(MESSAGES[code](coordinate), { path: [...path], extensions: { code } }));
  }
  const errors = [...byPath.values()];
  const last = removed.at(-1);
  if (!hasMore || !last) return errors;
  const more = new GraphQLError('There are more fields that this caller may not read.', {
    extensions: { code: last.code },
  });
  return [...errors, more];
}

const MESSAGES: Record<RefusalCode, (coordinate: string) => string> = {
  UNAUTHENTICATED: (coordinate) => `Only signed-in callers may read "${coordinate}".`,
  FORBIDDEN: (coordinate) => `This caller may not read "${coordinate}".`,
};

function isOn(given: Switch, variables: Readonly<Record<string, unknown>>): boolean {
  const value = typeof given.if === 'boolean' ? given.if : variables[given.if.variable];
  return given.directive === 'include' ? value === true : value !== true;
}
