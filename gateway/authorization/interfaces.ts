import { dnfConjunction } from '@apollo/federation-internals';
import { allOf, type Condition, type Requirement } from './conditions.ts';
import type { Requirements, WrittenType } from './requirements.ts';

/**
 * Puts what interfaces ask where the data is: at the object types.
 *
 * Composition writes on an interface, and on its fields, the conjunction of what the implementing types ask. Such a
 * requirement adds nothing to those types, and is left out here: a selection on the interface is judged by the types that
 * can answer it, so that `... on PublicBlog` stays readable beside a `PrivateBlog` that is not.
 *
 * Older compositions let people write requirements on interfaces, which a fragment on an implementing type then went round:
 * https://github.com/apollographql/federation/security/advisories/GHSA-mx7m-j9xf-62hw. What an interface asks beyond the
 * conjunction was written so by somebody, and is asked of every type that implements it.
 */
export function settleInterfaces(written: ReadonlyMap<string, WrittenType>): Requirements {
  const types = new Map<string, Requirement>();
  const fields = new Map<string, Requirement>();
  for (const [name, type] of written) {
    if (type.isInterface) continue;
    types.set(name, type.requirement);
    for (const [field, requirement] of type.fields) fields.set(`${name}.${field}`, requirement);
  }
  for (const [name, type] of written) {
    if (!type.isInterface) continue;
    const objects = [...written].filter(([, other]) => !other.isInterface && other.implements.has(name));
    const names = objects.map(([object]) => object);
    demand(
      types,
      names,
      beyond(
        type.requirement,
        requirementsOf(objects, (object) => object.requirement),
      ),
    );
    for (const [field, requirement] of type.fields) {
      const coordinates = names.map((object) => `${object}.${field}`);
      demand(
        fields,
        coordinates,
        beyond(
          requirement,
          requirementsOf(objects, (object) => object.fields.get(field)),
        ),
      );
    }
  }
  return { types: withoutEmpty(types), fields: withoutEmpty(fields) };
}

/** From what the types themselves write, whatever an interface before this one has demanded of them. */
const requirementsOf = (
  objects: [string, WrittenType][],
  pick: (type: WrittenType) => Requirement | undefined,
): Requirement[] => objects.map(([, object]) => pick(object) ?? []);

function demand(requirements: Map<string, Requirement>, names: readonly string[], more: Requirement): void {
  if (more.length === 0) return;
  for (const name of names) requirements.set(name, allOf(requirements.get(name), more));
}

/** @returns the conditions of an interface that do not follow from what its implementations ask together. */
const beyond = (ofInterface: Requirement, ofImplementations: readonly Requirement[]): Requirement =>
  ofInterface.filter((condition) => !follows(condition, ofImplementations));

function follows(condition: Condition, requirements: readonly Requirement[]): boolean {
  const { kind } = condition;
  const same = requirements.flat().filter((other) => other.kind === kind);
  if (kind === 'authenticated' || same.length === 0) return same.length > 0;
  const { anyOf } = condition;
  const together = dnfConjunction(same.map((other) => ('anyOf' in other ? other.anyOf.map((all) => [...all]) : [])));
  return together.every((held: string[]) => anyOf.some((all) => all.every((name) => held.includes(name))));
}

const withoutEmpty = (requirements: Map<string, Requirement>): Map<string, Requirement> =>
  new Map([...requirements].filter(([, requirement]) => requirement.length > 0));
