import { createHash } from 'node:crypto';
import type { Schema } from '@apollo/federation-internals';
import type { QueryPlanner, QueryPlannerConfig } from '@apollo/query-planner';
import { type GraphQLSchema, isAbstractType, isInterfaceType } from 'graphql';
import { buildSupergraph, plannedSupergraph } from './plannedSupergraph.ts';
import type { RequiredFields } from './requires/requiredFields.ts';

/** A supergraph that operations can be planned and executed against. */
export interface EngineSupergraph {
  /** Equal for equal text. */
  readonly id: string;
  readonly sdl: string;
  /** What clients see. */
  readonly apiSchema: GraphQLSchema;
  /** The same, as the planner needs it, with a name for each field of `required`. */
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
  /** Fields that plans have under names of their own. */
  readonly required: RequiredFields;
}

/**
 * In how many ways the planner may reach a selection. Where several subgraphs have the same field of an entity, each level that it is
 * nested doubles them: two hundred characters would keep it busy for seconds, and three hundred for hours.
 * https://github.com/advisories/GHSA-fmj9-77q8-g6c4
 */
const pathsLimit = 1_000;

/**
 * Loads a supergraph with everything that the Router supports, so that `for: SECURITY` features do load: whoever serves it has to
 * enforce `@authenticated`, `@requiresScopes` and `@policy` on operations before they are prepared.
 * @throws where the text is not a supergraph, or links a feature that nobody here enforces.
 */
export function loadSupergraph(sdl: string, planning: QueryPlannerConfig = {}): EngineSupergraph {
  const supergraph = buildSupergraph(sdl);
  const apiSchema = supergraph.apiSchema();
  // An operation that is answered at once is planned without its `@defer`s.
  const debug = { pathsLimit, ...planning.debug };
  const configuration = { ...planning, debug, incrementalDelivery: { enableDefer: true } };
  const planned = plannedSupergraph(supergraph, sdl, configuration);
  return {
    id: createHash('sha256').update(sdl).digest('base64url'),
    sdl,
    apiSchema: apiSchema.toGraphQLJSSchema({ includeDefer: true }),
    plannedSchema: planned.supergraph === supergraph ? apiSchema : planned.supergraph.apiSchema(),
    planner: planned.planner,
    types: typeNames(supergraph.schema.toGraphQLJSSchema(), planned.required),
    subgraphs: supergraph.subgraphsMetadata(),
  };
}

function typeNames(schema: GraphQLSchema, required: RequiredFields): TypeNames {
  const known = new Map<string, ReadonlySet<string>>();
  const interfaces = Object.values(schema.getTypeMap()).filter((type) => isInterfaceType(type));
  return {
    interfaces: new Set(interfaces.map(({ name }) => name)),
    required,
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
