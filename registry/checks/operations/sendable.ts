import { type GraphQLNamedType, type GraphQLSchema, getNamedType, isEnumType, isInputObjectType } from 'graphql';
import { memberCoordinate } from '../changes/coordinate.ts';
import type { Manner } from './use.ts';

/** A use that a value of a type could make. */
export interface PossibleUse {
  readonly coordinate: string;
  readonly manner: Manner;
}

const ofField: readonly Manner[] = ['sent', 'blank', 'leftOut'];

/** What some value of an input type could use of that type itself. */
export const ownUses = (type: GraphQLNamedType): PossibleUse[] => {
  const uses: PossibleUse[] = [{ coordinate: type.name, manner: 'anything' }];
  if (isEnumType(type)) {
    for (const { name } of type.getValues())
      uses.push({ coordinate: memberCoordinate(type.name, name), manner: 'sent' });
  } else if (isInputObjectType(type)) {
    for (const name of Object.keys(type.getFields())) {
      const coordinate = memberCoordinate(type.name, name);
      uses.push(...ofField.map((manner) => ({ coordinate, manner })));
    }
  }
  return uses;
};

/** An input type and all input types below it, however deep. */
export type SendableTypes = (name: string) => GraphQLNamedType[];

/** Input types may refer to themselves, so each is entered once. What is directly below a type is found out once for all. */
export const sendableTypesOf = (schema: GraphQLSchema): SendableTypes => {
  const directlyBelow = new Map<GraphQLNamedType, readonly GraphQLNamedType[]>();
  const below = (type: GraphQLNamedType): readonly GraphQLNamedType[] => {
    const known = directlyBelow.get(type);
    if (known) return known;
    const fields = isInputObjectType(type) ? Object.values(type.getFields()) : [];
    const found = [...new Set(fields.map((field) => getNamedType(field.type)))];
    directlyBelow.set(type, found);
    return found;
  };
  return (name) => {
    const type = schema.getType(name);
    const entered = new Set<GraphQLNamedType>(type && [type]);
    // A set is walked in the order of insertion, what is added on the way included.
    for (const one of entered) for (const next of below(one)) entered.add(next);
    return [...entered];
  };
};
