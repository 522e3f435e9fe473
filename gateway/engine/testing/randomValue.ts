import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { Random } from './random.ts';

/** A value for an argument, as JSON. Input objects end: below the third only what must be given is. */
export function randomValue(type: GraphQLInputType, random: Random, depth = 0): unknown {
  if (isNonNullType(type)) return given(type.ofType, random, depth);
  return random.chance(0.05) ? null : given(type, random, depth);
}

function given(type: Exclude<GraphQLInputType, { ofType: never }>, random: Random, depth: number): unknown {
  if (isNonNullType(type)) return given(type.ofType, random, depth);
  if (isListType(type)) return Array.from({ length: random.below(3) }, () => randomValue(type.ofType, random, depth));
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) || (depth < 3 && random.chance(0.5)),
    );
    return Object.fromEntries(fields.map((field) => [field.name, randomValue(field.type, random, depth + 1)]));
  }
  switch (type.name) {
    case 'Int':
      return random.below(10);
    case 'Float':
      return 1.5;
    case 'Boolean':
      return random.chance(0.5);
    default:
      return `id-${random.below(5)}`;
  }
}
