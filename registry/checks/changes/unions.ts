import type { GraphQLUnionType } from 'graphql';
import type { Change } from './change.ts';
import { compareByName } from './compare.ts';

/** Which types joined and left a union. The coordinate is the union, the type is the change's `member`. */
export const unionChanges = (before: GraphQLUnionType, after: GraphQLUnionType): Change[] => {
  const { removed, added } = compareByName(before.getTypes(), after.getTypes());
  return [
    ...removed.map(({ name: member }): Change => {
      const description = `\`${member}\` was removed from the union \`${before.name}\`.`;
      return { code: 'TYPE_REMOVED_FROM_UNION', coordinate: before.name, member, description, effect: 'breaking' };
    }),
    ...added.map(({ name: member }): Change => {
      const description = `\`${member}\` was added to the union \`${before.name}\`.`;
      return { code: 'TYPE_ADDED_TO_UNION', coordinate: before.name, member, description, effect: 'dangerous' };
    }),
  ];
};
