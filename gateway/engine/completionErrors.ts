import { GraphQLError } from 'graphql';
import type { CompiledFetch } from './compileFetch.ts';
import type { Shape } from './merging.ts';
import type { CompletionError } from './projection.ts';
import type { Place } from './responsePath.ts';
import type { Run } from './run.ts';

/**
 * The field errors of completion that the client has not been told of already: one where null came for a non-null field is told
 * only when no error of a subgraph is about that place, what is in it, or what it is in.
 * https://spec.graphql.org/October2021/#sec-Handling-Field-Errors
 * @param gone the places of entities that are null because their subgraph does not have them
 */
export function untold(
  found: readonly CompletionError[],
  run: Run,
  fetches: readonly CompiledFetch[],
  before: readonly GraphQLError[] = [],
  gone: readonly Place[] = [],
): GraphQLError[] {
  // What is not there any more is null as if nobody had referred to it, and that is no error.
  const told = new ToldPlaces([...run.errors.flatMap(({ path }) => (path ? [path] : [])), ...gone]);
  const suppliers = new Map<string, CompiledFetch[]>();
  for (const fetch of fetches) addFields(suppliers, fetch, fetch.shape, prefixOf(fetch));
  /** The services with an error that may be of any of their fields. */
  const placeless = new Set(run.errors.flatMap((error) => (error.path ? [] : [error.extensions.service])));
  return found.flatMap(({ message, path: reversed }) => {
    const path = reversed.toReversed();
    const from = suppliersOf(suppliers, path);
    const notAsked = from.some(({ node }) => !run.answered.has(node));
    const failed = from.length === 0 ? placeless.size > 0 : from.some(({ node }) => placeless.has(node.serviceName));
    if (before.some((error) => error.path && areInline(error.path, path))) return [];
    if (told.knows(path) || failed || (notAsked && run.errors.length > 0)) return [];
    const service = from[0]?.node.serviceName;
    const named = service === undefined ? {} : { service, serviceName: service };
    return [new GraphQLError(message, { path, extensions: { code: 'INVALID_GRAPHQL', ...named } })];
  });
}

/** Whether one place is in the other, for paths that need not have the indexes of lists. */
function areInline(one: readonly (string | number)[], other: readonly (string | number)[]): boolean {
  const isName = (key: string | number) => typeof key === 'string' && key !== '@';
  const others = other.filter(isName);
  const length = Math.min(one.filter(isName).length, others.length);
  return one
    .filter(isName)
    .slice(0, length)
    .every((key, at) => key === others[at]);
}

/** Answers whether an error is about a place: its own, one inside it, or one that it is inside. */
class ToldPlaces {
  readonly #exact = new Set<string>();
  readonly #around = new Set<string>();

  constructor(paths: readonly (readonly (string | number)[])[]) {
    for (const path of paths) {
      this.#exact.add(JSON.stringify(path));
      for (let length = 1; length <= path.length; length++) this.#around.add(JSON.stringify(path.slice(0, length)));
    }
  }

  knows(path: Place): boolean {
    if (this.#exact.size === 0) return false;
    if (this.#around.has(JSON.stringify(path))) return true;
    return path.some((_, length) => length > 0 && this.#exact.has(JSON.stringify(path.slice(0, length))));
  }
}

const prefixOf = ({ path }: CompiledFetch): string => path.flatMap(({ key }) => (key ? [key] : [])).join('.');

function addFields(
  suppliers: Map<string, CompiledFetch[]>,
  fetch: CompiledFetch,
  { fields }: Shape,
  prefix: string,
): void {
  for (const { key, shape } of fields) {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    const same = suppliers.get(name);
    if (same) same.push(fetch);
    else suppliers.set(name, [fetch]);
    if (shape) addFields(suppliers, fetch, shape, name);
  }
}

function suppliersOf(suppliers: ReadonlyMap<string, CompiledFetch[]>, path: Place): readonly CompiledFetch[] {
  return suppliers.get(path.filter((key) => typeof key === 'string').join('.')) ?? [];
}
