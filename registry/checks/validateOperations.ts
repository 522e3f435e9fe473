import { buildSchema, GraphQLError, Kind, NoDeprecatedCustomRule, parse, validate } from 'graphql';

/** An operation as somebody is about to send it. */
export interface ClientOperation {
  name: string | null;
  body: string;
}

/** What is wrong with an operation, by Rover's names. */
export interface OperationProblem {
  type: 'FAILURE' | 'INVALID' | 'WARNING';
  code: 'DEPRECATED_FIELD' | 'INVALID_OPERATION' | 'NON_PARSEABLE_DOCUMENT';
  description: string;
  operation: ClientOperation;
}

/** Everything that is wrong with operations against an API schema; nothing of one that is right. */
export function validateOperations(input: { apiSdl: string; operations: ClientOperation[] }): OperationProblem[] {
  const schema = buildSchema(input.apiSdl, { assumeValid: true });
  return input.operations.flatMap((operation) => {
    try {
      const document = parse(operation.body);
      // Validation is silent where the schema has no such root. https://spec.graphql.org/draft/#sec-Root-Operation-Types
      const rootless = document.definitions.flatMap((node) =>
        node.kind === Kind.OPERATION_DEFINITION && !schema.getRootType(node.operation)
          ? [new GraphQLError(`The schema has no ${node.operation}s.`, { nodes: node })]
          : [],
      );
      const failures = [...rootless, ...validate(schema, document)].map((error) =>
        problem('FAILURE', 'INVALID_OPERATION', error),
      );
      const warnings = validate(schema, document, [NoDeprecatedCustomRule]).map((error) =>
        problem('WARNING', 'DEPRECATED_FIELD', error),
      );
      return [...failures, ...warnings].map((found) => ({ ...found, operation }));
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return [{ ...problem('INVALID', 'NON_PARSEABLE_DOCUMENT', error), operation }];
    }
  });
}

function problem(type: OperationProblem['type'], code: OperationProblem['code'], error: GraphQLError) {
  const [place] = error.locations ?? [];
  const description = place ? `${error.message} (line ${place.line}, column ${place.column})` : error.message;
  return { type, code, description };
}
