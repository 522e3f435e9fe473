import { newTraceId, traceparentFor } from '../correlation.ts';
import { newId } from '../id.ts';
import { currentRequest } from '../request.ts';

/** What a domain tells of: `data` is for the consumers, `key` and `sequence` for their order. */
export interface DomainEvent {
  /** `<aggregate>.<what happened>`, as in `user.followed`. */
  type: string;
  /** The partition key: events of one key arrive in the order of their sequence numbers. */
  key: string;
  /** Raised for the key by the transaction that writes the event, from 1. */
  sequence: number;
  data: object;
}

/** A CloudEvents 1.0 envelope. https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md */
export interface CloudEvent<Data = unknown> {
  specversion: '1.0';
  id: string;
  source: string;
  type: string;
  /** The partition key. */
  subject: string;
  /** ISO 8601, UTC. */
  time: string;
  datacontenttype: 'application/json';
  /** The trace of the request that caused it. */
  traceparent: string;
  /** The partition key's own count. */
  sequence: number;
  data: Data;
}

/** Puts what happened into its envelope, within the trace of the request that causes it. */
export function envelope(source: string, event: DomainEvent): CloudEvent {
  return {
    specversion: '1.0',
    id: newId(),
    source: `/banyan/${source}`,
    type: event.type,
    subject: event.key,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    traceparent: traceparentFor(currentRequest()?.correlationId ?? newTraceId()),
    sequence: event.sequence,
    data: event.data,
  };
}
