import { buildSchema, type GraphQLSchema, validateSchema } from 'graphql';

/** A type as it is printed, `[Kind!]` say. */
export type TypeText = string;

export interface InputModel {
  type: TypeText;
  default?: string;
}

export interface FieldModel {
  type: TypeText;
  args: Record<string, InputModel>;
}

export interface ObjectModel {
  implements: string[];
  fields: Record<string, FieldModel>;
}

/** A schema that is easily changed at random. */
export interface SchemaModel {
  enums: Record<string, string[]>;
  inputs: Record<string, Record<string, InputModel>>;
  interfaces: Record<string, ObjectModel>;
  objects: Record<string, ObjectModel>;
  unions: Record<string, string[]>;
  directive: Record<string, InputModel> | undefined;
}

/** The schema, or undefined where the model makes no valid one. */
export const schemaOf = (model: SchemaModel): GraphQLSchema | undefined => {
  try {
    const schema = buildSchema(printModel(model));
    return validateSchema(schema).length === 0 ? schema : undefined;
  } catch {
    return undefined;
  }
};

export const printModel = (model: SchemaModel): string =>
  [
    'scalar Date',
    ...entries(model.enums, (name, values) => `enum ${name} { ${values.join(' ')} }`),
    ...entries(model.inputs, (name, fields) => `input ${name} { ${printInputs(fields)} }`),
    ...entries(model.interfaces, (name, type) => `interface ${name}${printBody(type)}`),
    ...entries(model.objects, (name, type) => `type ${name}${printBody(type)}`),
    ...entries(model.unions, (name, members) => `union ${name} = ${members.join(' | ')}`),
    ...(model.directive ? [`directive @mark${printArguments(model.directive)} on FIELD`] : []),
  ].join('\n');

const entries = <T>(record: Record<string, T>, print: (name: string, value: T) => string): string[] =>
  Object.entries(record).map(([name, value]) => print(name, value));

const printInputs = (inputs: Record<string, InputModel>): string =>
  entries(inputs, (name, input) => `${name}: ${input.type}${input.default ? ` = ${input.default}` : ''}`).join(' ');

const printArguments = (args: Record<string, InputModel>): string =>
  Object.keys(args).length > 0 ? `(${printInputs(args)})` : '';

const printBody = (type: ObjectModel): string => {
  const interfaces = type.implements.length > 0 ? ` implements ${type.implements.join(' & ')}` : '';
  const fields = entries(type.fields, (name, field) => `${name}${printArguments(field.args)}: ${field.type}`);
  return `${interfaces} { ${fields.join(' ')} }`;
};
