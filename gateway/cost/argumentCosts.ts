import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  type ValueNode,
} from 'graphql';
import { type DataObject, isDataObject } from '../engine/ownProperty.ts';
import { plus } from './saturating.ts';
import { type Given, given } from './values.ts';
import type { Weights } from './weights.ts';

/** What the arguments of a field cost, which can be less than nothing. */
export interface ArgumentCosts {
  /** Those of arguments that are the same for all variables. */
  readonly constant: number;
  readonly varying: readonly VaryingCost[];
}

export interface VaryingCost {
  readonly written: ValueNode;
  readonly weight: number;
  cost(values: DataObject): number;
}

/**
 * Costs of the arguments that an operation gives. A value costs the weight of its argument or input field, and an input object also
 * what its fields cost. A list costs what its items do, as lists in answers. Null costs nothing.
 * https://ibm.github.io/graphql-specs/cost-spec.html#sec-Field-Cost
 */
export function argumentCosts(
  node: FieldNode,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  weights: Weights,
): ArgumentCosts {
  let constant = 0;
  const varying: VaryingCost[] = [];
  for (const { name, value: written } of node.arguments ?? []) {
    const definition = field.args.find((each) => each.name === name.value);
    if (!definition) continue;
    const weight = weights.argument(type, field.name, definition.name, definition.type);
    if (weight === 0 && !isInputObjectType(getNamedType(definition.type))) continue;
    const value: { constant: unknown } | Given = given(written, definition.type);
    const costOf = (held: unknown) => inputCost(held, definition.type, weight, weights);
    if ('constant' in value) constant = plus(constant, costOf(value.constant));
    else varying.push({ written, weight, cost: (values) => costOf(value(values)) });
  }
  return { constant, varying };
}

function inputCost(value: unknown, written: GraphQLInputType, weight: number, weights: Weights): number {
  if (value === null || value === undefined) return 0;
  const type = getNullableType(written);
  if (isListType(type)) {
    const items: unknown[] = Array.isArray(value) ? value : [value];
    return items.reduce((sum: number, item) => plus(sum, inputCost(item, type.ofType, weight, weights)), 0);
  }
  if (!isInputObjectType(type) || !isDataObject(value)) return weight;
  let sum = weight;
  for (const field of Object.values(type.getFields())) {
    if (!Object.hasOwn(value, field.name)) continue;
    const weightOfField = weights.inputField(type.name, field.name, field.type);
    sum = plus(sum, inputCost(value[field.name], field.type, weightOfField, weights));
  }
  return sum;
}
