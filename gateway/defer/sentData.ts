import { copy } from '../engine/merging.ts';
import { type DataObject, getOwn, isDataObject, setOwn } from '../engine/ownProperty.ts';
import type { Place } from '../engine/responsePath.ts';

/** Fields of one object that a client does not have. */
export interface NewFields {
  /** Where the object is, seen from the part that the fields are of. */
  subPath: Place;
  data: DataObject;
}

/** What a client has been sent, merged. */
export class SentData {
  readonly #root: unknown;

  constructor(initial: DataObject | null | undefined) {
    // The given data are others' as well.
    this.#root = copy(initial);
  }

  has(path: Place): boolean {
    return this.#at(path) !== undefined;
  }

  /**
   * Adds a part.
   * @returns what is new of it, for each object that the client has already; undefined where the part cannot be sent: its object, or
   * an object that the client has, is null in it
   */
  add(path: Place, part: DataObject): NewFields[] | undefined {
    const sent = this.#at(path);
    if (!sent) return undefined;
    const found: NewFields[] = [];
    if (!compare(part, sent, [], found)) return undefined;
    for (const { subPath, data } of found) {
      const target = this.#at([...path, ...subPath]);
      if (target) for (const key of Object.keys(data)) setOwn(target, key, copy(data[key]));
    }
    return found;
  }

  #at(path: Place): DataObject | undefined {
    let value: unknown = this.#root;
    for (const key of path) {
      if (typeof value !== 'object' || value === null) return undefined;
      value = getOwn(value as DataObject, key as string);
    }
    return isDataObject(value) ? value : undefined;
  }
}

/** @returns false where the part has null for something that the client has */
function compare(part: DataObject, sent: DataObject, at: Place, found: NewFields[]): boolean {
  const data: DataObject = {};
  const known: string[] = [];
  for (const key of Object.keys(part)) {
    if (Object.hasOwn(sent, key)) known.push(key);
    else setOwn(data, key, part[key]);
  }
  if (Object.keys(data).length > 0) found.push({ subPath: at, data });
  return known.every((key) => compareValue(part[key], sent[key], [...at, key], found));
}

function compareValue(value: unknown, sent: unknown, at: Place, found: NewFields[]): boolean {
  if (sent === null || sent === undefined) return true;
  if (value === null) return false;
  if (Array.isArray(value) && Array.isArray(sent)) {
    return value.every((item, index) => compareValue(item, sent[index], [...at, index], found));
  }
  return isDataObject(value) && isDataObject(sent) ? compare(value, sent, at, found) : true;
}
