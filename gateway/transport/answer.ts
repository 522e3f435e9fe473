import type { SubgraphAnswer, SubgraphError } from '../engine/subgraphs.ts';
import { Fault } from './fault.ts';

type Json = Record<string, unknown>;

/** What an error says that came without a message, or was none. */
export const undescribed = 'The service reported an error that it did not describe.';

/**
 * Reads the body of an answer (https://spec.graphql.org/September2025/#sec-Response-Format). Errors come out with a message, and
 * with a path and extensions only where they have the specified form; `locations`, which are those of a query that no client wrote,
 * do not. A key `__proto__`, which a client may have chosen as an alias, is an own property like any other, as JSON.parse makes it.
 * @throws Fault when it is not an answer.
 */
export function readAnswer(text: string): SubgraphAnswer {
  const body = parse(text);
  if (!isObject(body)) throw new Fault('unusable', 'the answer is not an object');
  const { data, errors, extensions } = body;
  const answer: SubgraphAnswer = {};
  // Some servers say `"errors": null` or `[]` for none.
  const reported = errors ?? [];
  if (!Array.isArray(reported)) throw new Fault('unusable', 'the errors of the answer are not a list');
  if (reported.length > 0) answer.errors = reported.map(readError);
  if (data === undefined) {
    if (!answer.errors) throw new Fault('unusable', 'the answer has neither data nor errors');
  } else if (data === null || isObject(data)) answer.data = data;
  else throw new Fault('unusable', 'the data of the answer is not an object');
  if (isObject(extensions)) answer.extensions = extensions;
  return answer;
}

/** True when the text is an answer of GraphQL, and not something of a proxy's. */
export function isAnswer(text: string): boolean {
  try {
    readAnswer(text);
    return true;
  } catch {
    return false;
  }
}

function readError(error: unknown): SubgraphError {
  const { message, path, extensions } = isObject(error) ? error : ({} as Json);
  const read: SubgraphError = { message: typeof message === 'string' ? message : undescribed };
  if (isPath(path)) read.path = path;
  if (isObject(extensions)) {
    // What Apollo Server makes the status of HTTP from: that of our answer is not a subgraph's to say.
    const { http: _, ...rest } = extensions;
    read.extensions = rest;
  }
  return read;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPath = (value: unknown): value is (string | number)[] =>
  Array.isArray(value) && value.every((part) => typeof part === 'string' || Number.isInteger(part));

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Fault('unusable', 'the answer is not JSON', error);
  }
}
