import { screamingSnakeCase, styleRule } from '../naming.ts';

/** `NOT_FOUND`, not `notFound`. */
export const enumValuesShouldBeScreamingSnakeCase = styleRule(
  'ENUM_VALUES_SHOULD_BE_SCREAMING_SNAKE_CASE',
  ['enumValue'],
  screamingSnakeCase,
);
