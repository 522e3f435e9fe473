import type { GraphQLError } from 'graphql';
import type { DataObject } from '../engine/ownProperty.ts';
import { costliest, type FieldCost } from './costliest.ts';
import type { Evaluation } from './evaluation.ts';

/** How many fields are told of, and how many errors: clients can make any number of both. */
const maxTold = 5;

/** What an operation costs at most. */
export class Estimate {
  readonly cost: number;
  readonly #evaluation: Evaluation;
  readonly #values: DataObject;

  /** @param values the variables, coerced */
  constructor(evaluation: Evaluation, values: DataObject) {
    this.cost = evaluation.cost;
    this.#evaluation = evaluation;
    this.#values = values;
  }

  /** The five fields that add most to the cost, the dearest first. Reckoned when it is asked for. */
  get fields(): FieldCost[] {
    return costliest(this.#evaluation, maxTold);
  }

  /**
   * Where not exactly one of the slicing arguments is given that have to be. The specification leaves it to servers whether that is
   * an error; for Apollo Router it is one. The cost is then what the arguments that are given make it, or the assumed size does.
   * https://ibm.github.io/graphql-specs/cost-spec.html#sec-requireOneSlicingArgument
   */
  get errors(): GraphQLError[] {
    const errors: GraphQLError[] = [];
    for (const size of this.#evaluation.plan.sizes) {
      const error = errors.length < maxTold ? size.violation(this.#values) : undefined;
      if (error) errors.push(error);
    }
    return errors;
  }
}
