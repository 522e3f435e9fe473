import { type GraphQLInputType, getNamedType, isEnumType, isInputObjectType } from 'graphql';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A default value as a GraphQL literal with sorted fields, so that equal defaults print equally; undefined where there
 * is none. Not `astFromValue`: that one cannot print what a custom scalar's literal was read as.
 */
export const printDefaultValue = (value: unknown, type: GraphQLInputType | undefined): string | undefined => {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return `[${value.map((item) => printDefaultValue(item, type)).join(', ')}]`;
  const named = type && getNamedType(type);
  if (isRecord(value)) {
    const fields = isInputObjectType(named) ? named.getFields() : {};
    const printed = Object.keys(value)
      .sort()
      .map((name) => `${name}: ${printDefaultValue(value[name], fields[name]?.type) ?? 'null'}`);
    return `{ ${printed.join(', ')} }`;
  }
  return isEnumType(named) && typeof value === 'string' ? value : JSON.stringify(value);
};
