import type { ClientRequest } from '../pipeline/operation.ts';

/** Why a request is none of GraphQL: the status of HTTP, and what is told. */
export interface Complaint {
  status: number;
  message: string;
}

interface HttpRequest {
  method: string;
  headers: Record<string, unknown>;
  query: unknown;
  body: unknown;
}

const token = 'x-graphql-event-stream-token';

/** Reads what a request asks for. https://graphql.github.io/graphql-over-http/draft/#sec-Request */
export function readRequest({ method, headers, query, body }: HttpRequest): ClientRequest | Complaint {
  const parameters = isObject(query) ? query : {};
  // https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverSSE.md#single-connection-mode
  if (method === 'PUT' || method === 'DELETE' || headers[token] !== undefined || parameters.token !== undefined) {
    return {
      status: 405,
      message: 'The single connection mode of GraphQL over SSE is not offered. Use distinct connections.',
    };
  }
  if (method === 'GET') return readQuery(parameters);
  if (method !== 'POST') return { status: 405, message: 'Ask with GET or POST.' };
  // A form of another site can send all but JSON without being asked. https://fetch.spec.whatwg.org/#cors-safelisted-request-header
  if (!isObject(body)) return { status: 415, message: 'The body must be an object of the type application/json.' };
  return readParameters(body);
}

function readQuery(parameters: Record<string, unknown>): ClientRequest | Complaint {
  try {
    const { variables, extensions } = parameters;
    return readParameters({ ...parameters, variables: parsed(variables), extensions: parsed(extensions) });
  } catch {
    return { status: 400, message: '"variables" and "extensions" must be JSON.' };
  }
}

const parsed = (text: unknown): unknown => (typeof text === 'string' && text ? JSON.parse(text) : undefined);

function readParameters({ query, operationName, variables, extensions }: Record<string, unknown>) {
  if (!isTextOrNothing(query)) return { status: 400, message: '"query" must be a string.' };
  if (!isTextOrNothing(operationName)) return { status: 400, message: '"operationName" must be a string.' };
  if (!isObjectOrNothing(variables)) return { status: 400, message: '"variables" must be an object.' };
  if (!isObjectOrNothing(extensions)) return { status: 400, message: '"extensions" must be an object.' };
  return { query: query ?? undefined, operationName, variables, extensions };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isObjectOrNothing = (value: unknown): value is Record<string, unknown> | null | undefined =>
  value == null || isObject(value);
const isTextOrNothing = (value: unknown): value is string | null | undefined =>
  value == null || typeof value === 'string';
