import {
  type DocumentNode,
  executeSync,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  visit,
} from 'graphql';
import type { Dice } from './dice.ts';
import { scalarValues } from './randomValue.ts';

/** What the checker asks besides, to know of which type every object is. */
export const typeKey = '__t';

/** The operation with the type of every object asked for. */
export const withTypes = (document: DocumentNode): DocumentNode => {
  const [typed] = parse(`{ ${typeKey}: __typename }`).definitions;
  const extra = typed?.kind === Kind.OPERATION_DEFINITION ? typed.selectionSet.selections : [];
  return visit(document, { SelectionSet: (node) => ({ ...node, selections: [...extra, ...node.selections] }) });
};

/** A response that the schema can give, from resolvers that answer at random what their types allow. */
export const randomResponse = (
  dice: Dice,
  schema: GraphQLSchema,
  document: DocumentNode,
  variableValues: Readonly<Record<string, unknown>>,
) => {
  const answer = (type: GraphQLOutputType): unknown => {
    if (isNonNullType(type)) return answerNonNull(type.ofType);
    return dice.chance(0.2) ? null : answerNonNull(type);
  };
  const answerNonNull = (type: GraphQLOutputType): unknown => {
    if (isListType(type)) return Array.from({ length: dice.roll(3) }, () => answer(type.ofType));
    if (isEnumType(type)) return dice.pick(type.getValues()).name;
    if (isAbstractType(type)) {
      // An interface that nothing implements has no value at all.
      const possible = schema.getPossibleTypes(type);
      return possible.length > 0 ? { __typename: dice.pick(possible).name } : null;
    }
    return isObjectType(type) ? {} : scalarValues[String(type)];
  };
  return executeSync({
    schema,
    document,
    variableValues,
    fieldResolver: (_source, _args, _context, { returnType }) => answer(returnType),
  });
};
