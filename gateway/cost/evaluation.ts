import type { DataObject } from '../engine/ownProperty.ts';
import type { Alternative, CostedField, Plan } from './plan.ts';
import { plus, times } from './saturating.ts';

/** What everything in a plan costs at most, for certain variables. */
export class Evaluation {
  readonly plan: Plan;
  readonly #values: DataObject;
  /** By the index of a size: how many items. */
  readonly #items: Float64Array;
  /** By the index of an alternative: what the fields of one such object cost. */
  readonly #totals: Float64Array;

  constructor(plan: Plan, values: DataObject) {
    this.plan = plan;
    this.#values = values;
    this.#items = new Float64Array(plan.sizes.length);
    for (const size of plan.sizes) this.#items[size.index] = size.items(values);
    this.#totals = new Float64Array(plan.alternatives.length);
    for (const { index, fields } of plan.alternatives) {
      let total = 0;
      for (const field of fields) total = plus(total, this.#atMost(field));
      this.#totals[index] = total;
    }
  }

  get cost(): number {
    return this.total(this.plan.root);
  }

  /** What the fields of such an object cost. */
  total({ index }: Alternative): number {
    return this.#totals[index] ?? 0;
  }

  /** How many items the field has. */
  items({ size, innerItems }: CostedField): number {
    return size ? times(this.#items[size.index] ?? 0, innerItems) : 1;
  }

  /** Which of the objects that the field can return cost most; undefined where it returns none. */
  dearest(field: CostedField): Alternative | undefined {
    const { below } = field;
    if (!below || below.alternatives.length < 2) return below?.alternatives[0];
    const items = this.items(field);
    return dearestBy(below.alternatives, (each) => plus(this.own(field, each, items), times(items, this.total(each))));
  }

  /** Which of such objects costs most. */
  dearestObject(alternatives: readonly Alternative[]): Alternative | undefined {
    return dearestBy(alternatives, (each) => plus(each.weight, this.total(each)));
  }

  /** What the field costs without what is below it. */
  own(field: CostedField, item: Alternative | undefined, items: number): number {
    return ownCost(field, times(items, field.weight ?? item?.weight ?? 1), this.#values);
  }

  #atMost(field: CostedField): number {
    const items = this.items(field);
    const dearest = this.dearest(field);
    const own = this.own(field, dearest, items);
    return dearest ? plus(own, times(items, this.total(dearest))) : own;
  }
}

function dearestBy(alternatives: readonly Alternative[], costOf: (each: Alternative) => number) {
  let [dearest, most] = [alternatives[0], -1];
  for (const each of alternatives) {
    const cost = costOf(each);
    if (cost > most) [dearest, most] = [each, cost];
  }
  return dearest;
}

/**
 * The cost of a field whose items weigh so much together. Cheap arguments make it no cheaper than nothing.
 * https://ibm.github.io/graphql-specs/cost-spec.html#sec-Field-Cost
 */
export function ownCost({ once, arguments: { constant, varying } }: CostedField, ofItems: number, values: DataObject) {
  let ofArguments = constant;
  for (const each of varying) ofArguments = plus(ofArguments, each.cost(values));
  return plus(once, Math.max(0, plus(ofItems, ofArguments)));
}
