import { traceIdOf } from '@banyan/kit';
import {
  type Context,
  createTraceState,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { GraphQLError } from 'graphql';
import type { Asked, FetchTrace, RequestTrace } from './tracing.ts';

/** An operation is called whatever a client likes. */
const longestName = 64;
/** https://www.w3.org/TR/trace-context/#tracestate-limits */
const longestState = 512;

/**
 * Opens the span of a request, below that of the client where it named one. Spans are handed on by hand: to find them through
 * AsyncLocalStorage would cost all requests, also those that are not traced.
 * https://opentelemetry.io/docs/specs/semconv/graphql/graphql-spans/
 */
export function beginRequest(tracer: Tracer, asked: Asked): RequestTrace {
  const span = tracer.startSpan('GraphQL Operation', { kind: SpanKind.SERVER }, parentOf(asked));
  const within = trace.setSpan(ROOT_CONTEXT, span);
  return {
    planned(ms) {
      const now = Date.now();
      tracer.startSpan('plan', { startTime: now - ms }, within).end(now);
    },
    fetch(subgraph, isJoined) {
      const attributes = { 'subgraph.name': subgraph, 'subgraph.joined': isJoined };
      return openFetch(tracer.startSpan(`fetch ${subgraph}`, { kind: SpanKind.CLIENT, attributes }, within));
    },
    end({ operationName, operationType, codes }) {
      if (operationType) {
        const name = operationName?.slice(0, longestName);
        span.updateName(name ? `${operationType} ${name}` : operationType);
        span.setAttribute('graphql.operation.type', operationType);
        if (name) span.setAttribute('graphql.operation.name', name);
      }
      fail(span, codes.map(String));
      span.end();
    },
  };
}

function parentOf({ correlationId: traceId, headers: { traceparent, tracestate } }: Asked): Context {
  if (typeof traceparent !== 'string' || traceIdOf(traceparent) !== traceId) return ROOT_CONTEXT;
  const [, , spanId = '', flags = ''] = traceparent.split('-');
  const isKept = typeof tracestate === 'string' && tracestate.length <= longestState;
  const traceState = isKept ? createTraceState(tracestate) : undefined;
  const traceFlags = Number.parseInt(flags, 16);
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, traceState, isRemote: true });
}

function openFetch(span: Span): FetchTrace {
  const { traceId, spanId, traceState } = span.spanContext();
  return {
    traceparent: `00-${traceId}-${spanId}-01`,
    tracestate: traceState?.serialize() || undefined,
    end(error) {
      if (error !== undefined) fail(span, [nameOf(error)]);
      span.end();
    },
  };
}

/** Its message may tell what nobody who reads traces should know. */
function nameOf(error: unknown): string {
  if (error instanceof GraphQLError) return String(error.extensions.code);
  return error instanceof Error ? error.name : 'unknown';
}

/** https://opentelemetry.io/docs/specs/semconv/registry/attributes/error/ */
function fail(span: Span, codes: readonly string[]): void {
  const [first] = codes;
  if (first === undefined) return;
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute('error.type', first);
  span.setAttribute('graphql.error.count', codes.length);
}
