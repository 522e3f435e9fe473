import type { DataObject } from './ownProperty.ts';
import type { EntityKey } from './representations.ts';

/** Objects that are to be completed by one `_entities`, each under the index of its representation. */
export interface Entities {
  /** Each different one once. */
  representations: DataObject[];
  targets: DataObject[];
  /** For each target the index of its representation. */
  indexes: number[];
}

/** Makes the representations of objects. Equal ones become one: an author of many reviews is asked about once. */
export function gatherEntities(
  objects: readonly DataObject[],
  keyFor: (typename: string) => EntityKey | undefined,
): Entities {
  const entities: Entities = { representations: [], targets: [], indexes: [] };
  const groups = new Map<string, Group>();
  let group: Group | undefined;
  let typename: unknown;
  for (const object of objects) {
    const type = object.__typename;
    if (typeof type !== 'string') continue;
    if (type !== typename) {
      typename = type;
      group = groups.get(type);
      if (!group) {
        group = { key: keyFor(type), byFirst: new Map(), byText: new Map() };
        groups.set(type, group);
      }
    }
    if (!group?.key) continue;
    const index = indexOf(entities.representations, object, group.key, group);
    if (index === undefined) continue;
    entities.targets.push(object);
    entities.indexes.push(index);
  }
  return entities;
}

interface Group {
  key: EntityKey | undefined;
  /** The index of a representation by the value of its first field, and by its text. */
  byFirst: Map<unknown, number>;
  byText: Map<string, number>;
}

/** @returns the index of the object's representation, a new one or one that is equal; undefined where it has none. */
function indexOf(
  representations: DataObject[],
  object: DataObject,
  { leaves, represent }: EntityKey,
  { byFirst, byText }: Group,
): number | undefined {
  const first = leaves?.[0];
  if (leaves && first !== undefined) {
    const value = object[first];
    const index = byFirst.get(value);
    const known = index === undefined ? undefined : representations[index];
    if (known) {
      let same = true;
      for (const leaf of leaves) if (known[leaf] !== object[leaf]) same = false;
      if (same) return index;
    } else {
      const representation = represent(object);
      if (!representation) return undefined;
      // Only a value that is compared as a whole can stand for an entity, and only where the representation has it.
      if (typeof value === 'object' || representation[first] === undefined)
        return textIndex(representations, representation, byText);
      byFirst.set(value, representations.length);
      return representations.push(representation) - 1;
    }
  }
  const representation = represent(object);
  return representation ? textIndex(representations, representation, byText) : undefined;
}

function textIndex(representations: DataObject[], representation: DataObject, byText: Map<string, number>): number {
  const text = JSON.stringify(representation);
  const known = byText.get(text);
  if (known !== undefined) return known;
  byText.set(text, representations.length);
  return representations.push(representation) - 1;
}
