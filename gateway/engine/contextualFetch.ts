import type { CompiledFetch } from './compileFetch.ts';
import { compileContexts } from './contextArguments.ts';
import { askLane } from './entityFetch.ts';
import { lanesOf, representationsOf } from './lane.ts';
import type { DataObject } from './ownProperty.ts';
import { holds } from './planLayout.ts';
import { locate } from './responsePath.ts';
import type { Step } from './run.ts';
import type { TypeNames } from './supergraph.ts';

/**
 * A fetch with arguments that come from above its entities. They may differ between entities, and an operation has one value for
 * each: one request for each set of values.
 */
export function contextualFetch(fetch: CompiledFetch, types: TypeNames): Step {
  const contextOf = compileContexts(fetch.node.contextRewrites ?? [], types);
  const [lane] = lanesOf([fetch], types);
  return (run) => {
    if (!lane || !holds(fetch.conditions, run)) return undefined;
    const groups = new Map<string, { context: DataObject; objects: DataObject[] }>();
    for (const located of locate(run.data, fetch.path)) {
      const context = contextOf(located);
      const key = JSON.stringify(context);
      const group = groups.get(key) ?? { context, objects: [] };
      groups.set(key, group);
      group.objects.push(located.object);
    }
    const sent = [...groups.values()].flatMap(({ context, objects }) => {
      const entities = representationsOf(lane, objects);
      return entities ? [askLane(lane, run, entities, context)] : [];
    });
    return sent.length === 0 ? undefined : Promise.all(sent).then(() => undefined);
  };
}
