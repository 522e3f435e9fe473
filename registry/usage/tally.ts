import type { Histogram } from './histogram.ts';

/** What one client sent of one operation. */
export interface ClientTally {
  name: string;
  version: string;
  requests: number;
  /** Requests that were answered with an error or more. */
  errors: number;
  latency: Histogram;
}

/** What was sent of one operation. */
export interface OperationTally {
  id: string;
  /** Absent for an anonymous operation. */
  name?: string;
  /** Absent for what was no operation: text that did not parse or validate, or a name that it did not have. */
  signature?: string;
  clients: ClientTally[];
}

/** The use of one field of an object type or interface. */
export interface FieldTally {
  type: string;
  field: string;
  /** Requests whose operation names the field, whether it was executed or not. */
  requests: number;
  /** Executions that a trace has seen. */
  observed: number;
  /** Executions as estimated from those: each counts for all that were not traced. */
  executions: number;
  errors: number;
  latency: Histogram;
}

/** What one report says, added up. */
export interface Tally {
  graphRef: string;
  /** When it happened, in milliseconds since the epoch, as the reporter's clock has it; absent where it does not say. */
  endedAt?: number;
  operations: OperationTally[];
  fields: FieldTally[];
}
