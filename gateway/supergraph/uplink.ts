import { type SupergraphManager, UplinkSupergraphManager } from '@apollo/gateway';
import { type Logger, StartError } from '@banyan/kit';
import { keepSupergraph } from './kept.ts';

const fetchTimeoutMs = 5_000;
/** How an answer begins that is no error: of an error the manager tells. */
const delivers = /"__typename"\s*:\s*"(RouterConfigResult|Unchanged)"/;
const startLength = 200;

export interface UplinkOptions {
  key: string;
  graphRef: string;
  /** Where the registry delivers; asked in turn. */
  endpoints: string[];
  /** Where the last good supergraph is kept. */
  keptIn: string;
}

/**
 * The supergraph that a registry delivers by Apollo's Uplink protocol: each launch takes over within one poll. While the registry is
 * away the last one is served on, at start the one that is kept on disk.
 */
export function supergraphFromUplink(
  { key, graphRef, endpoints, keptIn }: UplinkOptions,
  log: Logger,
): SupergraphManager {
  const kept = keepSupergraph(keptIn, graphRef);
  const closing = new AbortController();
  let isAway = false;

  // Without these a registry that accepts and never answers would hold up a poll, and our own end, for 30 s.
  const fetcher: typeof fetch = async (url, init) => {
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(fetchTimeoutMs)]);
    const answer = await fetch(url, { ...init, signal });
    const text = await answer.text();
    if (isAway && answer.ok && delivers.test(text.slice(0, startLength))) {
      log.info({ graphRef }, 'the registry delivers again');
      isAway = false;
    }
    return new Response(text, { status: answer.status, statusText: answer.statusText });
  };

  const manager = new UplinkSupergraphManager({
    apiKey: key,
    graphRef,
    uplinkEndpoints: endpoints,
    fetcher: fetcher as never,
    maxRetries: endpoints.length - 1,
    logger: log,
    async onFailureToFetchSupergraphSdlDuringInit({ error }) {
      const supergraphSdl = await kept.read();
      if (supergraphSdl === undefined) {
        throw new StartError(
          `The registry does not deliver ${graphRef} (${error.message}), and nothing is kept in ${kept.file} from before. ` +
            'Start the registry and publish to it, or check APOLLO_KEY and APOLLO_SCHEMA_CONFIG_DELIVERY_ENDPOINT.',
        );
      }
      isAway = true;
      log.warn(
        { graphRef },
        `${error.message}. The supergraph kept in ${kept.file} is served until the registry answers.`,
      );
      return supergraphSdl;
    },
    async onFailureToFetchSupergraphSdlAfterInit({ error }) {
      if (!isAway && !closing.signal.aborted)
        log.warn({ graphRef }, `${error.message}. The last supergraph is served on.`);
      isAway = true;
      return null;
    },
  });

  return {
    async initialize(options) {
      const { supergraphSdl, cleanup } = await manager.initialize({
        ...options,
        update(next) {
          options.update(next);
          log.info({ graphRef }, 'the supergraph has changed and is served now');
          keep(next);
        },
      });
      keep(supergraphSdl);
      return {
        supergraphSdl,
        async cleanup() {
          closing.abort();
          await cleanup?.();
        },
      };
    },
  };

  function keep(supergraphSdl: string): void {
    kept.write(supergraphSdl).catch((error: Error) => {
      log.error(
        { err: error, file: kept.file },
        'the supergraph cannot be kept on disk: a start without the registry would fail',
      );
    });
  }
}
