/** Schema coordinates as text: https://spec.graphql.org/draft/#sec-Schema-Coordinates */

/** `Type.field`, `Input.field` or `Enum.VALUE`. */
export const memberCoordinate = (type: string, member: string): string => `${type}.${member}`;

/** `Type.field(argument:)` or `@directive(argument:)`. */
export const argumentCoordinate = (owner: string, argument: string): string => `${owner}(${argument}:)`;

/** `@directive`. */
export const directiveCoordinate = (name: string): string => `@${name}`;
