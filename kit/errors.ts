import { GraphQLError, type GraphQLErrorExtensions, type GraphQLFormattedError } from 'graphql';
import { v7 as uuid } from 'uuid';
import type { Logger } from './log.ts';

/** Every code that a client may see in `extensions.code`: its HTTP status when it ends the whole request, and what it says by default. */
export const errorTable = {
  BAD_USER_INPUT: { status: 400, message: 'The input is not valid.' },
  UNAUTHENTICATED: { status: 401, message: 'Sign in first.' },
  FORBIDDEN: { status: 403, message: 'You may not do this.' },
  NOT_FOUND: { status: 404, message: 'There is no such thing.' },
  CONFLICT: { status: 409, message: 'Somebody else changed the same thing at the same time. Try again.' },
  RATE_LIMITED: { status: 429, message: 'Too many requests. Wait before you try again.' },
  OPERATION_TOO_COSTLY: { status: 400, message: 'The operation costs more than the limit.' },
  PERSISTED_QUERY_NOT_FOUND: { status: 200, message: 'PersistedQueryNotFound' },
  SUBGRAPH_UNAVAILABLE: { status: 503, message: 'A part of the service is not available now. Try again later.' },
  SUBGRAPH_TIMEOUT: { status: 504, message: 'A part of the service did not answer in time. Try again.' },
  INTERNAL_SERVER_ERROR: { status: 500, message: 'Something went wrong on our side.' },
} as const;

export type ErrorCode = keyof typeof errorTable;

/** Codes of GraphQL over HTTP itself, set by Apollo Server; their messages speak of the request alone and are safe to show. */
const protocolCodes = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** A GraphQL error with a code of the table: for what the caller cannot mend in the input (that is a `UserMistake`). */
export function failure(code: ErrorCode, message: string = errorTable[code].message, extensions = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { ...extensions, code } });
}

/** The same, ending the whole request with the code's HTTP status: for what is found before any field runs. */
export function refusal(code: ErrorCode, message?: string): GraphQLError {
  return failure(code, message, { http: { status: errorTable[code].status } });
}

/** True when `error` carries this code of the table. */
export function hasCode(error: unknown, code: ErrorCode): boolean {
  return error instanceof GraphQLError && error.extensions.code === code;
}

/**
 * What leaves a service for one error: an expected one with its code and message, an unexpected one with an id and no word of
 * its inside. The log has everything under that id. In development (`NODE_ENV=development`) the inside is shown.
 */
export function formatError(
  service: string,
  log: Logger,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const { stacktrace: _stack, serviceName, ...extensions } = (formatted.extensions ?? {}) as GraphQLErrorExtensions;
    const code = extensions.code as ErrorCode;
    // @apollo/gateway says so of an error that came from a subgraph which does not name itself.
    const from = { service: serviceName ?? service };
    const place = { locations: formatted.locations, path: formatted.path };
    if (protocolCodes.has(code)) return { message: formatted.message, ...place, extensions };
    if (code !== 'INTERNAL_SERVER_ERROR' && Object.hasOwn(errorTable, code)) {
      return { message: formatted.message, ...place, extensions: { ...from, ...extensions } };
    }
    if (typeof extensions.errorId === 'string') return { ...formatted, extensions };
    const errorId = uuid();
    const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    if ((original as Error).name === 'TimeoutError') {
      log.warn({ err: original, errorId, path: formatted.path }, 'a store did not answer in time');
      const { message } = errorTable.SUBGRAPH_TIMEOUT;
      return { message, ...place, extensions: { ...from, code: 'SUBGRAPH_TIMEOUT', errorId } };
    }
    log.error({ err: original, errorId, path: formatted.path }, 'unexpected error');
    const inside = process.env.NODE_ENV === 'development' ? { cause: String(original) } : {};
    return {
      message: `${errorTable.INTERNAL_SERVER_ERROR.message} The log has it under ${errorId}.`,
      ...place,
      extensions: { ...from, code: 'INTERNAL_SERVER_ERROR', errorId, ...inside },
    };
  };
}
