import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { conditionVariables } from '../engine/collectFields.ts';
import type { DataObject } from '../engine/ownProperty.ts';
import type { Costs } from './costs.ts';
import { Estimate } from './estimate.ts';
import { Evaluation } from './evaluation.ts';
import type { Plan } from './plan.ts';
import { planCosts } from './planCosts.ts';
import { Sizes } from './sizes.ts';
import { Weights } from './weights.ts';

/** How many fields the plans of an operation may have together: there is a plan for each combination of its conditions. */
const maxKept = 10_000;

/** How many items a list is thought to have of which nothing is known; the example of Apollo Router's `static_estimated.list_size`. */
export const defaultListSize = 10;

export interface CostOptions {
  /** How many items a list has that no `@listSize` tells of. */
  listSize?: number;
}

/**
 * Prepares to reckon what an operation costs. The operation has to be valid, and of a size that is not refused.
 * @throws Error where the document has no such operation
 */
export function compileCost(
  document: DocumentNode,
  operationName: string | null | undefined,
  schema: GraphQLSchema,
  costs: Costs,
  { listSize = defaultListSize }: CostOptions = {},
): CompiledCost {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!root) throw new Error('The document has no such operation, or the schema no type for it.');
  return new CompiledCost(document, operation, root, schema, new Weights(costs), listSize);
}

/** The costs of an operation, compiled once for all its executions. */
export class CompiledCost {
  readonly #operation: OperationDefinitionNode;
  readonly #root: GraphQLObjectType;
  readonly #schema: GraphQLSchema;
  readonly #weights: Weights;
  readonly #listSize: number;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #conditions: readonly string[];
  readonly #plans = new Map<string, Plan>();
  #kept = 0;

  constructor(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    root: GraphQLObjectType,
    schema: GraphQLSchema,
    weights: Weights,
    listSize: number,
  ) {
    this.#operation = operation;
    this.#root = root;
    this.#schema = schema;
    this.#weights = weights;
    this.#listSize = listSize;
    this.#fragments = new Map(
      document.definitions.flatMap((each) =>
        each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
      ),
    );
    this.#conditions = [...new Set(conditionsIn(document))];
  }

  /**
   * What the operation costs at most.
   * @param values the variables, coerced
   */
  estimate(values: DataObject): Estimate {
    return new Estimate(new Evaluation(this.plan(values), values), values);
  }

  /** @param values the variables, coerced */
  plan(values: DataObject): Plan {
    const key = this.#conditions.map((name) => (values[name] === true ? '1' : '0')).join('');
    const known = this.#plans.get(key);
    if (known) return known;
    const collecting = { schema: this.#schema, fragments: this.#fragments, values };
    const sizes = new Sizes(this.#listSize);
    const plan = planCosts(collecting, this.#root, this.#operation.selectionSet, this.#weights, sizes);
    const size = plan.alternatives.reduce((sum, { fields }) => sum + 1 + fields.length, 0);
    if (this.#kept + size > maxKept) {
      this.#plans.clear();
      this.#kept = 0;
    }
    this.#plans.set(key, plan);
    this.#kept += size;
    return plan;
  }
}

/** The variables that decide what is asked. */
function* conditionsIn(document: DocumentNode): Generator<string> {
  const open: SelectionSetNode[] = document.definitions.flatMap((each) =>
    'selectionSet' in each ? [each.selectionSet] : [],
  );
  for (let set = open.pop(); set; set = open.pop()) {
    for (const node of set.selections) {
      if (node.directives?.length) yield* conditionVariables(node.directives);
      if ('selectionSet' in node && node.selectionSet) open.push(node.selectionSet);
    }
  }
}
