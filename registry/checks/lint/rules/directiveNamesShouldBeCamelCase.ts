import { camelCase, styleRule } from '../naming.ts';

/** `@cacheHint`, not `@CacheHint`. */
export const directiveNamesShouldBeCamelCase = styleRule(
  'DIRECTIVE_NAMES_SHOULD_BE_CAMEL_CASE',
  ['directive'],
  camelCase,
);
