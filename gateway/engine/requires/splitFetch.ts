import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { parse, print, stripIgnoredCharacters } from 'graphql';
import type { TypeNames } from '../supergraph.ts';
import { EntityOperation } from './entityOperation.ts';
import type { RequiredFields } from './requiredFields.ts';
import { usedOnly } from './usedOnly.ts';

/** Fields that one representation can be made for. */
interface Group {
  fields: Set<string>;
  /** By the path of a required field, the names that it has. */
  needs: Map<string, readonly string[]>;
}

/**
 * Makes several fetches of one whose fields require different things under one name: a representation has room for one of them. The
 * engine sends them as one request nevertheless.
 */
export function splitFetch(fetch: FetchNode, required: RequiredFields, types: TypeNames): FetchNode[] {
  const { requires, contextRewrites } = fetch;
  if (!requires || contextRewrites?.length || !hasAlias(requires)) return [fetch];
  const operation = new EntityOperation(parse(fetch.operation, { noLocation: true }));
  const groups = groupFields(operation, fetch.serviceName, required, types);
  if (groups.length < 2) return [fetch];
  return groups.map((group) => {
    const part = operation.only((type, field) => group.fields.has(`${type}.${field}`));
    const { document, variables } = usedOnly(part);
    const others = groups.filter((each) => each !== group);
    const drops = (path: string, name: string) =>
      !has(group, path, name) && others.some((each) => has(each, path, name));
    return {
      ...fetch,
      operation: stripIgnoredCharacters(print(document)),
      variableUsages: fetch.variableUsages?.filter((name) => variables.has(name)),
      requires: requires.flatMap((node) => without(node, '', drops)),
    };
  });
}

function groupFields(
  operation: EntityOperation,
  service: string,
  required: RequiredFields,
  types: TypeNames,
): readonly Group[] {
  const groups: Group[] = [];
  for (const { type, field } of operation.fields()) {
    const below = [...types.matching(type)];
    const needs = new Map(below.flatMap((each) => [...(required.needsOf(service, each, field) ?? [])]));
    const fitting = groups.find((group) => [...needs].every(([path, names]) => agrees(group.needs.get(path), names)));
    const group = fitting ?? { fields: new Set(), needs: new Map() };
    if (!fitting) groups.push(group);
    group.fields.add(`${type}.${field}`);
    for (const [path, names] of needs) group.needs.set(path, names);
  }
  return groups;
}

const agrees = (known: readonly string[] | undefined, names: readonly string[]): boolean =>
  !known || known.join() === names.join();

const has = ({ needs }: Group, path: string, name: string): boolean => needs.get(path)?.includes(name) ?? false;

const hasAlias = (nodes: readonly QueryPlanSelectionNode[]): boolean =>
  nodes.some((node) => (node.kind === 'Field' && node.alias !== undefined) || hasAlias(node.selections ?? []));

/** A selection of `requires` without some fields, nothing where nothing is left of it. */
function without(
  node: QueryPlanSelectionNode,
  path: string,
  drops: (path: string, name: string) => boolean,
): QueryPlanSelectionNode[] {
  const place = node.kind === 'Field' ? `${path}.${node.name}` : path;
  if (node.kind === 'Field' && node.alias !== undefined && drops(place, node.alias)) return [];
  if (!node.selections) return [node];
  const selections = node.selections.flatMap((each) => without(each, place, drops));
  return selections.length > 0 ? [{ ...node, selections }] : [];
}
