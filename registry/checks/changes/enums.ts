import type { GraphQLEnumType } from 'graphql';
import type { Change } from './change.ts';
import { compareByName } from './compare.ts';
import { memberCoordinate } from './coordinate.ts';
import { deprecationChanges } from './deprecations.ts';
import { descriptionChanges } from './descriptions.ts';

/** What changed in the values of an enum type. One that goes breaks who sends or waits for it, one that comes surprises who reads it. */
export const enumChanges = (before: GraphQLEnumType, after: GraphQLEnumType): Change[] => {
  const values = compareByName(before.getValues(), after.getValues());
  return [
    ...values.removed.map(({ name }): Change => {
      const coordinate = memberCoordinate(before.name, name);
      const description = `\`${coordinate}\` was removed.`;
      return { code: 'VALUE_REMOVED_FROM_ENUM', coordinate, description, effect: 'breaking' };
    }),
    ...values.added.map(({ name }): Change => {
      const coordinate = memberCoordinate(before.name, name);
      const description = `\`${coordinate}\` was added.`;
      return { code: 'VALUE_ADDED_TO_ENUM', coordinate, description, effect: 'dangerous' };
    }),
    ...values.kept.flatMap(([old, now]) => {
      const coordinate = memberCoordinate(before.name, old.name);
      return [
        ...deprecationChanges('ENUM', coordinate, old, now),
        ...descriptionChanges('ENUM_VALUE_DESCRIPTION_CHANGE', coordinate, old, now),
      ];
    }),
  ];
};
