import { type GraphQLSchema, getNamedType, isInterfaceType, isObjectType } from 'graphql';
import type { Change } from '../changes/change.ts';
import { memberCoordinate } from '../changes/coordinate.ts';
import type { SchemaPair } from './touch.ts';

/** The fields which an operation need but ask for to be broken by a change. */
export type FieldsOfChange = (change: Change) => readonly string[];

/**
 * Finds the fields that bring an operation to a breaking change, whatever else it says. They are given as a usage report
 * names them: on the type, be it an interface, that the operation asks them of.
 */
export const fieldsOfChange = (schemas: SchemaPair): FieldsOfChange => {
  let giving: ReadonlyMap<string, readonly string[]> | undefined;
  const fieldsGiving = (type: string): readonly string[] => {
    giving ??= fieldsByAnswer(schemas.before);
    return giving.get(type) ?? [];
  };

  return ({ code, coordinate, effect }) => {
    if (effect !== 'breaking') return [];
    switch (code) {
      case 'FIELD_REMOVED':
        return [coordinate];
      case 'REQUIRED_ARG_ADDED':
        return [coordinate.replace(/\(.*$/, '')];
      case 'FIELD_CHANGED_TYPE':
        return [coordinate, ...onInterfaces(coordinate, schemas)];
      case 'TYPE_REMOVED':
      case 'TYPE_CHANGED_KIND':
        return [...ownFields(coordinate, schemas.before), ...fieldsGiving(coordinate)];
      case 'VALUE_REMOVED_FROM_ENUM':
        return fieldsGiving(coordinate.replace(/\..*$/, ''));
      default:
        return [];
    }
  };
};

/** A field that is asked of an interface is answered by the types that implement it before and after. */
const onInterfaces = (coordinate: string, { before, after }: SchemaPair): string[] => {
  const [type = '', field = ''] = coordinate.split('.');
  const [old, now] = [before.getType(type), after.getType(type)];
  if (!isObjectType(old) || !isObjectType(now)) return [];
  const kept = new Set(now.getInterfaces().map(({ name }) => name));
  const asked = old.getInterfaces().filter((one) => kept.has(one.name) && field in one.getFields());
  return asked.map(({ name }) => memberCoordinate(name, field));
};

const ownFields = (name: string, schema: GraphQLSchema): string[] => {
  const type = schema.getType(name);
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : [];
  return [...fields, '__typename'].map((field) => memberCoordinate(name, field));
};

const fieldsByAnswer = (schema: GraphQLSchema): ReadonlyMap<string, readonly string[]> => {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
  const fields = types.flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({
      coordinate: memberCoordinate(type.name, field.name),
      answer: getNamedType(field.type).name,
    })),
  );
  const grouped = Map.groupBy(fields, ({ answer }) => answer);
  return new Map([...grouped].map(([answer, found]) => [answer, found.map(({ coordinate }) => coordinate)]));
};
