import type { FetchDataRewrite } from '@apollo/query-planner';
import { type DataObject, getOwn, isDataObject, setOwn } from './ownProperty.ts';
import type { TypeNames } from './supergraph.ts';

export type Rewrite = (value: unknown) => void;

const fragment = '... on ';

/** Compiles what the planner wants changed in representations before they go out, or in data when it has come. Changes in place. */
export function compileRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  types: TypeNames,
): Rewrite | undefined {
  if (!rewrites || rewrites.length === 0) return undefined;
  const compiled = rewrites.map((rewrite) => compileRewrite(rewrite, types));
  return (value) => {
    for (const rewrite of compiled) rewrite(value);
  };
}

function compileRewrite(rewrite: FetchDataRewrite, types: TypeNames): Rewrite {
  const last = rewrite.path.at(-1) ?? '';
  const change = (object: DataObject): void => {
    if (rewrite.kind === 'ValueSetter') {
      setOwn(object, last, rewrite.setValueTo);
      return;
    }
    // Not only what is truthy: 0, false, '' and null are values of the renamed field as well.
    const value = getOwn(object, last);
    if (value === undefined) return;
    setOwn(object, rewrite.renameKeyTo, value);
    delete object[last];
  };
  return rewrite.path
    .slice(0, -1)
    .reduceRight<Rewrite>((next, element) => intoElement(element, next, types), forEach(change));
}

function intoElement(element: string, next: Rewrite, types: TypeNames): Rewrite {
  if (!element.startsWith(fragment)) return forEach((object) => next(getOwn(object, element)));
  const matching = types.matching(element.slice(fragment.length));
  return forEach((object) => {
    const type = object.__typename;
    if (type === undefined || matching.has(type as string)) next(object);
  });
}

/** For an object, and for every object in a list or lists of lists. */
function forEach(change: (object: DataObject) => void): Rewrite {
  return function each(value: unknown): void {
    if (Array.isArray(value)) for (const item of value) each(item);
    else if (isDataObject(value)) change(value);
  };
}

/** The path of a rewrite as keys of data, without its type conditions. */
export const keysOf = (path: readonly string[]): string[] => path.filter((element) => !element.startsWith(fragment));
