import { createHash } from 'node:crypto';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, type Schema, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlannerConfig } from '@apollo/query-planner';
import { type GraphQLSchema, isAbstractType, isInterfaceType } from 'graphql';

/** A supergraph that operations can be planned and executed against. */
export interface EngineSupergraph {
  /** Equal for equal text. */
  readonly id: string;
  readonly sdl: string;
  /** What clients see. */
  readonly apiSchema: GraphQLSchema;
  /** The same, as the planner needs it. */
  readonly plannedSchema: Schema;
  readonly planner: QueryPlanner;
  /** Everything that subgraphs may answer, with what is inaccessible. */
  readonly types: TypeNames;
  readonly subgraphs: readonly { name: string; url: string }[];
}

/** Which names of types count as a type. */
export interface TypeNames {
  /** The names of `type` itself and of every type below it: what its `... on` lets pass. */
  matching(type: string): ReadonlySet<string>;
  readonly interfaces: ReadonlySet<string>;
}

/**
 * Loads a supergraph with everything that the Router supports, so that `for: SECURITY` features do load: whoever serves it has to
 * enforce `@authenticated`, `@requiresScopes` and `@policy` on operations before they are prepared.
 * @throws where the text is not a supergraph, or links a feature that nobody here enforces.
 */
export function loadSupergraph(sdl: string, planning: QueryPlannerConfig = {}): EngineSupergraph {
  const supergraph = Supergraph.build(sdl, {
    supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
    validateSupergraph: true,
  });
  const plannedSchema = supergraph.apiSchema();
  return {
    id: createHash('sha256').update(sdl).digest('base64url'),
    sdl,
    apiSchema: plannedSchema.toGraphQLJSSchema({ includeDefer: true }),
    plannedSchema,
    // An operation that is answered at once is planned without its `@defer`s.
    planner: new QueryPlanner(supergraph, { ...planning, incrementalDelivery: { enableDefer: true } }),
    types: typeNames(supergraph.schema.toGraphQLJSSchema()),
    subgraphs: supergraph.subgraphsMetadata(),
  };
}

function typeNames(schema: GraphQLSchema): TypeNames {
  const known = new Map<string, ReadonlySet<string>>();
  const interfaces = Object.values(schema.getTypeMap()).filter((type) => isInterfaceType(type));
  return {
    interfaces: new Set(interfaces.map(({ name }) => name)),
    matching(name) {
      const found = known.get(name);
      if (found) return found;
      const names = new Set([name]);
      const type = schema.getType(name);
      if (type && isAbstractType(type)) {
        for (const { name: below } of schema.getPossibleTypes(type)) names.add(below);
        if (isInterfaceType(type))
          for (const { name: below } of schema.getImplementations(type).interfaces) names.add(below);
      }
      known.set(name, names);
      return names;
    },
  };
}
