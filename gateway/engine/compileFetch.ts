import type { FetchNode } from '@apollo/query-planner';
import { type DocumentNode, parse } from 'graphql';
import { addRenamed, type Shape, shapeOf } from './merging.ts';
import { type DataObject, isDataObject, setOwn } from './ownProperty.ts';
import type { PlacedFetch } from './planLayout.ts';
import type { Place } from './responsePath.ts';
import { compileRewrites, keysOf, type Rewrite } from './rewrites.ts';
import type { Run } from './run.ts';
import { fetchFailure } from './subgraphErrors.ts';
import type { SubgraphAnswer } from './subgraphs.ts';
import type { TypeNames } from './supergraph.ts';

/** What every kind of fetch needs to know of its node. */
export interface CompiledFetch extends Pick<PlacedFetch, 'node' | 'path' | 'conditions'> {
  readonly document: DocumentNode;
  /** What of its answer (of each entity, where it asks for entities) is merged. */
  readonly shape: Shape;
  readonly rewriteOutput?: Rewrite;
  /** Response names that only this fetch uses, and the client's instead. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Response names of fields that nobody but the plan has asked for. */
  readonly unasked: Pick<ReadonlyMap<string, unknown>, 'has'>;
  /** True where one answer may stand in several places of the data, because nothing is later merged into it there. */
  shareable: boolean;
}

export function compileFetch(
  { node, path, conditions }: Pick<PlacedFetch, 'node' | 'path' | 'conditions'>,
  types: TypeNames,
): CompiledFetch {
  const document = parse(node.operation, { noLocation: true });
  const shape = shapeOf(document, types, node.requires && '_entities');
  const renamed = new Map<string, string>();
  for (const rewrite of node.outputRewrites ?? []) {
    if (rewrite.kind !== 'KeyRenamer') continue;
    const keys = keysOf(rewrite.path);
    renamed.set(keys.at(-1) ?? '', rewrite.renameKeyTo);
    addRenamed(shape, keys, rewrite.renameKeyTo);
  }
  const rewriteOutput = compileRewrites(node.outputRewrites, types);
  return {
    node,
    path,
    conditions,
    document,
    shape,
    rewriteOutput,
    renamed,
    unasked: types.required.byName,
    shareable: true,
  };
}

/** The client's variables that fetches use, as the client gave them. */
export function variablesFor(nodes: readonly FetchNode[], given: DataObject): DataObject {
  const variables: DataObject = {};
  for (const { variableUsages } of nodes) {
    for (const name of variableUsages ?? []) {
      if (Object.hasOwn(given, name) && given[name] !== undefined) setOwn(variables, name, given[name]);
    }
  }
  return variables;
}

/** What is sent for one fetch, or for several at once. */
export interface Question {
  nodes: readonly FetchNode[];
  query: string;
  operationName: string | undefined;
  variables: DataObject;
}

/** Asks the subgraph. Without an answer the run has an error more, and undefined is returned. */
export async function ask(
  run: Run,
  { nodes, query, operationName, variables }: Question,
): Promise<SubgraphAnswer | undefined> {
  const [first] = nodes;
  if (!first) return undefined;
  const subgraph = first.serviceName;
  const sent = run.onFetch ? performance.now() : 0;
  const tell = (answer: SubgraphAnswer | undefined, error?: unknown): void => {
    if (run.onFetch) run.onFetch(nodes, { sent, received: performance.now() }, answer, error);
  };
  const isMutation = first.operationKind === 'mutation';
  try {
    const answer = await run.send({ subgraph, query, operationName, variables, isMutation, nodes });
    if (!isDataObject(answer)) throw new TypeError(`The service "${subgraph}" did not answer with an object.`);
    tell(answer);
    for (const node of nodes) run.answered.add(node);
    return answer;
  } catch (error) {
    tell(undefined, error);
    run.errors.push(fetchFailure(subgraph, error));
    return undefined;
  }
}

/**
 * The place of an error of a fetch as the client knows it, under its names. For what only a `@requires` has asked for that is the
 * object: the client may have the same field with other arguments, and in order.
 */
export function clientPath(
  { renamed, unasked }: Pick<CompiledFetch, 'renamed' | 'unasked'>,
  place: Place,
  below: readonly (string | number)[],
): Place {
  const path = [...place, ...below.map((key) => (typeof key === 'string' ? (renamed.get(key) ?? key) : key))];
  const end = path.findIndex((key) => typeof key === 'string' && unasked.has(key));
  return end < 0 ? path : path.slice(0, end);
}
