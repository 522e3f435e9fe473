import type { Logger } from '@banyan/kit';
import type { SpanExporter } from '@opentelemetry/sdk-trace';

/** `ExportResultCode.SUCCESS` of `@opentelemetry/core`. */
const success = 0;

/** The same exporter; that it fails is said once until it succeeds again. */
export function audibly(exporter: SpanExporter, log: Logger): SpanExporter {
  let lost = 0;
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        if (result.code !== success) {
          if (lost === 0) log.warn({ err: result.error }, 'traces do not arrive and are dropped');
          else log.debug({ err: result.error }, 'traces were dropped');
          lost += spans.length;
        } else if (lost > 0) {
          log.info({ lost }, 'traces arrive again');
          lost = 0;
        }
        done(result);
      });
    },
    forceFlush: async () => exporter.forceFlush?.(),
    shutdown: () => exporter.shutdown(),
  };
}
