import { failure, type Logger } from '@banyan/kit';
import { GraphQLError } from 'graphql';
import { Agent } from 'undici';
import { variablesFor } from '../engine/compileFetch.ts';
import type { AdmittedOperation } from '../pipeline/operation.ts';
import { Fault } from '../transport/fault.ts';
import { type HeaderList, headersFor } from '../transport/headers.ts';
import { type Ending, Feed } from './feed.ts';
import { isResuming } from './resuming.ts';
import type { SubscriptionSettings } from './settings.ts';
import { openUpstream, type UpstreamRequest, type UpstreamStream } from './upstream.ts';
import { UpstreamEvent } from './upstreamEvent.ts';

/** What is asked of a subgraph for those who listen to the same. */
interface Source {
  readonly feeds: Set<Feed>;
  isAccepted: boolean;
  /** An event has come: whoever joins now has missed it. */
  hasBegun: boolean;
  /** Set once it is asked. */
  stream?: UpstreamStream;
  /** It waits for its only listener. */
  isHeld: boolean;
  close(): void;
}

/** How long its only listener may take nothing while a source waits for it. */
const patienceMs = 5_000;

type Primary = NonNullable<AdmittedOperation['prepared']['primary']>;

/** The subscriptions to subgraphs: one for all who ask the same of the same subgraph, and whom it cannot tell apart. */
export class Hub {
  readonly #settings: SubscriptionSettings;
  readonly #subgraphUrl: (name: string) => string | undefined;
  readonly #log: Logger;
  readonly #agent: Agent;
  readonly #sources = new Map<string, Source>();

  constructor(settings: SubscriptionSettings, subgraphUrl: (name: string) => string | undefined, log: Logger) {
    this.#settings = settings;
    this.#subgraphUrl = subgraphUrl;
    this.#log = log;
    this.#agent = new Agent({ connections: null, pipelining: 1, connectTimeout: settings.SUBSCRIPTION_CONNECT_MS });
  }

  /** Adds a listener. When the last one has left, the subgraph is left as well. */
  join(operation: AdmittedOperation, primary: Primary): Feed {
    const { node } = primary;
    const variables = variablesFor([node], operation.variables);
    const { serviceName, operation: query, operationName } = node;
    const url = this.#subgraphUrl(serviceName);
    const key = JSON.stringify([serviceName, url, query, operationName, variables, operation.context.identity]);
    const known = this.#sources.get(key);
    const canJoin = known && !(known.hasBegun && isResuming(primary, variables));
    const source = canJoin ? known : this.#newSource(key);
    const feed = new Feed(this.#settings.SUBSCRIPTION_QUEUE, () => {
      source.feeds.delete(feed);
      if (source.feeds.size === 0) source.close();
    });
    source.feeds.add(feed);
    if (source.isHeld) release(source);
    if (source.isAccepted) feed.accept();
    if (source !== known) this.#open(source, operation, serviceName, url, { query, operationName, variables });
    return feed;
  }

  async stop(): Promise<void> {
    await this.#agent.destroy();
  }

  #newSource(key: string): Source {
    const source: Source = {
      feeds: new Set(),
      isAccepted: false,
      hasBegun: false,
      isHeld: false,
      close: () => {
        if (this.#sources.get(key) === source) this.#sources.delete(key);
        source.stream?.leave();
      },
    };
    this.#sources.set(key, source);
    return source;
  }

  #open(source: Source, { context }: AdmittedOperation, service: string, url: string | undefined, body: object): void {
    const { correlationId } = context;
    const end = (ending?: Ending) => {
      source.close();
      for (const feed of [...source.feeds]) feed.end(ending);
    };
    const fail = (error: unknown) => end({ error: this.#outward(error, service, correlationId) });
    const read = (text: string): UpstreamEvent | undefined => {
      try {
        return new UpstreamEvent(text);
      } catch (error) {
        fail(error);
        return undefined;
      }
    };
    let request: UpstreamRequest;
    try {
      if (!url) throw new Fault('refused', 'there is no such subgraph');
      request = { url, headers: streamHeaders(headersFor({ ...context, trace: false })), body: JSON.stringify(body) };
    } catch (error) {
      fail(error);
      return;
    }
    const limits = {
      connectMs: this.#settings.SUBSCRIPTION_CONNECT_MS,
      idleMs: this.#settings.SUBSCRIPTION_IDLE_MS,
      maxEventBytes: this.#settings.SUBSCRIPTION_MAX_EVENT_BYTES,
    };
    source.stream = openUpstream(this.#agent, request, limits, {
      opened() {
        source.isAccepted = true;
        for (const feed of source.feeds) feed.accept();
      },
      event(text) {
        source.hasBegun = true;
        const event = read(text);
        if (!event) return;
        const feeds = [...source.feeds];
        for (const feed of feeds) feed.push(event, feeds.length === 1);
        const [only] = feeds;
        if (only && feeds.length === 1 && only.isFull) void hold(source, only);
      },
      answered(text) {
        const refusal = read(text);
        if (refusal?.answer().errors) end({ refusal });
        else if (refusal) fail(new Fault('unusable', 'the subgraph answered a subscription without a stream'));
      },
      ended: (fault) => (fault ? fail(fault) : end()),
    });
  }

  /** As of a fetch that failed: it names the service, and the log knows why. */
  #outward(error: unknown, service: string, correlationId: string): GraphQLError {
    if (error instanceof GraphQLError) return error;
    const code = error instanceof Fault ? error.code : 'SUBGRAPH_UNAVAILABLE';
    this.#log.warn({ err: error, code, subgraph: service, correlationId }, 'subscription to subgraph failed');
    const message = code === 'SUBGRAPH_TIMEOUT' ? 'did not answer in time' : 'is not available now';
    return failure(code, `The service "${service}" ${message}. Try again later.`, { service });
  }
}

function streamHeaders(headers: HeaderList): HeaderList {
  const at = headers.indexOf('accept') + 1;
  return headers.with(at, 'text/event-stream');
}

/**
 * Lets a subgraph wait for its only listener, who has much to take at once, such as all that was missed since some place. Whoever
 * shares a source is not waited for, as others would have to wait, too.
 */
async function hold(source: Source, feed: Feed): Promise<void> {
  if (source.isHeld) return;
  source.isHeld = true;
  source.stream?.pause();
  await feed.room(patienceMs);
  release(source);
}

function release(source: Source): void {
  if (!source.isHeld) return;
  source.isHeld = false;
  source.stream?.resume();
}
