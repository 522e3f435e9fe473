import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { Dice } from './dice.ts';

/** A value of each scalar that no other scalar's value is like, so that a changed type shows. */
export const scalarValues: Readonly<Record<string, unknown>> = {
  Int: 7,
  Float: 7.5,
  String: 'text',
  Boolean: true,
  ID: 'id',
  Date: 'date',
};

const nullable = (type: GraphQLInputType): GraphQLInputType => (isNonNullType(type) ? type.ofType : type);

/** A value that is legal for an input type, as JSON. */
export const randomJson = (dice: Dice, type: GraphQLInputType, depth = 4): unknown => {
  if (!isNonNullType(type) && (depth <= 0 || dice.chance(0.15))) return null;
  const inner = nullable(type);
  if (isListType(inner))
    return Array.from({ length: depth > 0 ? dice.roll(3) : 0 }, () => randomJson(dice, inner.ofType, depth - 1));
  if (isEnumType(inner)) return dice.pick(inner.getValues()).name;
  if (!isInputObjectType(inner)) return scalarValues[inner.name];
  const fields = Object.values(inner.getFields()).filter(
    (field) => isRequiredInputField(field) || (depth > 0 && dice.chance(0.6)),
  );
  return Object.fromEntries(fields.map((field) => [field.name, randomJson(dice, field.type, depth - 1)]));
};

/** A literal that is legal for an input type; `variable` gives one that fits, or undefined, for every place in it. */
export const randomLiteral = (
  dice: Dice,
  type: GraphQLInputType,
  variable: (type: GraphQLInputType) => string | undefined,
  depth = 3,
): string => {
  const given = dice.chance(0.3) ? variable(type) : undefined;
  if (given !== undefined) return given;
  if (!isNonNullType(type) && (depth <= 0 || dice.chance(0.15))) return 'null';
  const inner = nullable(type);
  if (isListType(inner)) {
    const items = Array.from({ length: depth > 0 ? dice.roll(3) : 0 }, () =>
      randomLiteral(dice, inner.ofType, variable, depth - 1),
    );
    return `[${items.join(', ')}]`;
  }
  if (isEnumType(inner)) return dice.pick(inner.getValues()).name;
  if (!isInputObjectType(inner)) return JSON.stringify(scalarValues[inner.name]);
  const fields = Object.values(inner.getFields())
    .filter((field) => isRequiredInputField(field) || (depth > 0 && dice.chance(0.5)))
    .map((field) => `${field.name}: ${randomLiteral(dice, field.type, variable, depth - 1)}`);
  return `{ ${fields.join(', ')} }`;
};
