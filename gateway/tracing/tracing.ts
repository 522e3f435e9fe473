import type { IncomingHttpHeaders } from 'node:http';
import type { Logger } from '@banyan/kit';
import { type TracingConfig, tracesUrl } from './settings.ts';

/** Tells a collector of OpenTelemetry what requests took their time for. */
export interface Tracing {
  /** @returns undefined for a request that is not traced: nothing has been made for it. */
  begin(asked: Asked): RequestTrace | undefined;
  /** Sends what there is, within two seconds. */
  stop(): Promise<void>;
}

/** A request as it came: of what trace it is, and the client's `traceparent` and `tracestate`. */
export interface Asked {
  /** The W3C trace id. */
  correlationId: string;
  headers: IncomingHttpHeaders;
}

/** The trace of one request. */
export interface RequestTrace {
  /** The operation was not known and has just been prepared, which took so long. */
  planned(ms: number): void;
  /**
   * A request to a subgraph, about to be sent.
   * @param isJoined several fetches of the plan travel together in it
   */
  fetch(subgraph: string, isJoined: boolean): FetchTrace;
  /** The request is answered. */
  end(outcome: Outcome): void;
}

export interface FetchTrace {
  /** For the request to the subgraph. https://www.w3.org/TR/trace-context/ */
  readonly traceparent: string;
  /** As the client sent it, where it did. */
  readonly tracestate?: string;
  /** To be called once, with the error when no answer came. */
  end(error?: unknown): void;
}

/** What became of a request. */
export interface Outcome {
  operationName?: string | null;
  /** Undefined where the request has not come as far as to an operation. */
  operationType?: string;
  /** Of the errors in the answer. */
  codes: readonly unknown[];
}

/** Begins to trace, where a collector is named. Without one nothing of OpenTelemetry is loaded. */
export async function createTracing(config: TracingConfig, log: Logger): Promise<Tracing> {
  const url = tracesUrl(config);
  if (!url) return { begin: () => undefined, stop: async () => {} };
  const { openTelemetry } = await import('./openTelemetry.ts');
  return openTelemetry(url, config, log);
}
