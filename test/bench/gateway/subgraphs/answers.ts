import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import { execute } from '../workload/execution.ts';
import { type SubgraphName, subgraphNames, subgraphSdls } from '../workload/schemas.ts';
import { httpAnswer } from './http.ts';
import { fieldTrace } from './trace.ts';

/** Answers are kept until there are so many of them. */
const most = 20_000;

/**
 * What the subgraphs answer: each distinct request is parsed and executed once, afterwards its bytes are found by its own,
 * so that subgraphs cost next to nothing.
 */
export function subgraphAnswers() {
  const schemas = new Map<string, GraphQLSchema>(subgraphNames.map((name) => [name, schemaOf(name)]));
  const kept = new Map<string, Buffer>();

  return (path: string, body: Buffer, isTraced: boolean): Buffer | undefined => {
    const schema = schemas.get(path);
    if (!schema) return undefined;
    const text = body.toString();
    const key = `${isTraced}${path}${text}`;
    let answer = kept.get(key);
    if (answer === undefined) {
      answer = httpAnswer(JSON.stringify(answerOf(schema, text, isTraced)));
      if (kept.size >= most) kept.clear();
      kept.set(key, answer);
    }
    return answer;
  };
}

function schemaOf(name: SubgraphName): GraphQLSchema {
  const schema = buildSubgraphSchema(parse(subgraphSdls[name]));
  // Its own resolver answers later, which costs turns of the event loop; ours at once.
  const entities = schema.getQueryType()?.getFields()._entities;
  if (entities) delete entities.resolve;
  return schema;
}

function answerOf(schema: GraphQLSchema, text: string, isTraced: boolean) {
  const { query, variables, operationName } = JSON.parse(text);
  const operation = { document: parse(query), variables, operationName };
  if (!isTraced) return execute(schema, operation);
  const trace = fieldTrace();
  const answer = execute(schema, operation, trace.note);
  return { ...answer, extensions: { ftv1: trace.encode() } };
}
