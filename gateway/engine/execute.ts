import { type GraphQLError, getVariableValues } from 'graphql';
import { untold } from './completionErrors.ts';
import { type DataObject, getOwn } from './ownProperty.ts';
import type { Prepared } from './prepared.ts';
import type { CompletionError } from './projection.ts';
import type { Place } from './responsePath.ts';
import { mergeRoot } from './rootFetch.ts';
import type { OnFetch, Run } from './run.ts';
import type { SendToSubgraph, SubgraphAnswer } from './subgraphs.ts';

export interface ExecuteOptions<Context> {
  /** As the client sent them. */
  variables?: Record<string, unknown>;
  /** Handed on to `send`. */
  context: Context;
  send: SendToSubgraph<Context>;
  onFetch?: OnFetch;
  /** Errors that are known before, such as those of authorisation: told first, and reason enough for nulls at their places. */
  errors?: readonly GraphQLError[];
  /** For a subscription: one event of its primary fetch. */
  event?: SubgraphAnswer;
}

/** The answer of one operation. Its data are plain objects. */
export interface EngineResult {
  data?: DataObject | null;
  errors?: GraphQLError[];
  extensions?: Record<string, unknown>;
}

/**
 * Executes a prepared operation: runs its plan, then completes values as GraphQL has it.
 * Without `data` nothing was executed: the variables are not those of the operation.
 */
export async function execute<Context>(prepared: Prepared, options: ExecuteOptions<Context>): Promise<EngineResult> {
  const { variables = {}, context, send, onFetch, event, errors: before = [] } = options;
  const { operation, supergraph, compiled, primary } = prepared;
  let values: DataObject = {};
  if (operation.variableDefinitions?.length) {
    const { coerced, errors } = getVariableValues(supergraph.apiSchema, operation.variableDefinitions, variables);
    if (!coerced) return { errors: [...errors] };
    values = coerced;
  }
  const run: Run = {
    data: {},
    variables,
    values,
    errors: [],
    answered: new Set(),
    send: (request) => send(request, context),
    onFetch,
  };
  if (primary) {
    run.answered.add(primary.node);
    if (event) mergeRoot(primary, run, event, [run.data]);
  }
  const waiting = compiled.run(run);
  if (waiting) await waiting;
  return complete(prepared, run, before);
}

function complete(prepared: Prepared, run: Run, before: readonly GraphQLError[]): EngineResult {
  const found: CompletionError[] = [];
  const { project, errors } = prepared.responseFor(run.values);
  const data = project(run.data, found);
  const all = [...before, ...run.errors, ...errors];
  if (found.length > 0) all.push(...untold(found, run, prepared.fetches, before, goneIn(data, run)));
  if (all.length === 0) return { data };
  // Nothing to be asked, and nothing to be said: there is no response. https://spec.graphql.org/October2021/#sec-Data
  const isEmpty = found.length > 0 && prepared.fetches.length === 0 && data && Object.values(data).every(isNull);
  return { errors: all, data: isEmpty ? null : data };
}

/** Where an entity is gone and its own place can be null: what is null beyond that is an error. */
const goneIn = (data: DataObject | null, { gone = [] }: Run): Place[] =>
  gone.filter((place) => {
    let value: unknown = data;
    for (const key of place) {
      if (typeof value !== 'object' || value === null) return false;
      value = getOwn(value as DataObject, String(key));
    }
    return value === null;
  });

const isNull = (value: unknown): boolean => value === null;
