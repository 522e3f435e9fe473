import { type DocumentNode, Kind, print } from 'graphql';
import { type CompiledFetch, clientPath } from './compileFetch.ts';
import { type Entities, gatherEntities } from './entities.ts';
import { copy, merge } from './merging.ts';
import { type DataObject, isDataObject } from './ownProperty.ts';
import { holds } from './planLayout.ts';
import { compileRequires, type EntityKey } from './representations.ts';
import { collect, locate, type Place } from './responsePath.ts';
import { compileRewrites, type Rewrite } from './rewrites.ts';
import type { Run } from './run.ts';
import { errorFrom, wrongAnswer } from './subgraphErrors.ts';
import type { SubgraphError } from './subgraphs.ts';
import type { TypeNames } from './supergraph.ts';

/** Entity fetches that ask the same of one subgraph, at different places: one `_entities` for all of them. */
export interface Lane {
  readonly first: CompiledFetch;
  readonly fetches: readonly CompiledFetch[];
  readonly keyFor: (typename: string) => EntityKey | undefined;
  readonly rewriteInput?: Rewrite;
  readonly shareable: boolean;
}

/** Puts fetches that differ only in their place, or the name of their operation, into one lane. */
export function lanesOf(fetches: readonly CompiledFetch[], types: TypeNames): Lane[] {
  const groups = new Map<string, CompiledFetch[]>();
  for (const fetch of fetches) {
    const { requires, inputRewrites, outputRewrites } = fetch.node;
    const key = JSON.stringify([requires, inputRewrites, outputRewrites, print(withoutName(fetch.document))]);
    groups.set(key, [...(groups.get(key) ?? []), fetch]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [laneOf(first, group, types)] : [];
  });
}

function laneOf(first: CompiledFetch, fetches: readonly CompiledFetch[], types: TypeNames): Lane {
  // What is merged later at one place must not show at the other, where the same name may stand for something else.
  const isFlat = first.shape.fields.every(({ shape }) => !shape);
  return {
    first,
    fetches,
    keyFor: compileRequires(first.node.requires ?? [], types),
    rewriteInput: compileRewrites(first.node.inputRewrites, types),
    shareable: fetches.every(({ shareable }) => shareable) && (fetches.length === 1 || isFlat),
  };
}

const withoutName = (document: DocumentNode): DocumentNode => ({
  ...document,
  definitions: document.definitions.map((node) =>
    node.kind === Kind.OPERATION_DEFINITION ? { ...node, name: undefined } : node,
  ),
});

/** @returns what there is to ask about, undefined for nothing. */
export function entitiesOf(lane: Lane, run: Run): Entities | undefined {
  const objects: DataObject[] = [];
  for (const { path, conditions } of lane.fetches) if (holds(conditions, run)) collect(run.data, path, 0, objects);
  return representationsOf(lane, objects);
}

export function representationsOf(
  { keyFor, rewriteInput }: Lane,
  objects: readonly DataObject[],
): Entities | undefined {
  if (objects.length === 0) return undefined;
  const entities = gatherEntities(objects, keyFor);
  if (entities.representations.length === 0) return undefined;
  rewriteInput?.(entities.representations);
  return entities;
}

/** An error of one entity is one at every place where the entity is; one of no entity is of no place. */
export function tellEntityError(lane: Lane, run: Run, entities: Entities | undefined, error: SubgraphError): void {
  const { node } = lane.first;
  const [, index, ...below] = error.path ?? [];
  const places = entities && typeof index === 'number' ? placesOf(lane, run, entities, index) : [];
  if (places.length === 0) run.errors.push(errorFrom(node.serviceName, error, undefined));
  for (const place of places) {
    run.errors.push(errorFrom(node.serviceName, error, clientPath(lane.first, place, below)));
  }
}

function placesOf(lane: Lane, run: Run, { targets, indexes }: Entities, index: number): Place[] {
  return placesOfObjects(lane, run, new Set(targets.filter((_, at) => indexes[at] === index)));
}

function placesOfObjects(lane: Lane, run: Run, concerned: ReadonlySet<DataObject>): Place[] {
  return lane.fetches.flatMap(({ path, conditions }) =>
    holds(conditions, run)
      ? locate(run.data, path).flatMap(({ object, place }) => (concerned.has(object) ? [place] : []))
      : [],
  );
}

/** Merges what `_entities` answered into the objects that were asked about. */
export function mergeEntities(lane: Lane, run: Run, entities: Entities, answered: unknown): void {
  const { node, shape, rewriteOutput } = lane.first;
  const { representations, targets, indexes } = entities;
  if (answered === null) return;
  if (!Array.isArray(answered) || answered.length !== representations.length) {
    run.errors.push(wrongAnswer(node.serviceName, `did not answer with a list of ${representations.length} entities`));
    return;
  }
  if (rewriteOutput) {
    for (const [at, target] of targets.entries()) {
      const entity: unknown = answered[indexes[at] ?? 0];
      // Rewrites depend on types, which a subgraph need not repeat.
      if (isDataObject(entity)) entity.__typename ??= target.__typename;
    }
    rewriteOutput(answered);
  }
  const gone = new Set<DataObject>();
  const used = lane.shareable ? undefined : new Set<number>();
  for (let at = 0; at < targets.length; at++) {
    const index = indexes[at] ?? 0;
    const target = targets[at];
    const entity: unknown = answered[index];
    if (target && entity === null) gone.add(target);
    if (!target || !isDataObject(entity)) continue;
    merge(target, used?.has(index) ? (copy(entity) as DataObject) : entity, shape);
    used?.add(index);
  }
  if (gone.size > 0) run.gone = [...(run.gone ?? []), ...placesOfObjects(lane, run, gone)];
}
