import { type GraphQLInputType, type GraphQLObjectType, getNamedType, isInputObjectType, isLeafType } from 'graphql';
import type { Costs, ListSize } from './costs.ts';

/** Objects that a mutation's root fields return are not all that they cost: they write. As in Apollo Router. */
export const mutationWeight = 10;

/**
 * What things weigh: what `@cost` says, otherwise 1 for composite types and input objects and 0 for leaves.
 * https://ibm.github.io/graphql-specs/cost-spec.html#sec-weight
 */
export class Weights {
  readonly #costs: Costs;

  constructor(costs: Costs) {
    this.#costs = costs;
  }

  type(type: GraphQLObjectType): number {
    return atLeastZero(this.#costs.weights.get(type.name) ?? 1);
  }

  /** @returns undefined where the field weighs what the object weighs that it returns. */
  field(type: GraphQLObjectType, name: string): number | undefined {
    const own = this.#ofField(this.#costs.weights, type, name);
    if (own !== undefined) return atLeastZero(own);
    const field = type.getFields()[name];
    const returned = field && getNamedType(field.type);
    return isLeafType(returned) ? atLeastZero(this.#costs.weights.get(returned.name) ?? 0) : undefined;
  }

  listSize(type: GraphQLObjectType, field: string): ListSize | undefined {
    return this.#ofField(this.#costs.listSizes, type, field);
  }

  argument(type: GraphQLObjectType, field: string, argument: string, of: GraphQLInputType): number {
    return this.#ofField(this.#costs.weights, type, field, `(${argument}:)`) ?? this.#ofInput(of);
  }

  inputField(type: string, field: string, of: GraphQLInputType): number {
    return this.#costs.weights.get(`${type}.${field}`) ?? this.#ofInput(of);
  }

  #ofInput(type: GraphQLInputType): number {
    const named = getNamedType(type);
    return this.#costs.weights.get(named.name) ?? (isInputObjectType(named) ? 1 : 0);
  }

  /** What a field of an object does not say of itself, it has from an interface: clients may have asked for that. */
  #ofField<Said>(said: ReadonlyMap<string, Said>, type: GraphQLObjectType, field: string, part = ''): Said | undefined {
    for (const { name } of [type, ...type.getInterfaces()]) {
      const found = said.get(`${name}.${field}${part}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** Only what is given to a field may make it cheaper. https://ibm.github.io/graphql-specs/cost-spec.html#sec-weight */
const atLeastZero = (weight: number): number => Math.max(0, weight);
