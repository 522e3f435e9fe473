import { Kind } from 'graphql';
import { type Element, namedType, type TypeElement } from '../elements.ts';
import { atName } from '../naming.ts';
import type { Rule, Subject } from '../rule.ts';

/**
 * A type is used when something leads to it: a root type, an entity (to which other subgraphs lead), an extended type or a directive. A subgraph
 * with none of them holds types for others, who lead to them.
 */
export const definedTypesAreUnused: Rule = {
  name: 'DEFINED_TYPES_ARE_UNUSED',
  check(subject) {
    const used = usedTypes(subject);
    return subject.elements
      .filter((element) => element.kind === 'type' && !isExtension(element) && !used.has(element.coordinate))
      .map((element) => atName(element, `The type "${element.coordinate}" is not used.`));
  },
};

const isExtension = ({ node }: TypeElement) => node.kind.endsWith('Extension');

function usedTypes({ elements, rootTypes, federation }: Subject): Set<string> {
  const leads = leadsIn(elements);
  const types = elements.filter((element) => element.kind === 'type');
  const defined = new Set(types.filter((type) => !isExtension(type)).map(({ coordinate }) => coordinate));
  const foreign = types.map(({ coordinate }) => coordinate).filter((name) => !defined.has(name));
  const roots = [...rootTypes].filter((name) => defined.has(name));
  const waiting = [...roots, ...(federation?.entities.keys() ?? []), ...foreign, ...(leads.get('@') ?? [])];
  if (waiting.length === 0) return defined;
  const used = new Set<string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (used.has(name)) continue;
    used.add(name);
    waiting.push(...(leads.get(name) ?? []));
  }
  return used;
}

/** Which types each type leads to; `@` stands for all directives. An interface leads to its implementations, and they to it. */
function leadsIn(elements: readonly Element[]): Map<string, string[]> {
  const leads = new Map<string, string[]>();
  const add = (from: string, to: string) => {
    const known = leads.get(from);
    if (known) known.push(to);
    else leads.set(from, [to]);
  };
  for (const { kind, node, coordinate } of elements) {
    if (kind === 'type') {
      const interfaces = 'interfaces' in node ? (node.interfaces ?? []) : [];
      for (const { name } of interfaces) {
        add(coordinate, name.value);
        add(name.value, coordinate);
      }
      const isUnion = node.kind === Kind.UNION_TYPE_DEFINITION || node.kind === Kind.UNION_TYPE_EXTENSION;
      for (const { name } of isUnion ? (node.types ?? []) : []) add(coordinate, name.value);
    } else if (kind === 'field' || kind === 'inputField' || kind === 'argument') {
      add(coordinate.startsWith('@') ? '@' : coordinate.replace(/\..*/, ''), namedType(node.type));
    }
  }
  return leads;
}
