import { randomBytes } from 'node:crypto';
import { traceIdOf } from '@banyan/kit';
import type { TracingConfig } from './settings.ts';
import type { Asked } from './tracing.ts';

/** Decides whether a request is traced. */
export type Sample = (asked: Asked) => boolean;

type Sampling = Pick<TracingConfig, 'OTEL_TRACES_SAMPLER_ARG' | 'TRACE_PARENTS'>;

/**
 * The client's decision where it is trusted; otherwise a share of all trace ids. Which ones is a secret of this process: a client can
 * choose its trace id, and must not be able to choose one that is always traced.
 */
export function createSample({ OTEL_TRACES_SAMPLER_ARG: ratio, TRACE_PARENTS: parents }: Sampling): Sample {
  const limit = Math.round(ratio * 2 ** 32);
  const secret = randomBytes(4).readInt32BE();
  const isInShare: Sample = ({ correlationId }) =>
    limit > 0 && (Number.parseInt(correlationId.slice(-8), 16) ^ secret) >>> 0 < limit;
  if (parents === 'ignored') return isInShare;
  return (asked) => {
    const { traceparent } = asked.headers;
    if (typeof traceparent !== 'string' || traceIdOf(traceparent) !== asked.correlationId) return isInShare(asked);
    return isSampled(traceparent);
  };
}

/** https://www.w3.org/TR/trace-context/#sampled-flag */
const isSampled = (traceparent: string): boolean => (Number.parseInt(traceparent.slice(-2), 16) & 1) === 1;
