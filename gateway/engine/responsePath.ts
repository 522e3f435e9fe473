import { type DataObject, getOwn, isInherited } from './ownProperty.ts';
import type { TypeNames } from './supergraph.ts';

/** Where a thing is in a response: names and list indexes. */
export type Place = (string | number)[];

/** One element of a planned path: into a field, or (without `key`) into every item of a list; then perhaps only certain types. */
interface PathStep {
  key?: string;
  inherited: boolean;
  types?: ReadonlySet<string>;
}

export type CompiledPath = readonly PathStep[];

/**
 * Compiles the path of a Flatten node: names, `@` for the items of a list, and after either perhaps `|[A,B]`, which keeps only
 * objects of these types (the planner writes it with `typeConditionedFetching`).
 */
export function compilePath(path: readonly (string | number)[], types: TypeNames): CompiledPath {
  return path.flatMap((element): PathStep[] => {
    const [, name = '', condition] = /^([^|]*)(?:\|\[(.*)\])?$/.exec(String(element)) ?? [];
    const only =
      condition === undefined ? undefined : condition.split(',').flatMap((type) => [...types.matching(type)]);
    const kept = only && { types: new Set(only) };
    // With type conditions the planner starts a path with an empty name: the root itself.
    if (name === '') return kept ? [{ key: '', inherited: false, ...kept }] : [];
    return [{ key: name === '@' ? undefined : name, inherited: isInherited(name), ...kept }];
  });
}

/** True where a path depends on types, so that equal objects at different places may be treated differently. */
export const hasTypeConditions = (path: CompiledPath): boolean => path.some(({ types }) => types !== undefined);

/** Adds every object at `path` to `found`, in the order of the response. Where data has another shape than the path there is nothing. */
export function collect(value: unknown, path: CompiledPath, at: number, found: DataObject[]): void {
  if (typeof value !== 'object' || value === null) return;
  const step = path[at];
  if (!step) {
    if (!Array.isArray(value)) found.push(value as DataObject);
    return;
  }
  if (step.key === undefined) {
    if (!Array.isArray(value)) return;
    for (const item of value) if (passes(item, step)) collect(item, path, at + 1, found);
    return;
  }
  if (Array.isArray(value)) return;
  const next = enter(value as DataObject, step);
  if (passes(next, step)) collect(next, path, at + 1, found);
}

/** The same with the place of each object, and the objects on the way to it: for what is rare, errors and contexts. */
export function locate(root: DataObject, path: CompiledPath): Located[] {
  const found: Located[] = [];
  const walk = (value: unknown, at: number, place: Place, above: DataObject[]): void => {
    if (typeof value !== 'object' || value === null) return;
    const step = path[at];
    if (!step) {
      if (!Array.isArray(value)) found.push({ object: value as DataObject, place, above });
      return;
    }
    if (step.key === undefined) {
      if (!Array.isArray(value)) return;
      for (const [index, item] of value.entries()) {
        if (passes(item, step)) walk(item, at + 1, [...place, index], above);
      }
      return;
    }
    if (Array.isArray(value)) return;
    const next = enter(value as DataObject, step);
    if (!passes(next, step)) return;
    if (step.key === '') walk(next, at + 1, place, above);
    else walk(next, at + 1, [...place, step.key], [value as DataObject, ...above]);
  };
  walk(root, 0, [], []);
  return found;
}

export interface Located {
  object: DataObject;
  place: Place;
  /** The objects that hold it, nearest first. */
  above: DataObject[];
}

const enter = (object: DataObject, { key = '', inherited }: PathStep): unknown => {
  if (key === '') return object;
  return inherited ? getOwn(object, key) : object[key];
};

/** An object that does not say its type is one whose type was never in question. Lists are looked at item by item. */
function passes(value: unknown, { types }: PathStep): boolean {
  if (!types) return true;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return true;
  const type = (value as DataObject).__typename;
  return type === undefined || types.has(type as string);
}
