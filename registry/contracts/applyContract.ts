import {
  type CoreFeatures,
  errorCauses,
  errorCode,
  inaccessibleIdentity,
  Supergraph,
  tagIdentity,
} from '@apollo/federation-internals';
import type { BuildMessage } from '@banyan/kit/composition';
import { type DocumentNode, parse } from 'graphql';
import { apiSchemaOf } from '../checks/apiSchema.ts';
import { type ContractFilter, mistakesIn } from './filter.ts';
import { hiddenBy } from './hidden.ts';
import { markInaccessible } from './mark.ts';
import { type Model, modelOf, type Names } from './model.ts';

/** The supergraph of a contract with the schema that its clients see, or every reason why there is none. */
export type Contract = { ok: true; supergraphSdl: string; apiSdl: string } | { ok: false; errors: BuildMessage[] };

/**
 * The contract that a filter makes of a supergraph. What it leaves out is marked `@inaccessible`, so that everything plans as before. Where
 * GraphOS refuses a field whose type is left out, the field is left out too. The same supergraph and filter give the same text.
 */
export function applyContract(supergraphSdl: string, filter: ContractFilter): Contract {
  const mistakes = mistakesIn(filter);
  if (mistakes.length > 0) return { ok: false, errors: mistakes };
  try {
    const document = parse(supergraphSdl);
    const names = namesIn(document);
    const model = modelOf(document, names);
    const hidden = hiddenBy(filter, model);
    const emptiness = nothingToAsk(model, hidden);
    if (emptiness !== undefined) return { ok: false, errors: [emptiness] };
    const marked = markInaccessible(supergraphSdl, document, model, hidden, names.inaccessible);
    return { ok: true, supergraphSdl: marked, apiSdl: apiSchemaOf(marked) };
  } catch (error) {
    const causes = error instanceof Error ? errorCauses(error) : undefined;
    if (causes === undefined) throw error;
    // They speak of the supergraph by coordinates; its lines are no lines of a subgraph.
    const errors = causes.map((cause) => ({
      code: errorCode(cause) ?? 'INVALID_GRAPHQL',
      message: cause.message,
      places: [],
    }));
    return { ok: false, errors };
  }
}

function namesIn(document: DocumentNode): Names {
  // What is wrong with the supergraph is told once its API schema is made.
  const { schema } = Supergraph.build(document, { supportedFeatures: null, validateSupergraph: false });
  const features = schema.coreFeatures as CoreFeatures;
  const nameOf = (identity: string, name: string) => features.getByIdentity(identity)?.directiveNameInSchema(name);
  const all = [...features.allFeatures()];
  return {
    tag: nameOf(tagIdentity, 'tag'),
    inaccessible: nameOf(inaccessibleIdentity, 'inaccessible'),
    isMachinery(name, kind) {
      const definition = kind === 'type' ? schema.type(name) : schema.directive(name);
      return definition !== undefined && all.some((feature) => feature.isFeatureDefinition(definition));
    },
  };
}

function nothingToAsk({ roots, types }: Model, hidden: ReadonlySet<string>): BuildMessage | undefined {
  const query = types.get(roots.get('query') ?? '');
  const isShown =
    query !== undefined &&
    !hidden.has(query.coordinate) &&
    query.parts.some(({ coordinate }) => !hidden.has(coordinate));
  if (isShown) return undefined;
  const message = 'The contract has nothing to ask: its filter leaves no field of Query.';
  return { code: 'QUERY_ROOT_TYPE_INACCESSIBLE', message, places: [] };
}
