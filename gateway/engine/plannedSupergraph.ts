import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlannerConfig } from '@apollo/query-planner';
import { type DocumentNode, parse } from 'graphql';
import { noRequiredFields, type RequiredFields, withRequiredFields } from './requires/requiredFields.ts';
import { resolvableKeysFirst } from './resolvableKeys.ts';

/** The supergraph that operations are planned against. */
export interface PlannedSupergraph {
  readonly supergraph: Supergraph;
  readonly planner: QueryPlanner;
  readonly required: RequiredFields;
}

/** @throws where the text is not a supergraph, or links a feature that nobody here enforces. */
export const buildSupergraph = (source: string | DocumentNode): Supergraph =>
  Supergraph.build(source, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, validateSupergraph: true });

/** Changes a supergraph where the planner would make wrong plans of it as it is. */
export function plannedSupergraph(original: Supergraph, sdl: string, planning: QueryPlannerConfig): PlannedSupergraph {
  const asItIs = (): PlannedSupergraph => ({
    supergraph: original,
    planner: new QueryPlanner(original, planning),
    required: noRequiredFields,
  });
  if (!sdl.includes('requires:')) return asItIs();
  const document = parse(sdl, { noLocation: true });
  const { supergraph: changed, required } = withRequiredFields(resolvableKeysFirst(document));
  if (changed === document) return asItIs();
  try {
    const supergraph = buildSupergraph(changed);
    return { supergraph, planner: new QueryPlanner(supergraph, planning), required };
  } catch {
    // One that is served today has to be served with all that can be planned of it.
    return asItIs();
  }
}
