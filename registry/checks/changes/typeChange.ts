import { type GraphQLInputType, type GraphQLOutputType, isListType, isNamedType, isNonNullType } from 'graphql';

/**
 * Whether every value of the new type is one of the old type, so that whoever reads it has seen its like: the same
 * type, or one that promises more (non-null where null was allowed).
 */
export const canBeReadAs = (before: GraphQLOutputType, after: GraphQLOutputType): boolean => {
  if (isNonNullType(after)) return canBeReadAs(isNonNullType(before) ? before.ofType : before, after.ofType);
  if (isNonNullType(before)) return false;
  if (isListType(before)) return isListType(after) && canBeReadAs(before.ofType, after.ofType);
  return isNamedType(after) && before.name === after.name;
};

/**
 * Whether every value of the old type is still accepted for the new one, also through a variable of the old type. A
 * list where a single value was asked for accepts literals only, since variables are not coerced:
 * https://spec.graphql.org/draft/#IsVariableUsageAllowed()
 */
export const canBeSentAs = (before: GraphQLInputType, after: GraphQLInputType): boolean => {
  if (isNonNullType(before)) return canBeSentAs(before.ofType, isNonNullType(after) ? after.ofType : after);
  if (isNonNullType(after)) return false;
  if (isListType(before)) return isListType(after) && canBeSentAs(before.ofType, after.ofType);
  return isNamedType(after) && before.name === after.name;
};

/** The name inside a printed type: `User` of `[User!]!`. */
export const namedTypeOf = (printed: string): string => printed.replaceAll(/[[\]!]/g, '');
