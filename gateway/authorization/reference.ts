import {
  buildASTSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  parse,
} from 'graphql';
import type { Refusal } from './part.ts';

/** For tests: the schema of a supergraph, its directives unread. */
export const schemaOf = (supergraphSdl: string): GraphQLSchema =>
  buildASTSchema(parse(supergraphSdl), { assumeValidSDL: true });

export interface Answer {
  data: unknown;
  /** The coordinates whose resolvers ran, by runtime type. */
  read: Set<string>;
}

/**
 * For tests: answers an operation by graphql-js with made-up data, the same for the same response path, and gives null for
 * refused fields. It says what an executor should answer for `projection`, and which fields the answer to `document` reads.
 */
export function answer(
  schema: GraphQLSchema,
  document: DocumentNode,
  { refused = new Map(), variableValues = {} }: { refused?: ReadonlyMap<FieldNode, Refusal>; variableValues?: object },
): Answer {
  const read = new Set<string>();
  const result = execute({
    schema,
    document,
    variableValues: { ...variableValues },
    fieldResolver: (_source, _args, _context, { fieldNodes, parentType, fieldName, returnType, path }) => {
      if (fieldNodes.every((node) => refused.has(node))) return null;
      read.add(`${parentType.name}.${fieldName}`);
      const keys: (string | number)[] = [];
      for (let at: typeof path | undefined = path; at; at = at.prev) keys.unshift(at.key);
      return madeUp(schema, returnType, keys.join('.'));
    },
  }) as ExecutionResult;
  return { data: JSON.parse(JSON.stringify(result.data)), read };
}

function madeUp(schema: GraphQLSchema, type: GraphQLOutputType, path: string): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [0, 1].map((index) => madeUp(schema, nullable.ofType, `${path}.${index}`));
  if (!isCompositeType(nullable)) return 'enum' in nullable ? undefined : 7;
  const types = isAbstractType(nullable) ? schema.getPossibleTypes(nullable) : [nullable];
  return { __typename: types[sum(path) % types.length]?.name };
}

const sum = (text: string): number => [...text].reduce((total, char) => (total * 31 + char.charCodeAt(0)) % 9973, 7);
