import { type GraphQLObjectType, type GraphQLSchema, isAbstractType, isCompositeType } from 'graphql';

/**
 * The object types that a selection on a type can meet. A field that is asked of an interface is answered by the field
 * of the object type that comes, which may promise more than the interface does and has its own default values:
 * https://spec.graphql.org/draft/#sec-Objects.Type-Validation
 */
export const objectTypesOf = (schema: GraphQLSchema, name: string): readonly GraphQLObjectType[] => {
  const type = schema.getType(name);
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
};

/** Whether values of a composite type can be of an object type. */
export const canBe = (schema: GraphQLSchema, composite: string, object: string): boolean => {
  const type = schema.getType(composite);
  if (!isCompositeType(type)) return false;
  if (!isAbstractType(type)) return composite === object;
  const member = schema.getType(object);
  return member !== undefined && 'getInterfaces' in member && schema.isSubType(type, member);
};
