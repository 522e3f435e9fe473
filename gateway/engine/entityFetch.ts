import { ask, type CompiledFetch, variablesFor } from './compileFetch.ts';
import type { Entities } from './entities.ts';
import { joinLanes } from './joinedOperation.ts';
import { entitiesOf, type Lane, lanesOf, mergeEntities, tellEntityError } from './lane.ts';
import type { DataObject } from './ownProperty.ts';
import type { Run, Step } from './run.ts';
import { fetchFailure, wrongAnswer } from './subgraphErrors.ts';
import type { TypeNames } from './supergraph.ts';

/** A lane and what it asks about in one execution. */
interface Asked {
  lane: Lane;
  entities: Entities;
}

/** Entity fetches of one subgraph that need nothing of one another: one request, with an `_entities` for each that differs. */
export function entityStep(fetches: readonly CompiledFetch[], types: TypeNames): Step {
  const [first] = fetches;
  if (first?.node.variableUsages?.includes('representations')) return unaskable(first);
  const lanes = lanesOf(fetches, types);
  const joined = lanes.length > 1 ? joinLanes(lanes) : undefined;
  return (run) => {
    const asked = lanes.flatMap((lane): Asked[] => {
      const entities = entitiesOf(lane, run);
      return entities ? [{ lane, entities }] : [];
    });
    const [only] = asked;
    if (!only) return undefined;
    if (asked.length === 1 || !joined) return askLane(only.lane, run, only.entities, {});
    return askJoined(joined, lanes, asked, run);
  };
}

/** One request for one lane. */
export async function askLane(lane: Lane, run: Run, entities: Entities, more: DataObject): Promise<void> {
  const { node } = lane.first;
  const variables = variablesFor([node], run.variables);
  Object.assign(variables, more);
  variables.representations = entities.representations;
  const nodes = lane.fetches.map((fetch) => fetch.node);
  const answer = await ask(run, { nodes, query: node.operation, operationName: node.operationName, variables });
  if (!answer) return;
  for (const error of answer.errors ?? []) tellEntityError(lane, run, entities, error);
  if (answer.data) mergeEntities(lane, run, entities, answer.data._entities);
  else if (!answer.errors?.length) {
    run.errors.push(wrongAnswer(node.serviceName, 'answered with neither data nor errors'));
  }
}

/**
 * One request for several lanes. `_entities` cannot be null, so one of them that fails as a whole takes all data with it: then each
 * is asked by itself, as it would have been without the others. Nothing but queries is ever joined.
 */
async function askJoined(
  joined: ReturnType<typeof joinLanes>,
  lanes: readonly Lane[],
  asked: readonly Asked[],
  run: Run,
): Promise<void> {
  const nodes = asked.flatMap(({ lane }) => lane.fetches.map(({ node }) => node));
  const allNodes = lanes.map(({ first }) => first.node);
  const variables = variablesFor(allNodes, run.variables);
  const byAlias = new Map<string, Asked>();
  for (const [at, lane] of lanes.entries()) {
    const one = asked.find((each) => each.lane === lane);
    const { alias, variable } = joined.names(at);
    variables[variable] = one?.entities.representations ?? [];
    if (one) byAlias.set(alias, one);
  }
  const answer = await ask(run, { nodes, query: joined.query, operationName: joined.operationName, variables });
  if (!answer) return;
  if (!answer.data && answer.errors?.some(({ path }) => byAlias.has(String(path?.[0])))) {
    await Promise.all(asked.map(({ lane, entities }) => askLane(lane, run, entities, {})));
    return;
  }
  const [first] = asked;
  for (const error of answer.errors ?? []) {
    const concerned = byAlias.get(String(error.path?.[0]));
    if (concerned) tellEntityError(concerned.lane, run, concerned.entities, error);
    else if (first) tellEntityError(first.lane, run, undefined, error);
  }
  const { data } = answer;
  if (data) for (const [alias, { lane, entities }] of byAlias) mergeEntities(lane, run, entities, data[alias]);
  else if (!answer.errors?.length && first) {
    run.errors.push(wrongAnswer(first.lane.first.node.serviceName, 'answered with neither data nor errors'));
  }
}

/** The planner gives `_entities` a variable of a name that the client uses as well: such an operation cannot be sent. */
function unaskable({ node }: CompiledFetch): Step {
  const error = new Error('Variables cannot contain key "representations"');
  return (run) => {
    run.errors.push(fetchFailure(node.serviceName, error));
    return undefined;
  };
}
