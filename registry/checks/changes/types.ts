import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';
import type { Change } from './change.ts';
import { compareByName } from './compare.ts';
import { descriptionChanges } from './descriptions.ts';
import { enumChanges } from './enums.ts';
import { fieldChanges } from './fields.ts';
import { inputFieldChanges } from './inputFields.ts';
import { interfaceChanges } from './interfaces.ts';
import { unionChanges } from './unions.ts';

/** What changed in the types. A type of another kind is told of as a whole: its parts have nothing to be compared with. */
export const typeChanges = (before: GraphQLSchema, after: GraphQLSchema): Change[] => {
  const { removed, added, kept } = compareByName(ownTypes(before), ownTypes(after));
  return [
    ...removed.map(({ name: coordinate }): Change => {
      const description = `\`${coordinate}\` was removed.`;
      return { code: 'TYPE_REMOVED', coordinate, description, effect: 'breaking' };
    }),
    ...added.map(({ name: coordinate }): Change => {
      const description = `\`${coordinate}\` was added.`;
      return { code: 'TYPE_ADDED', coordinate, description, effect: 'safe' };
    }),
    ...kept.flatMap(([old, now]) => [
      ...changesOfKind({ schema: before, type: old }, { schema: after, type: now }),
      ...descriptionChanges('TYPE_DESCRIPTION_CHANGE', old.name, old, now),
    ]),
  ];
};

/** Built-in scalars come and go with their first and last use, which says nothing to anyone. */
const ownTypes = (schema: GraphQLSchema): GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));

interface TypeIn {
  readonly schema: GraphQLSchema;
  readonly type: GraphQLNamedType;
}

const changesOfKind = (before: TypeIn, after: TypeIn): Change[] => {
  const [old, now] = [before.type, after.type];
  if (isObjectType(old) && isObjectType(now)) return fieldChanges(old, now);
  if (isInterfaceType(old) && isInterfaceType(now)) {
    const implementers = interfaceChanges({ ...before, type: old }, { ...after, type: now });
    return [...fieldChanges(old, now), ...implementers];
  }
  if (isUnionType(old) && isUnionType(now)) return unionChanges(old, now);
  if (isEnumType(old) && isEnumType(now)) return enumChanges(old, now);
  if (isInputObjectType(old) && isInputObjectType(now)) return inputFieldChanges(old, now);
  if (isScalarType(old) && isScalarType(now)) return specificationChanges(old, now);
  const description = `\`${old.name}\` was ${kindOf(old)} type and is ${kindOf(now)} type now.`;
  return [
    {
      code: 'TYPE_CHANGED_KIND',
      coordinate: old.name,
      before: kindOf(old),
      after: kindOf(now),
      description,
      effect: 'breaking',
    },
  ];
};

const kindOf = (type: GraphQLNamedType): string => {
  if (isObjectType(type)) return 'an object';
  if (isInterfaceType(type)) return 'an interface';
  if (isUnionType(type)) return 'a union';
  if (isEnumType(type)) return 'an enum';
  return isInputObjectType(type) ? 'an input object' : 'a scalar';
};

interface Specified {
  readonly name: string;
  readonly specifiedByURL?: string | null | undefined;
}

/** Another specification may mean values of another form; a first or a withdrawn one only documents. */
const specificationChanges = (old: Specified, now: Specified): Change[] => {
  const before = old.specifiedByURL ?? undefined;
  const after = now.specifiedByURL ?? undefined;
  if (before === after) return [];
  return [
    {
      code: 'TYPE_DESCRIPTION_CHANGE',
      coordinate: old.name,
      member: '@specifiedBy',
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
      description: `The specification of \`${old.name}\` changed from ${before ?? 'none'} to ${after ?? 'none'}.`,
      effect: before !== undefined && after !== undefined ? 'dangerous' : 'safe',
    },
  ];
};
