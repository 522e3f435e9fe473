import type { GraphQLField, GraphQLInterfaceType, GraphQLObjectType } from 'graphql';
import { argumentChanges } from './arguments.ts';
import type { Change } from './change.ts';
import { compareByName } from './compare.ts';
import { memberCoordinate } from './coordinate.ts';
import { deprecationChanges } from './deprecations.ts';
import { descriptionChanges } from './descriptions.ts';
import { canBeReadAs } from './typeChange.ts';

type FieldsType = GraphQLObjectType | GraphQLInterfaceType;
type Field = GraphQLField<unknown, unknown>;

/** What changed in the fields of an object or interface type. */
export const fieldChanges = (before: FieldsType, after: FieldsType): Change[] => {
  const fields = compareByName<Field>(Object.values(before.getFields()), Object.values(after.getFields()));
  return [
    ...fields.removed.map(({ name }): Change => {
      const coordinate = memberCoordinate(before.name, name);
      return { code: 'FIELD_REMOVED', coordinate, description: `\`${coordinate}\` was removed.`, effect: 'breaking' };
    }),
    ...fields.added.map(({ name, type }): Change => {
      const coordinate = memberCoordinate(before.name, name);
      const description = `\`${coordinate}\` was added.`;
      return { code: 'FIELD_ADDED', coordinate, after: String(type), description, effect: 'safe' };
    }),
    ...fields.kept.flatMap(([old, now]) => {
      const coordinate = memberCoordinate(before.name, old.name);
      return [
        ...typeChanges(coordinate, old, now),
        ...argumentChanges(coordinate, old.args, now.args),
        ...deprecationChanges('FIELD', coordinate, old, now),
        ...descriptionChanges('FIELD_DESCRIPTION_CHANGE', coordinate, old, now),
      ];
    }),
  ];
};

const typeChanges = (coordinate: string, old: Field, now: Field): Change[] => {
  const before = String(old.type);
  const after = String(now.type);
  if (before === after) return [];
  return [
    {
      code: 'FIELD_CHANGED_TYPE',
      coordinate,
      before,
      after,
      description: `\`${coordinate}\` changed type from \`${before}\` to \`${after}\`.`,
      effect: canBeReadAs(old.type, now.type) ? 'safe' : 'breaking',
    },
  ];
};
