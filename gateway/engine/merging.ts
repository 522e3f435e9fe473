import { type DocumentNode, Kind, type SelectionSetNode } from 'graphql';
import { type DataObject, getOwn, isDataObject, isInherited, setOwn } from './ownProperty.ts';
import type { TypeNames } from './supergraph.ts';

/** The fields that a fetch asked for: what of its answer is merged. Anything else in the answer is left out. */
export interface Shape {
  readonly fields: ShapeField[];
}

interface ShapeField {
  readonly key: string;
  readonly inherited: boolean;
  readonly shape?: Shape;
  /** For `__typename`: the names that are of interfaces, not of objects. */
  readonly interfaces?: ReadonlySet<unknown>;
}

/** The shape of what an operation, or one field of its root, answers. */
export function shapeOf(document: DocumentNode, { interfaces }: TypeNames, rootField?: string): Shape {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const build = (sets: readonly SelectionSetNode[]): Shape => {
    const found = new Map<string, SelectionSetNode[]>();
    const gather = (set: SelectionSetNode): void => {
      for (const node of set.selections) {
        if (node.kind === Kind.FIELD) {
          const key = node.alias?.value ?? node.name.value;
          const below = found.get(key) ?? [];
          if (node.selectionSet) below.push(node.selectionSet);
          found.set(key, below);
        } else {
          const inner = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
          if (inner) gather(inner.selectionSet);
        }
      }
    };
    for (const set of sets) gather(set);
    const fields = [...found].map(([key, below]) => ({
      key,
      inherited: isInherited(key),
      ...(below.length > 0 && { shape: build(below) }),
      ...(key === '__typename' && interfaces.size > 0 && { interfaces }),
    }));
    return { fields };
  };
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const root = build(operation ? [operation.selectionSet] : []);
  if (rootField === undefined) return root;
  return root.fields.find(({ key }) => key === rootField)?.shape ?? { fields: [] };
}

/** Adds to a shape the key that a rewrite gives a field of it, beside the old one. */
export function addRenamed(shape: Shape, path: readonly string[], renamed: string): void {
  const [first, ...rest] = path;
  const field = shape.fields.find(({ key }) => key === first);
  if (!field) return;
  if (rest.length > 0) {
    if (field.shape) addRenamed(field.shape, rest, renamed);
  } else if (!shape.fields.some(({ key }) => key === renamed)) {
    shape.fields.push({ ...field, key: renamed, inherited: isInherited(renamed) });
  }
}

/**
 * Merges what a fetch answered into what is there: objects and lists of the same length field by field, all else replaced.
 * A subgraph with an `@interfaceObject` knows only the interface; it does not take back what another has said of the type.
 */
export function merge(target: DataObject, source: DataObject, { fields }: Shape): void {
  for (const { key, inherited, shape, interfaces } of fields) {
    const value = inherited ? getOwn(source, key) : source[key];
    if (value === undefined) continue;
    if (interfaces?.has(value) && target[key] !== undefined) continue;
    if (shape && typeof value === 'object' && value !== null) {
      const present = inherited ? getOwn(target, key) : target[key];
      if (present !== undefined && mergeValue(present, value, shape)) continue;
    }
    if (inherited) setOwn(target, key, value);
    else target[key] = value;
  }
}

/** @returns whether the two could be merged; else the value replaces what is there. */
function mergeValue(present: unknown, value: unknown, shape: Shape): boolean {
  if (Array.isArray(value)) {
    if (!Array.isArray(present) || present.length !== value.length) return false;
    for (const [index, item] of value.entries()) {
      if (!mergeValue(present[index], item, shape)) present[index] = item;
    }
    return true;
  }
  if (!isDataObject(present) || !isDataObject(value)) return false;
  merge(present, value, shape);
  return true;
}

/** A copy of JSON data, for an answer that two places must not share. */
export function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (!isDataObject(value)) return value;
  const result: DataObject = {};
  for (const key of Object.keys(value)) setOwn(result, key, copy(value[key]));
  return result;
}
