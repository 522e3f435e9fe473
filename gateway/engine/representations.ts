import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { type DataObject, getOwn, isDataObject, isInherited, setOwn } from './ownProperty.ts';
import type { TypeNames } from './supergraph.ts';

/** What one type of entity is known by to a subgraph. */
export interface EntityKey {
  /** The fields of its representation, where all of them are leaves: objects that agree in all of them have equal representations. */
  leaves?: readonly string[];
  /** @returns the representation, null where the object lacks a field that it needs. */
  represent: (object: DataObject) => DataObject | null;
}

/** @returns for the name of a type how it is represented, undefined for a type that is not asked about. */
export function compileRequires(
  requires: readonly QueryPlanSelectionNode[],
  types: TypeNames,
): (typename: string) => EntityKey | undefined {
  const known = new Map<string, EntityKey | undefined>();
  return (typename) => {
    if (known.has(typename)) return known.get(typename);
    const key = keyOf(requires, typename, types);
    // A subgraph can make up names of types: those of no entity are not worth keeping.
    if (key) known.set(typename, key);
    return key;
  };
}

function keyOf(requires: readonly QueryPlanSelectionNode[], typename: string, types: TypeNames): EntityKey | undefined {
  const applying = requires.filter(
    (node) => node.kind === 'Field' || !node.typeCondition || types.matching(node.typeCondition).has(typename),
  );
  if (applying.length === 0) return undefined;
  const select = compileSelect(applying, types);
  const general = (object: DataObject): DataObject | null => {
    const representation = select(object);
    return representation?.__typename ? representation : null;
  };
  const leaves = leavesOf(applying);
  if (!leaves) return { represent: general };
  return {
    leaves,
    represent: (object) => {
      const representation: DataObject = { __typename: typename };
      for (const name of leaves) {
        const value = object[name];
        if (value === undefined) return general(object);
        representation[name] = value;
      }
      return representation;
    },
  };
}

/** The names of all selected fields beside `__typename`, where they are plain fields of the entity itself. */
function leavesOf(selections: readonly QueryPlanSelectionNode[]): string[] | undefined {
  const names = new Set<string>();
  for (const node of selections.flatMap((each) => (each.kind === 'InlineFragment' ? each.selections : [each]))) {
    if (node.kind === 'InlineFragment' || node.selections || node.alias !== undefined) return undefined;
    const { name } = node;
    if (isInherited(name)) return undefined;
    if (name !== '__typename') names.add(name);
  }
  return [...names];
}

type Select = (source: DataObject) => DataObject | null;

/** Takes the selected fields out of an object; null where one is missing. A fragment whose fields are not all there adds nothing. */
function compileSelect(selections: readonly QueryPlanSelectionNode[], types: TypeNames): Select {
  const parts = selections.map((node) => {
    if (node.kind === 'InlineFragment') {
      const matching = node.typeCondition === undefined ? undefined : types.matching(node.typeCondition);
      return { matching, fragment: compileSelect(node.selections, types) };
    }
    const nested = node.selections && compileSelect(node.selections, types);
    // An alias is the name that the plan has for the field; subgraphs know it by its own.
    return { from: node.alias ?? node.name, name: node.name, nested };
  });
  return (source) => {
    const result: DataObject = {};
    for (const part of parts) {
      if (part.fragment) {
        if (part.matching && !part.matching.has(source.__typename as string)) continue;
        const selected = part.fragment(source);
        if (selected) mergeSelected(result, selected);
        continue;
      }
      const value = getOwn(source, part.from);
      if (value === undefined) return null;
      const selected = part.nested ? selectIn(value, part.nested) : value;
      const present = getOwn(result, part.name);
      if (isDataObject(present) && isDataObject(selected)) mergeSelected(present, selected);
      else setOwn(result, part.name, selected);
    }
    return result;
  };
}

/** In lists, and lists of lists, item by item. */
function selectIn(value: unknown, select: Select): unknown {
  if (Array.isArray(value)) return value.map((item) => selectIn(item, select));
  return isDataObject(value) ? select(value) : null;
}

function mergeSelected(target: DataObject, source: DataObject): void {
  for (const [key, value] of Object.entries(source)) {
    const present = getOwn(target, key);
    if (isDataObject(present) && isDataObject(value)) mergeSelected(present, value);
    else if (Array.isArray(present) && Array.isArray(value) && present.length === value.length) {
      for (const [index, item] of value.entries()) {
        const before: unknown = present[index];
        if (isDataObject(before) && isDataObject(item)) mergeSelected(before, item);
      }
    } else setOwn(target, key, value);
  }
}
