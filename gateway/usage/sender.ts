import type { ApolloServerPluginUsageReportingOptions } from '@apollo/server/plugin/usageReporting';
import type { Logger } from '@banyan/kit';

type Fetcher = NonNullable<ApolloServerPluginUsageReportingOptions<object>['fetcher']>;

/** Reports on their way at once. Each holds some MiB at most; what comes beyond them while the registry is slow is dropped. */
const atOnce = 4;
/** How long the gateway waits at its end for its last report. */
const endMs = 2_000;
/** An answer that the plugin does not try again. */
const dropped = () => new Response(null, { status: 429, statusText: 'dropped' });

/** How reports travel: a registry that is slow or away costs the reports, a bounded memory, and one line in the log. */
export function createSender(log: Logger) {
  const ending = new AbortController();
  let onTheirWay = 0;
  let lost = 0;

  const fetcher: Fetcher = async (url, init) => {
    if (ending.signal.aborted || onTheirWay >= atOnce) return dropped();
    onTheirWay++;
    try {
      const signal = AbortSignal.any([ending.signal, ...(init?.signal ? [init.signal as AbortSignal] : [])]);
      const response = await fetch(url, { ...(init as RequestInit), signal });
      // Read to the end, or the connection would not be free for the next.
      const text = await response.text();
      if (response.ok && lost > 0) {
        log.info({ lost }, 'usage reports arrive again');
        lost = 0;
      }
      return new Response(text || null, { status: response.status, headers: response.headers });
    } catch (error) {
      if (ending.signal.aborted) return dropped();
      throw error;
    } finally {
      onTheirWay--;
    }
  };

  return {
    fetcher,

    /** A report was dropped after all attempts: said once until one arrives again. */
    failed(error: Error): void {
      lost++;
      if (lost === 1) log.warn({ err: error }, 'usage reports do not arrive and are dropped');
      else log.debug({ err: error, lost }, 'a usage report was dropped');
    },

    /** Runs the last sending, and cuts it off when it takes too long. */
    async end(sendLast: () => Promise<void>): Promise<void> {
      const timer = setTimeout(() => ending.abort(), endMs);
      await sendLast();
      clearTimeout(timer);
    },
  };
}
