import { ask, type CompiledFetch, clientPath, variablesFor } from './compileFetch.ts';
import { copy, merge } from './merging.ts';
import { type DataObject, isDataObject } from './ownProperty.ts';
import { holds } from './planLayout.ts';
import { collect, locate } from './responsePath.ts';
import type { Run, Step } from './run.ts';
import { errorFrom, wrongAnswer } from './subgraphErrors.ts';
import type { SubgraphAnswer } from './subgraphs.ts';

/** A fetch of root fields: at the root, or again below a field that answers a root type (`mutation { payload { query { … } } }`). */
export function rootFetch(fetch: CompiledFetch): Step {
  const { node, conditions } = fetch;
  return (run) => {
    if (!holds(conditions, run)) return undefined;
    const targets = targetsOf(fetch, run);
    if (targets.length === 0) return undefined;
    const variables = variablesFor([node], run.variables);
    const question = { nodes: [node], query: node.operation, operationName: node.operationName, variables };
    return ask(run, question).then((answer) => {
      if (answer) mergeRoot(fetch, run, answer, targets);
    });
  };
}

/** Merges what root fields answered, at the place of the fetch. */
export function mergeRoot(
  fetch: CompiledFetch,
  run: Run,
  answer: SubgraphAnswer,
  targets: readonly DataObject[],
): void {
  const { node, path, shape, rewriteOutput, shareable } = fetch;
  const places = path.length === 0 || !answer.errors?.length ? [[]] : locate(run.data, path).map(({ place }) => place);
  for (const error of answer.errors ?? []) {
    const below = error.path;
    if (!below) run.errors.push(errorFrom(node.serviceName, error, undefined));
    else
      for (const place of places) run.errors.push(errorFrom(node.serviceName, error, clientPath(fetch, place, below)));
  }
  const { data } = answer;
  if (!isDataObject(data)) {
    if (!answer.errors?.length) run.errors.push(wrongAnswer(node.serviceName, 'answered with neither data nor errors'));
    return;
  }
  rewriteOutput?.(data);
  for (const [index, target] of targets.entries()) {
    merge(target, (index === 0 || shareable ? data : copy(data)) as DataObject, shape);
  }
}

function targetsOf({ path }: CompiledFetch, run: Run): readonly DataObject[] {
  if (path.length === 0) return [run.data];
  const targets: DataObject[] = [];
  collect(run.data, path, 0, targets);
  return targets;
}
