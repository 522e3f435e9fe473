import { pascalCase, styleRule } from '../naming.ts';

/** `PhotoSize`, not `photoSize`: for types of every kind. */
export const typeNamesShouldBePascalCase = styleRule('TYPE_NAMES_SHOULD_BE_PASCAL_CASE', ['type'], pascalCase);
