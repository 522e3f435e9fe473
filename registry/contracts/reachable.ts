import { Kind } from 'graphql';
import type { Model } from './model.ts';

/**
 * The types that an operation can come to: from the root types and the arguments of its directives, through everything that is not hidden.
 * @param also types that count as reachable whatever leads to them, with all that they lead to.
 */
export function reachableTypes(model: Model, also: readonly string[], hidden: ReadonlySet<string>): Set<string> {
  const implementers = implementersIn(model);
  const reached = new Set<string>();
  const returned = new Set<string>();
  const waiting = [...model.roots.values(), ...model.directiveTypes, ...also];

  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (returned.has(name) || hidden.has(name)) continue;
    returned.add(name);
    if (model.types.get(name)?.node.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      waiting.push(...(implementers.get(name) ?? []));
    }
    enter(name);
  }
  return reached;

  /** What is an object of a type is one of its interfaces too; that alone does not lead to their other implementations. */
  function enter(name: string) {
    const type = model.types.get(name);
    if (type === undefined || reached.has(name) || hidden.has(name)) return;
    reached.add(name);
    for (const part of type.parts.filter(({ coordinate }) => !hidden.has(coordinate))) {
      if (part.type !== undefined) waiting.push(part.type);
      waiting.push(
        ...part.args.flatMap((arg) => (arg.type !== undefined && !hidden.has(arg.coordinate) ? [arg.type] : [])),
      );
    }
    waiting.push(...type.members);
    for (const shared of type.interfaces) enter(shared);
  }
}

function implementersIn(model: Model): Map<string, string[]> {
  const implementers = new Map<string, string[]>();
  for (const { coordinate, interfaces } of model.types.values()) {
    for (const name of interfaces) implementers.set(name, [...(implementers.get(name) ?? []), coordinate]);
  }
  return implementers;
}
