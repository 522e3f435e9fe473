import { failure, newTraceId, traceIdOf, traceparentFor } from '@banyan/kit';

/** What the transport knows of the client's request for which it fetches. */
export interface TransportContext {
  /** The `authorization` header for subgraphs; empty for none. */
  authorization: string;
  /** The W3C trace id. */
  correlationId: string;
  /** The `traceparent` header for this fetch, where a span was opened for it; otherwise one is made from the correlation id. */
  traceparent?: string;
  /** When the client's request must be answered: milliseconds since the epoch, or Infinity. */
  deadline: number;
  /** Ask for the subgraph's own trace. */
  trace?: boolean;
  /** Ends when nobody waits for the client's request any more. A mutation, once asked for, goes on all the same. */
  signal?: AbortSignal;
}

/** All the headers of a fetch, names and values by turns, as undici takes them fastest. */
export type HeaderList = string[];

/** Tabs, printable ASCII and the octets beyond it (RFC 9110, 5.5): nothing that could end a header and begin another. */
const fieldValue = /^[\t\x20-\x7e\x80-\xff]*$/;
const traceId = /^(?!0{32})[0-9a-f]{32}$/;

const always = [
  'content-type',
  'application/json',
  'accept',
  'application/graphql-response+json, application/json;q=0.9',
  // To decompress costs more than the wire between a gateway and its subgraphs, and a small answer could unfold without a bound.
  'accept-encoding',
  'identity',
];

/**
 * The headers for one fetch. Nothing of the client's request gets through that is not named here.
 * @throws UNAUTHENTICATED when the credential cannot be the value of a header.
 */
export function headersFor(context: TransportContext): HeaderList {
  const { authorization, correlationId, traceparent, trace } = context;
  const headers = [...always, 'traceparent'];
  // A malformed trace is begun anew. https://www.w3.org/TR/trace-context/#a-traceparent-is-received
  if (traceparent !== undefined && traceIdOf(traceparent)) headers.push(traceparent);
  else headers.push(traceparentFor(traceId.test(correlationId) ? correlationId : newTraceId()));
  if (authorization) {
    if (!fieldValue.test(authorization)) throw failure('UNAUTHENTICATED', 'The authorization header is malformed.');
    headers.push('authorization', authorization);
  }
  if (trace) headers.push('apollo-federation-include-trace', 'ftv1');
  return headers;
}
