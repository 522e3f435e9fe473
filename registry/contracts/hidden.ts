import { Kind } from 'graphql';
import type { ContractFilter } from './filter.ts';
import type { Model, Part, Type } from './model.ts';
import { reachableTypes } from './reachable.ts';

/**
 * The coordinates of everything that a contract does not show. Tags decide first; then what cannot stand without what is hidden is hidden too,
 * until nothing changes; last the types that nothing leads to. https://www.apollographql.com/docs/graphos/platform/schema-management/delivery/contracts/create#how-filtering-works
 */
export function hiddenBy(filter: ContractFilter, model: Model): Set<string> {
  const hidden = new Set<string>();
  for (const type of model.types.values()) hideTagged(type, filter, hidden);
  spread(model, hidden);
  if (filter.hideUnreachableTypes) {
    const tagged = [...model.types.values()].filter(({ tags }) => meets(tags, filter.include));
    const reachable = reachableTypes(
      model,
      tagged.map(({ coordinate }) => coordinate),
      hidden,
    );
    for (const name of model.types.keys()) if (!reachable.has(name)) hidden.add(name);
  }
  return hidden;
}

const meets = (tags: readonly string[], wanted: readonly string[]) => tags.some((tag) => wanted.includes(tag));

/**
 * Exclusion is for everything; inclusion is for fields of objects and interfaces, which have the tags of their type too, and for unions. Input
 * types, enums, scalars and arguments come along with what uses them.
 */
function hideTagged(type: Type, { include, exclude }: ContractFilter, hidden: Set<string>) {
  const hasOutputFields =
    type.node.kind === Kind.OBJECT_TYPE_DEFINITION || type.node.kind === Kind.INTERFACE_TYPE_DEFINITION;
  const isLeftOut = (tags: readonly string[], mustBeIncluded: boolean) =>
    meets(tags, exclude) || (mustBeIncluded && include.length > 0 && !meets(tags, include));

  const isUnion = type.node.kind === Kind.UNION_TYPE_DEFINITION;
  if (type.inaccessible || isLeftOut(type.tags, isUnion)) hidden.add(type.coordinate);
  for (const part of type.parts) {
    const tags = hasOutputFields ? [...part.tags, ...type.tags] : part.tags;
    if (part.inaccessible || isLeftOut(tags, hasOutputFields)) hidden.add(part.coordinate);
    for (const arg of part.args) if (arg.inaccessible || isLeftOut(arg.tags, false)) hidden.add(arg.coordinate);
  }
}

/** Hides what cannot be shown any more. A required argument or input field is let stand: that it needs a hidden type is an error. */
function spread(model: Model, hidden: Set<string>) {
  const implementations = implementationsIn(model);
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size;
    for (const type of model.types.values()) {
      if (hidden.has(type.coordinate)) continue;
      for (const part of type.parts) {
        if (isOrphan(part, hidden)) hidden.add(part.coordinate);
        for (const arg of part.args) if (isOrphan(arg, hidden)) hidden.add(arg.coordinate);
      }
      for (const implementation of implementations.get(type.coordinate) ?? []) narrow(type, implementation, hidden);
      if (isEmpty(type, hidden)) hidden.add(type.coordinate);
    }
  }
}

const isOrphan = ({ type, required }: Part, hidden: ReadonlySet<string>) =>
  type !== undefined && hidden.has(type) && !required;

/** An interface shows only what each implementation that is shown has. */
function narrow(shared: Type, implementation: Type, hidden: Set<string>) {
  if (hidden.has(implementation.coordinate)) return;
  const own = new Map(implementation.parts.map((part) => [part.name, part]));
  for (const part of shared.parts) {
    const field = own.get(part.name);
    if (field === undefined) continue;
    if (hidden.has(field.coordinate)) hidden.add(part.coordinate);
    for (const arg of part.args) {
      const isHidden = field.args.some(({ name, coordinate }) => name === arg.name && hidden.has(coordinate));
      if (isHidden && !arg.required) hidden.add(arg.coordinate);
    }
  }
}

function implementationsIn(model: Model): Map<string, Type[]> {
  const implementations = new Map<string, Type[]>();
  for (const type of model.types.values()) {
    for (const name of type.interfaces) implementations.set(name, [...(implementations.get(name) ?? []), type]);
  }
  return implementations;
}

function isEmpty({ node, parts, members }: Type, hidden: ReadonlySet<string>): boolean {
  if (node.kind === Kind.SCALAR_TYPE_DEFINITION) return false;
  if (node.kind === Kind.UNION_TYPE_DEFINITION) return members.every((member) => hidden.has(member));
  return parts.every(({ coordinate }) => hidden.has(coordinate));
}
