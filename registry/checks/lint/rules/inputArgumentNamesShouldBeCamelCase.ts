import { camelCase, styleRule } from '../naming.ts';

/** `first`, not `First`: for the arguments of fields and of directives. */
export const inputArgumentNamesShouldBeCamelCase = styleRule(
  'INPUT_ARGUMENT_NAMES_SHOULD_BE_CAMEL_CASE',
  ['argument'],
  camelCase,
);
