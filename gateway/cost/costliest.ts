import type { Evaluation } from './evaluation.ts';
import type { Alternative, CostedField } from './plan.ts';
import { plus, times } from './saturating.ts';

/** What one field adds to the cost of an operation, for all objects that it is asked of; what is below it not included. */
export interface FieldCost {
  /** The object type that has the field, where there are several one of the dearest. */
  readonly coordinate: string;
  /** Response names. A field that fragments ask for at several places is told once, at its dearest. */
  readonly path: readonly string[];
  readonly cost: number;
}

/** How objects of an alternative are come by. */
interface Place {
  /** How many there are at most. */
  objects: number;
  /** From where most of them are. */
  from?: { parent: Alternative; field: CostedField; objects: number };
}

/** The fields that add most to the cost, the dearest first. Together all fields of the dearest types make the cost. */
export function costliest(evaluation: Evaluation, howMany: number): FieldCost[] {
  const { root, alternatives } = evaluation.plan;
  const places = new Map<Alternative, Place>([[root, { objects: 1 }]]);
  const found: { parent: Alternative; field: CostedField; cost: number }[] = [];
  // From the root: whatever is above something comes after it in the plan.
  for (const parent of alternatives.toReversed()) {
    const { objects = 0 } = places.get(parent) ?? {};
    if (objects === 0) continue;
    for (const field of parent.fields) {
      const items = evaluation.items(field);
      const dearest = evaluation.dearest(field);
      const cost = times(objects, evaluation.own(field, dearest, items));
      if (cost > 0) found.push({ parent, field, cost });
      if (dearest) reach(places, dearest, { parent, field, objects: times(objects, items) });
    }
  }
  return found
    .sort((one, other) => other.cost - one.cost)
    .slice(0, howMany)
    .map(({ parent, field, cost }) => ({ coordinate: field.coordinate, path: pathTo(places, parent, field), cost }));
}

function reach(places: Map<Alternative, Place>, to: Alternative, from: NonNullable<Place['from']>): void {
  const place = places.get(to) ?? { objects: 0 };
  places.set(to, place);
  place.objects = plus(place.objects, from.objects);
  if (!place.from || from.objects > place.from.objects) place.from = from;
}

function pathTo(places: ReadonlyMap<Alternative, Place>, parent: Alternative, field: CostedField): string[] {
  const path = [field.name];
  for (let from = places.get(parent)?.from; from; from = places.get(from.parent)?.from) path.unshift(from.field.name);
  return path;
}
