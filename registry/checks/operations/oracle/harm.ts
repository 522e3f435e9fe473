import {
  type DocumentNode,
  GraphQLNonNull,
  type GraphQLSchema,
  getVariableValues,
  isEnumType,
  isInputType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  type VariableNode,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Dice } from './dice.ts';
import { randomJson } from './randomValue.ts';
import { type HasValue, unreadable } from './readable.ts';
import { randomResponse, withTypes } from './response.ts';

/**
 * What a change of schema does to an operation, found by trying: it is validated, and sent with random variables that
 * were legal before, to be answered at random by the new schema, and by the old one, whose every enum value must still be
 * one. Undefined when nothing of that went wrong.
 */
export const harmDone = (
  dice: Dice,
  before: GraphQLSchema,
  after: GraphQLSchema,
  document: DocumentNode,
  tries: number,
): string | undefined => {
  const invalid = validate(after, document)[0];
  if (invalid) return `invalid: ${invalid.message}`;
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('there is no operation');
  const typed = withTypes(document);
  const neverNull = variablesNeverNull(before, document);
  for (let attempt = 0; attempt < tries; attempt++) {
    const variables = randomVariables(dice, before, operation, neverNull);
    const definitions = operation.variableDefinitions ?? [];
    const legal = getVariableValues(before, definitions, variables);
    if (legal.errors) throw new Error(`variables that were not legal: ${legal.errors.join(', ')}`);
    const refused = getVariableValues(after, definitions, variables).errors?.[0];
    if (refused) return `variables refused: ${refused.message}`;
    const { data, errors } = randomResponse(dice, after, typed, variables);
    // A non-null field without a value takes its parents with it, which the check below sees.
    const failure = errors?.find(({ message }) => !message.startsWith('Cannot return null'));
    if (failure) return `failed: ${failure.message}`;
    const wrong = unreadable(before, typed, { ...legal.coerced }, data);
    if (wrong) return `unreadable: ${wrong}`;
    const earlier = randomResponse(dice, before, typed, variables);
    const lost = unreadable(before, typed, { ...legal.coerced }, earlier.data, stillIn(after));
    if (lost) return `lost: ${lost}`;
  }
  return undefined;
};

/** A type that is no enum any more is another change than a value that is gone. */
const stillIn =
  (schema: GraphQLSchema): HasValue =>
  ({ name }, value) => {
    const type = schema.getType(name);
    return !isEnumType(type) || type.getValue(value) !== undefined;
  };

const randomVariables = (
  dice: Dice,
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  neverNull: ReadonlySet<string>,
): Record<string, unknown> => {
  const values: Record<string, unknown> = {};
  for (const { variable, type, defaultValue } of variableDefinitions) {
    const known = typeFromAST(schema, type);
    if (!isInputType(known)) throw new Error('a variable of no input type');
    const name = variable.name.value;
    const legal = neverNull.has(name) && !isNonNullType(known) ? new GraphQLNonNull(known) : known;
    const needed = isNonNullType(legal) && defaultValue?.kind === Kind.NULL;
    const optional = !needed && (!isNonNullType(known) || defaultValue !== undefined);
    if (!optional || dice.chance(0.7)) values[name] = randomJson(dice, legal);
  }
  return values;
};

/** Variables of a nullable type in a place that takes no null: their default lets them be there, a null was an error. */
const variablesNeverNull = (schema: GraphQLSchema, document: DocumentNode): Set<string> => {
  const found = new Set<string>();
  const typeInfo = new TypeInfo(schema);
  const look = ({ name }: VariableNode): void => {
    if (isNonNullType(typeInfo.getInputType())) found.add(name.value);
  };
  visit(document, visitWithTypeInfo(typeInfo, { Variable: look, VariableDefinition: () => false }));
  return found;
};
