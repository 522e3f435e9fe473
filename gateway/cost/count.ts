import { type DataObject, getOwn, isDataObject } from '../engine/ownProperty.ts';
import type { CompiledCost } from './compileCost.ts';
import { Evaluation, ownCost } from './evaluation.ts';
import type { Alternative, CostedField, Plan, Scope } from './plan.ts';
import { plus } from './saturating.ts';

/**
 * What an operation did cost, by its answer: as the estimate, with the lists as long as they are. An object of an abstract type is
 * of the type that its `__typename` says, where that was asked for. Otherwise it is of the dearest type that has exactly its fields.
 * A field without any value in the answer costs nothing; null costs what an item weighs, or a list nothing, and its arguments.
 * https://ibm.github.io/graphql-specs/cost-spec.html#sec-Query-Response-Analysis
 * @param data the data of the response, with those of its deferred parts
 * @param values the variables, coerced
 */
export function count(data: DataObject | null | undefined, compiled: CompiledCost, values: DataObject): number {
  const plan = compiled.plan(values);
  return data ? new Counter(plan, values).object(plan.root, data) : 0;
}

/** What the items of a field weigh, and what their fields cost. */
interface Sums {
  weight: number;
  fields: number;
}

class Counter {
  readonly #plan: Plan;
  readonly #values: DataObject;
  #evaluation: Evaluation | undefined;

  constructor(plan: Plan, values: DataObject) {
    this.#plan = plan;
    this.#values = values;
  }

  /** @returns what the fields of an object cost. */
  object({ fields }: Alternative, data: DataObject): number {
    let cost = 0;
    for (const field of fields) {
      const value = getOwn(data, field.name);
      if (value === undefined) continue;
      const sums = { weight: 0, fields: 0 };
      this.#add(sums, field, value, field.depth);
      cost = plus(cost, plus(ownCost(field, sums.weight, this.#values), sums.fields));
    }
    return cost;
  }

  /** @param depth how many lists the value should be in */
  #add(sums: Sums, field: CostedField, value: unknown, depth: number): void {
    if (Array.isArray(value)) {
      for (const item of value) this.#add(sums, field, item, depth - 1);
    } else if (field.below && isDataObject(value)) {
      const { weight, fields } = this.#item(field.below, value);
      sums.weight = plus(sums.weight, field.weight ?? weight);
      sums.fields = plus(sums.fields, fields);
    } else if (value !== null || depth <= 0) sums.weight = plus(sums.weight, field.weight ?? heaviest(field.below));
  }

  #item(scope: Scope, data: DataObject): Sums {
    const possible = possibleAlternatives(scope, data);
    const [first] = possible;
    if (!first) return { weight: 1, fields: 0 };
    if (possible.length === 1) return { weight: first.weight, fields: this.object(first, data) };
    this.#evaluation ??= new Evaluation(this.#plan, this.#values);
    const dearest = this.#evaluation.dearestObject(possible) ?? first;
    // It may be of another type, whose lists may be longer.
    const fields = Math.min(this.object(dearest, data), this.#evaluation.total(dearest));
    return { weight: dearest.weight, fields };
  }
}

function possibleAlternatives({ alternatives }: Scope, data: DataObject): readonly Alternative[] {
  if (alternatives.length < 2) return alternatives;
  const told = alternatives.find(({ types, typenames }) =>
    typenames.some((name) => types.has(String(getOwn(data, name)))),
  );
  if (told) return [told];
  const names = Object.keys(data);
  const alike = alternatives.filter(
    (each) => each.names.size === names.length && names.every((name) => each.names.has(name)),
  );
  return alike.length > 0 ? alike : alternatives;
}

/** What may be null could have been any of the objects. */
const heaviest = (scope: Scope | undefined): number =>
  scope?.alternatives.reduce((most, { weight }) => Math.max(most, weight), 0) ?? 0;
