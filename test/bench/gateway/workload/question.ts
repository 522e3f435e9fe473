import { buildSchema, parse, validate } from 'graphql';
import { execute } from './execution.ts';
import { clientSdl } from './schemas.ts';

const clientSchema = buildSchema(clientSdl);

/** What a client sends, with the only right answer to it. */
export interface Question {
  /** The body of the request. */
  body: string;
  /** The answer's `data` as JSON, keys in the order that the operation asks for them. */
  data: string;
}

/** @throws Error when the operation is wrong, or its answer has errors. */
export function ask(query: string, variables?: Record<string, unknown>): Question {
  const document = parse(query);
  const [problem] = validate(clientSchema, document);
  if (problem) throw problem;
  const { data, errors } = execute(clientSchema, { document, variables });
  if (errors?.[0]) throw errors[0];
  return { body: JSON.stringify({ query, variables }), data: JSON.stringify(data) };
}
