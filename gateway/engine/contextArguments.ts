import type { FetchDataKeyRenamer } from '@apollo/query-planner';
import { type DataObject, getOwn, isDataObject, setOwn } from './ownProperty.ts';
import type { Located } from './responsePath.ts';
import type { TypeNames } from './supergraph.ts';

const fragment = '... on ';

/**
 * The arguments that an entity takes from what is above it (`@fromContext`): `..` in a path goes up to the object that holds this
 * one, past lists. Of several paths for one argument the first that leads somewhere counts.
 * https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/entities/use-contexts
 */
export function compileContexts(
  rewrites: readonly FetchDataKeyRenamer[],
  types: TypeNames,
): (located: Located) => DataObject {
  const compiled = rewrites.map(({ path, renameKeyTo }) => {
    const levels = path.findIndex((element) => element !== '..');
    const up = levels === -1 ? path.length : levels;
    return { up, path: path.slice(up), argument: renameKeyTo };
  });
  return ({ object, above }) => {
    const values: DataObject = {};
    for (const { up, path, argument } of compiled) {
      if (Object.hasOwn(values, argument)) continue;
      const from = up === 0 ? object : above[up - 1];
      const value = from && valueAt(from, path, types);
      if (value !== undefined) setOwn(values, argument, value);
    }
    return values;
  };
}

function valueAt(from: DataObject, path: readonly string[], types: TypeNames): unknown {
  let value: unknown = from;
  for (const element of path) {
    if (!isDataObject(value)) return value === null ? null : undefined;
    if (!element.startsWith(fragment)) value = getOwn(value, element);
    else if (!types.matching(element.slice(fragment.length)).has(value.__typename as string)) {
      if (value.__typename !== undefined) return undefined;
    }
  }
  return value;
}
