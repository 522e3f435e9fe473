import { camelCase, styleRule } from '../naming.ts';

/** `firstName`, not `FirstName`: for output and input fields. */
export const fieldNamesShouldBeCamelCase = styleRule(
  'FIELD_NAMES_SHOULD_BE_CAMEL_CASE',
  ['field', 'inputField'],
  camelCase,
);
