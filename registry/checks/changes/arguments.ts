import { type GraphQLArgument, isRequiredArgument } from 'graphql';
import type { Change, ChangeCode } from './change.ts';
import { compareByName } from './compare.ts';
import { argumentCoordinate } from './coordinate.ts';
import { printDefaultValue } from './defaultValue.ts';
import { deprecationChanges } from './deprecations.ts';
import { descriptionChanges } from './descriptions.ts';
import { canBeSentAs } from './typeChange.ts';

interface Codes {
  readonly removed: ChangeCode;
  readonly requiredAdded: ChangeCode;
}

const ofField: Codes = { removed: 'ARG_REMOVED', requiredAdded: 'REQUIRED_ARG_ADDED' };
const ofDirective: Codes = { removed: 'DIRECTIVE_ARG_REMOVED', requiredAdded: 'REQUIRED_DIRECTIVE_ARG_ADDED' };

/** What changed in the arguments of the field or (when it starts with `@`) directive at a coordinate. */
export const argumentChanges = (
  owner: string,
  before: readonly GraphQLArgument[],
  after: readonly GraphQLArgument[],
): Change[] => {
  const { removed, added, kept } = compareByName(before, after);
  const codes = owner.startsWith('@') ? ofDirective : ofField;
  return [
    ...removed.map(({ name }): Change => {
      const coordinate = argumentCoordinate(owner, name);
      return { code: codes.removed, coordinate, description: `\`${coordinate}\` was removed.`, effect: 'breaking' };
    }),
    ...added.map((argument) => argumentAdded(argumentCoordinate(owner, argument.name), argument, codes)),
    ...kept.flatMap(([old, now]) => {
      const coordinate = argumentCoordinate(owner, old.name);
      return [
        ...typeChanges(coordinate, old, now),
        ...defaultChanges(coordinate, old, now),
        ...deprecationChanges('FIELD', coordinate, old, now),
        ...descriptionChanges('ARG_DESCRIPTION_CHANGE', coordinate, old, now),
      ];
    }),
  ];
};

const argumentAdded = (coordinate: string, argument: GraphQLArgument, codes: Codes): Change => {
  const after = String(argument.type);
  return isRequiredArgument(argument)
    ? {
        code: codes.requiredAdded,
        coordinate,
        after,
        description: `\`${coordinate}\` was added, and it is required.`,
        effect: 'breaking',
      }
    : { code: 'OPTIONAL_ARG_ADDED', coordinate, after, description: `\`${coordinate}\` was added.`, effect: 'safe' };
};

/** An argument that must be given from now on is told of once, here, whether its type or its default brought that. */
const becameRequired = (old: GraphQLArgument, now: GraphQLArgument): boolean =>
  isRequiredArgument(now) && !isRequiredArgument(old);

const typeChanges = (coordinate: string, old: GraphQLArgument, now: GraphQLArgument): Change[] => {
  const before = String(old.type);
  const after = String(now.type);
  const change = { coordinate, before, after };
  if (becameRequired(old, now)) {
    const happened = before === after ? 'lost its default value' : `changed type from \`${before}\` to \`${after}\``;
    const description = `\`${coordinate}\` ${happened}, and it is required now.`;
    return [{ ...change, code: 'ARG_CHANGED_TYPE_OPTIONAL_TO_REQUIRED', description, effect: 'breaking' }];
  }
  if (before === after) return [];
  const description = `\`${coordinate}\` changed type from \`${before}\` to \`${after}\`.`;
  const effect = canBeSentAs(old.type, now.type) ? 'safe' : 'breaking';
  return [{ ...change, code: 'ARG_CHANGED_TYPE', description, effect }];
};

const defaultChanges = (coordinate: string, old: GraphQLArgument, now: GraphQLArgument): Change[] => {
  const before = printDefaultValue(old.defaultValue, old.type);
  const after = printDefaultValue(now.defaultValue, now.type);
  if (before === after || becameRequired(old, now)) return [];
  return [
    {
      code: 'ARG_DEFAULT_VALUE_CHANGE',
      coordinate,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
      description: `The default value of \`${coordinate}\` changed from ${before ?? 'none'} to ${after ?? 'none'}.`,
      // Nobody can have relied on the default of an argument that had to be given.
      effect: isRequiredArgument(old) ? 'safe' : 'dangerous',
    },
  ];
};
