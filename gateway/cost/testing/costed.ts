import { buildASTSchema, type DocumentNode, type GraphQLSchema, getVariableValues, parse, validate } from 'graphql';
import type { DataObject } from '../../engine/ownProperty.ts';
import { type CompiledCost, type CostOptions, compileCost } from '../compileCost.ts';
import { type Costs, readCosts } from '../costs.ts';
import type { Estimate } from '../estimate.ts';

/** For tests: a schema with costs. */
export interface Costed {
  schema: GraphQLSchema;
  costs: Costs;
}

/** For tests: reads types whose directives are called `@cost` and `@listSize`. */
export function costed(types: string): Costed {
  const link = '@link(url: "https://specs.apollo.dev/cost/v0.1", import: ["@cost", "@listSize"])';
  const roots = ['Query', 'Mutation', 'Subscription'].filter((name) => types.includes(`type ${name} `));
  const sdl = `schema ${link} { ${roots.map((name) => `${name.toLowerCase()}: ${name}`).join(' ')} } ${types}`;
  return { schema: buildASTSchema(parse(sdl), { assumeValidSDL: true }), costs: readCosts(sdl) };
}

export interface CompiledOperation {
  compiled: CompiledCost;
  document: DocumentNode;
  /** Variables as an executor has them. */
  coerce(variables?: Record<string, unknown>): DataObject;
}

/** For tests: compiles a valid operation. */
export function compiledOperation({ schema, costs }: Costed, text: string, options?: CostOptions): CompiledOperation {
  const document = parse(text);
  const errors = validate(schema, document);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return {
    document,
    compiled: compileCost(document, undefined, schema, costs, options),
    coerce(variables = {}) {
      const definitions = document.definitions.flatMap((each) =>
        'variableDefinitions' in each ? (each.variableDefinitions ?? []) : [],
      );
      const { coerced, errors: invalid } = getVariableValues(schema, definitions, variables);
      if (!coerced) throw new Error(invalid.join('\n'));
      return coerced;
    },
  };
}

/** For tests: estimates operations on certain types. */
export function estimator(types: string, options?: CostOptions) {
  const schema = costed(types);
  return (text: string, variables?: Record<string, unknown>): Estimate => {
    const { compiled, coerce } = compiledOperation(schema, text, options);
    return compiled.estimate(coerce(variables));
  };
}
