import { setting } from '@banyan/kit';
import { z } from 'zod';

/**
 * What the operator can set of tracing: an endpoint turns it on. What else OpenTelemetry names for exporting by OTLP over HTTP
 * (headers, compression, time-outs, certificates) and for resources holds as well.
 * https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
 */
export const tracingSettings = z.object({
  /** The base URL of a collector, to which `/v1/traces` is added. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** Where traces go, as it is; more than the base URL. */
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  OTEL_SERVICE_NAME: z.string().default('gateway'),
  /** The share of requests that are traced, 0 to 1. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(0.01),
  /** How long a span waits at most for others to be sent with. */
  OTEL_BSP_SCHEDULE_DELAY: setting.milliseconds.default(5_000),
  /** Whether a client's `traceparent` says if its request is traced. Trusted, anybody who can ask can have everything traced. */
  TRACE_PARENTS: z.enum(['trusted', 'ignored']).default('ignored'),
});

export type TracingConfig = z.output<typeof tracingSettings>;

/** Where traces go, or undefined for nowhere. https://opentelemetry.io/docs/specs/otel/protocol/exporter/ */
export function tracesUrl(config: TracingConfig): string | undefined {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: base, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: exact } = config;
  return exact ?? (base && `${base.replace(/\/+$/, '')}/v1/traces`);
}
