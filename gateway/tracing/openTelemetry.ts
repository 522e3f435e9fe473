import type { Logger } from '@banyan/kit';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  resourceAttributesEnvDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { AlwaysOnSampler, BatchSpanProcessor, RandomIdGenerator, TracerProvider } from '@opentelemetry/sdk-trace';
import { audibly } from './audibleExporter.ts';
import { beginRequest } from './requestTrace.ts';
import { createSample } from './sampling.ts';
import type { TracingConfig } from './settings.ts';
import type { Tracing } from './tracing.ts';

/** How long the gateway waits at its end for its last traces. */
const endMs = 2_000;
/** Spans that wait to be sent. What comes beyond them while the collector is slow is dropped. */
const maxQueueSize = 4_096;
const longestValue = 256;

/** Traces to a collector at `url`. Nothing of it is global: whoever else uses OpenTelemetry in this process is left alone. */
export function openTelemetry(url: string, config: TracingConfig, log: Logger): Tracing {
  const sample = createSample(config);
  const exporter = audibly(new OTLPTraceExporter({ url }), log);
  const random = new RandomIdGenerator();
  /** Of the trace that is begun now. */
  let traceId = '';
  const provider = new TracerProvider({
    // Decided before: what gets as far as here is traced.
    sampler: new AlwaysOnSampler(),
    idGenerator: { generateTraceId: () => traceId, generateSpanId: () => random.generateSpanId() },
    resource: defaultResource()
      .merge(detectResources({ detectors: [resourceAttributesEnvDetector] }))
      .merge(resourceFromAttributes({ 'service.name': config.OTEL_SERVICE_NAME })),
    spanLimits: { attributeValueLengthLimit: longestValue },
    spanProcessors: [
      new BatchSpanProcessor({ exporter, maxQueueSize, scheduledDelayMillis: config.OTEL_BSP_SCHEDULE_DELAY }),
    ],
  });
  const tracer = provider.getTracer('gateway');

  return {
    begin(asked) {
      if (!sample(asked)) return undefined;
      traceId = asked.correlationId;
      return beginRequest(tracer, asked);
    },
    async stop() {
      let timer: NodeJS.Timeout | undefined;
      const deadline = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, endMs);
      });
      // What goes wrong with it has been logged.
      const last = provider.shutdown().catch(() => {});
      await Promise.race([last, deadline]);
      clearTimeout(timer);
    },
  };
}
