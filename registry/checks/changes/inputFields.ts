import { type GraphQLInputField, type GraphQLInputObjectType, isRequiredInputField } from 'graphql';
import type { Change } from './change.ts';
import { compareByName } from './compare.ts';
import { memberCoordinate } from './coordinate.ts';
import { printDefaultValue } from './defaultValue.ts';
import { deprecationChanges } from './deprecations.ts';
import { descriptionChanges } from './descriptions.ts';
import { canBeSentAs } from './typeChange.ts';

/** What changed in the fields of an input object type, and whether it takes one field alone. */
export const inputFieldChanges = (before: GraphQLInputObjectType, after: GraphQLInputObjectType): Change[] => {
  const fields = compareByName(Object.values(before.getFields()), Object.values(after.getFields()));
  return [
    ...oneOfChanges(before, after),
    ...fields.removed.map(({ name }): Change => {
      const coordinate = memberCoordinate(before.name, name);
      const description = `\`${coordinate}\` was removed.`;
      return { code: 'FIELD_REMOVED_FROM_INPUT_OBJECT', coordinate, description, effect: 'breaking' };
    }),
    ...fields.added.map((field) => fieldAdded(memberCoordinate(before.name, field.name), field)),
    ...fields.kept.flatMap(([old, now]) => {
      const coordinate = memberCoordinate(before.name, old.name);
      return [
        ...typeChanges(coordinate, old, now),
        ...defaultChanges(coordinate, old, now),
        ...deprecationChanges('FIELD', coordinate, old, now),
        ...descriptionChanges('FIELD_DESCRIPTION_CHANGE', coordinate, old, now),
      ];
    }),
  ];
};

const fieldAdded = (coordinate: string, field: GraphQLInputField): Change => {
  const after = String(field.type);
  return isRequiredInputField(field)
    ? {
        code: 'REQUIRED_FIELD_ADDED_TO_INPUT_OBJECT',
        coordinate,
        after,
        description: `\`${coordinate}\` was added, and it is required.`,
        effect: 'breaking',
      }
    : {
        code: 'OPTIONAL_FIELD_ADDED_TO_INPUT_OBJECT',
        coordinate,
        after,
        description: `\`${coordinate}\` was added.`,
        effect: 'safe',
      };
};

const typeChanges = (coordinate: string, old: GraphQLInputField, now: GraphQLInputField): Change[] => {
  const before = String(old.type);
  const after = String(now.type);
  if (before === after) return [];
  return [
    {
      code: 'FIELD_ON_INPUT_OBJECT_CHANGED_TYPE',
      coordinate,
      before,
      after,
      description: `\`${coordinate}\` changed type from \`${before}\` to \`${after}\`.`,
      effect: canBeSentAs(old.type, now.type) ? 'safe' : 'breaking',
    },
  ];
};

const defaultChanges = (coordinate: string, old: GraphQLInputField, now: GraphQLInputField): Change[] => {
  const before = printDefaultValue(old.defaultValue, old.type);
  const after = printDefaultValue(now.defaultValue, now.type);
  if (before === after) return [];
  if (before === undefined) {
    const description = `\`${coordinate}\` was given the default value ${after}.`;
    // Nobody can have relied on the default of a field that had to be given.
    const effect = isRequiredInputField(old) ? 'safe' : 'dangerous';
    return [{ code: 'INPUT_OBJECT_FIELD_DEFAULT_VALUE_ADDED', coordinate, after, description, effect }];
  }
  if (after === undefined) {
    const required = isRequiredInputField(now);
    const description = `\`${coordinate}\` lost its default value${required ? ', and it is required now' : ''}.`;
    const effect = required ? 'breaking' : 'dangerous';
    return [{ code: 'INPUT_OBJECT_FIELD_DEFAULT_VALUE_REMOVED', coordinate, before, description, effect }];
  }
  const description = `The default value of \`${coordinate}\` changed from ${before} to ${after}.`;
  const code = 'INPUT_OBJECT_FIELD_DEFAULT_VALUE_CHANGE';
  return [{ code, coordinate, before, after, description, effect: 'dangerous' }];
};

/** A OneOf input object takes exactly one field: https://spec.graphql.org/draft/#sec-OneOf-Input-Objects */
const oneOfChanges = (old: GraphQLInputObjectType, now: GraphQLInputObjectType): Change[] => {
  if (old.isOneOf === now.isOneOf) return [];
  const [before, after] = [old, now].map(({ isOneOf }) => `${isOneOf ? 'a OneOf' : 'an'} input object`);
  const description = `\`${old.name}\` was ${before} type and is ${after} type now.`;
  const effect = now.isOneOf ? 'breaking' : 'safe';
  return [{ code: 'TYPE_CHANGED_KIND', coordinate: old.name, member: '@oneOf', before, after, description, effect }];
};
