import { type FieldDefinitionNode, Kind } from 'graphql';
import { type Composite, isExternal, joinFields, text } from './joinDirectives.ts';
import type { RequiredField } from './requiredFields.ts';
import type { Uses } from './requiresNaming.ts';

/**
 * Adds to a type the fields that are required of it, and of its interfaces, under their new names. Each is where the field itself is;
 * `@external` only where it is required, as the planner takes no other for valid, and the field itself is no longer, unless an
 * interface of that subgraph wants it.
 */
export function addNamedFields<T extends Composite>(
  type: T,
  types: ReadonlyMap<string, Composite>,
  uses: Uses,
  byName: ReadonlyMap<string, RequiredField>,
): T {
  const interfaces = (type.interfaces ?? []).map(({ name }) => name.value);
  const graphsOf = new Map<string, Set<string>>();
  for (const above of [type.name.value, ...interfaces]) {
    for (const [name, graphs] of uses.get(above) ?? []) {
      graphsOf.set(name, new Set([...(graphsOf.get(name) ?? []), ...graphs]));
    }
  }
  if (graphsOf.size === 0) return type;
  const isWanted = (graph: string, field: string): boolean =>
    (type.directives ?? []).some((each) => {
      const above = each.name.value === 'join__implements' && text(each, 'graph') === graph && text(each, 'interface');
      return above && types.get(above)?.fields?.some(({ name }) => name.value === field);
    });
  const fields = (type.fields ?? []).flatMap((field): FieldDefinitionNode[] => {
    const names = [...graphsOf].filter(([name]) => byName.get(name)?.field === field.name.value);
    const required = new Set(names.flatMap(([, graphs]) => [...graphs]));
    const kept = (graph: string | undefined): boolean =>
      !graph || !required.has(graph) || isWanted(graph, field.name.value);
    const directives = field.directives?.filter((each) => !isExternal(each) || kept(text(each, 'graph')));
    const added = names.map(([value, graphs]): FieldDefinitionNode => {
      const joins = joinFields(field).filter((join) => !isExternal(join) || graphs.has(text(join, 'graph') ?? ''));
      return { ...field, name: { kind: Kind.NAME, value }, arguments: [], directives: joins };
    });
    return [{ ...field, directives }, ...added];
  });
  return { ...type, fields };
}
