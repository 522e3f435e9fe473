import type { FastifyRequest } from 'fastify';
import type { ClientRequest } from '../pipeline/operation.ts';

/** @returns the request where it is of the common form and nothing about it needs to be interpreted. */
export function commonRequest({ method, headers, body }: FastifyRequest): ClientRequest | undefined {
  if (method !== 'POST' || !isJson(headers['content-type'])) return undefined;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const { query, operationName, variables, extensions } = body as Record<string, unknown>;
  if (typeof query !== 'string' || !(isAbsent(operationName) || typeof operationName === 'string')) return undefined;
  if (!(isAbsent(variables) || isObject(variables))) return undefined;
  // What clients tell of themselves is of no consequence, and a persisted query Apollo Server's.
  if (!isAbsent(extensions) && (!isObject(extensions) || 'persistedQuery' in extensions)) return undefined;
  return { query, operationName: operationName as string | undefined, variables, extensions };
}

const isJson = (type: string | undefined): boolean =>
  type === 'application/json' || type === 'application/json; charset=utf-8';
const isAbsent = (value: unknown): value is undefined | null => value === undefined || value === null;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
