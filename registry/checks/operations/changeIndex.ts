import { type GraphQLNamedType, type GraphQLObjectType, getNamedType } from 'graphql';
import type { Change } from '../changes/change.ts';
import { argumentCoordinate, memberCoordinate } from '../changes/coordinate.ts';
import { canBe, objectTypesOf } from './concrete.ts';
import { ownUses, sendableTypesOf } from './sendable.ts';
import { canTouch, type SchemaPair } from './touch.ts';
import type { Use } from './use.ts';

/** A change, and the use by which it may touch the operation. */
export interface Encounter {
  readonly change: Change;
  readonly use: Use;
}

/** The changes that a use may be touched by. */
export type ChangeIndex = (use: Use) => readonly Encounter[];

/**
 * Indexes changes by the coordinates whose use they may touch. What a use implies (the fields of the object types
 * behind an interface, the input types below a variable's) is followed once for each coordinate and only what has
 * changed is kept of it, so that an operation costs no more than its own length.
 */
export const indexChanges = (changes: readonly Change[], schemas: SchemaPair): ChangeIndex => {
  const changesAt = new Map<string, Change[]>();
  for (const change of changes.filter(canTouch)) {
    for (const at of usedCoordinates(change)) {
      const others = changesAt.get(at);
      if (others) others.push(change);
      else changesAt.set(at, [change]);
    }
  }
  const changed = (uses: readonly Implied[]): Implied[] => uses.filter(({ coordinate }) => changesAt.has(coordinate));
  const sendableTypes = sendableTypesOf(schemas.before);
  const changedOf = memoize((type: GraphQLNamedType) => changed(ownUses(type)));
  const changedBelow = memoize((name: string) => sendableTypes(name).flatMap(changedOf));
  const answers = new Map<string, readonly Implied[]>();

  const impliedBy = (use: Use): readonly Implied[] => {
    if (use.manner === 'anything') return changedBelow(use.coordinate);
    if (use.manner !== 'asked' && use.manner !== 'leftOut') return [];
    const key = `${use.manner} ${use.coordinate}`;
    const uses = answers.get(key) ?? changed(answerUses(use, schemas));
    answers.set(key, uses);
    return uses;
  };

  return (use) => {
    const at = (one: Use): Encounter[] => (changesAt.get(one.coordinate) ?? []).map((change) => ({ change, use: one }));
    const encounters = use.manner === 'anything' ? [] : at(use);
    // What a fragment inside a union or interface is allowed to be changes with either of the two.
    if (use.manner === 'narrowed' && use.within !== undefined && use.within !== use.coordinate) {
      for (const change of changesAt.get(use.within) ?? []) encounters.push({ change, use });
    }
    for (const further of impliedBy(use)) encounters.push(...at({ ...further, node: use.node }));
    return encounters;
  };
};

const memoize = <K, V>(find: (key: K) => V): ((key: K) => V) => {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? find(key);
    known.set(key, value);
    return value;
  };
};

type Implied = Omit<Use, 'node'>;

/**
 * What came is no coordinate that an operation can have used: such a change is met where its owner is used. An enum value
 * that went is sent as itself, and received as any of its type.
 */
const usedCoordinates = ({ code, coordinate }: Change): string[] => {
  if (code === 'REQUIRED_ARG_ADDED' || code === 'REQUIRED_DIRECTIVE_ARG_ADDED')
    return [coordinate.replace(/\(.*$/, '')];
  const type = coordinate.replace(/\..*$/, '');
  if (code === 'VALUE_ADDED_TO_ENUM' || code === 'REQUIRED_FIELD_ADDED_TO_INPUT_OBJECT') return [type];
  return code === 'VALUE_REMOVED_FROM_ENUM' ? [coordinate, type] : [coordinate];
};

/** What the object types behind an interface do for a field that is asked of it, or an argument that is left out. */
const answerUses = ({ manner, within, field, argument }: Use, schemas: SchemaPair): Implied[] => {
  if (within === undefined || field === undefined) return [];
  // A type that no longer comes here answers nothing.
  const objects = objectTypesOf(schemas.before, within).filter(({ name }) => canBe(schemas.after, within, name));
  return objects.flatMap((object) =>
    manner === 'asked'
      ? answersOf(object, within, field, schemas)
      : [{ coordinate: argumentCoordinate(memberCoordinate(object.name, field), argument ?? ''), manner }],
  );
};

/** An object type's field may take optional arguments that the interface's does not: they are always left out. */
const answersOf = (object: GraphQLObjectType, within: string, field: string, { before }: SchemaPair): Implied[] => {
  const answer = object.getFields()[field];
  if (answer === undefined) return [];
  const coordinate = memberCoordinate(object.name, field);
  const asked = before.getType(within);
  const known = asked && 'getFields' in asked ? asked.getFields()[field] : undefined;
  const knownArguments = new Set(known && 'args' in known ? known.args.map(({ name }) => name) : []);
  return [
    { coordinate, manner: 'asked' },
    { coordinate: getNamedType(answer.type).name, manner: 'received' },
    ...answer.args
      .filter(({ name }) => !knownArguments.has(name))
      .map(({ name }): Implied => ({ coordinate: argumentCoordinate(coordinate, name), manner: 'leftOut' })),
  ];
};
