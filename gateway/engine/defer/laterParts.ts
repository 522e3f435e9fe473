import type { DirectiveNode } from 'graphql';
import { type DataObject, getOwn, isDataObject } from '../ownProperty.ts';
import type { Project } from '../projection.ts';
import type { Place } from '../responsePath.ts';

/** A fragment that is answered later than what is around it, for the objects of one type. */
export interface LaterFragment {
  readonly directive: DirectiveNode;
  readonly project: Project;
}

/** Where a projected object has its mark. No response name has an `@`. */
export const markKey = '@defer';

/** Says in a projected object what more there will be of it. A class, so that nothing that came as JSON is taken for one. */
export class Mark {
  readonly fragments: readonly LaterFragment[];

  constructor(fragments: readonly LaterFragment[]) {
    this.fragments = fragments;
  }
}

/** A part of the answer that is still to come. */
export interface FoundPart {
  fragment: LaterFragment;
  /** The data of its object. */
  source: DataObject;
  path: Place;
}

/**
 * Takes the marks out of a projection. An object that has become null has none any more.
 * @param source what was projected
 */
export function takeMarks(projected: DataObject, source: DataObject, place: Place): FoundPart[] {
  const found: FoundPart[] = [];
  const walk = (value: unknown, from: unknown, path: Place): void => {
    if (Array.isArray(value)) {
      if (Array.isArray(from)) for (const [at, item] of value.entries()) walk(item, from[at], [...path, at]);
      return;
    }
    if (!isDataObject(value) || !isDataObject(from)) return;
    const mark = value[markKey];
    if (mark instanceof Mark) {
      delete value[markKey];
      for (const fragment of mark.fragments) found.push({ fragment, source: from, path });
    }
    for (const key of Object.keys(value)) {
      const below = getOwn(value, key);
      if (typeof below === 'object' && below !== null) walk(below, getOwn(from, key), [...path, key]);
    }
  };
  walk(projected, source, place);
  return found;
}
