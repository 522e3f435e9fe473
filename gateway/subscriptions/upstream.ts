import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { Fault } from '../transport/fault.ts';
import type { HeaderList } from '../transport/headers.ts';
import { EventStreamReader, EventTooLarge, type StreamEvent } from './eventStream.ts';

/** A subscription as it is sent to a subgraph. */
export interface UpstreamRequest {
  url: string;
  headers: HeaderList;
  body: string;
}

export interface UpstreamLimits {
  connectMs: number;
  idleMs: number;
  maxEventBytes: number;
}

/** What is told of a subscription to a subgraph. After `answered` and `ended` nothing is. */
export interface UpstreamListener {
  /** The subgraph has accepted it. */
  opened(): void;
  /** The text of one event. */
  event(text: string): void;
  /** There is no stream: the subgraph answered at once, with this. */
  answered(text: string): void;
  /** @param fault absent where the subgraph has completed it */
  ended(fault?: Fault): void;
}

/** A subscription that is open, or being opened. */
export interface UpstreamStream {
  /** Ends it at once, without a word to the listener. */
  leave(): void;
  /** Reads no more until `resume`: the subgraph has to wait. */
  pause(): void;
  resume(): void;
}

/** How much is told to the log of what is no event stream. */
const excerptLength = 500;

/**
 * Subscribes at a subgraph, in the distinct connections mode of GraphQL over SSE
 * (https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverSSE.md#distinct-connections-mode).
 */
export function openUpstream(
  dispatcher: Dispatcher,
  { url, headers, body }: UpstreamRequest,
  limits: UpstreamLimits,
  listener: UpstreamListener,
): UpstreamStream {
  const upstream = new Upstream(limits, listener);
  try {
    const { origin, pathname, search } = new URL(url);
    const path = pathname + search;
    // It has deadlines of its own. `reset`: a connection that a stream had is not used for another one.
    const timeouts = { headersTimeout: 0, bodyTimeout: 0, reset: true };
    dispatcher.dispatch({ origin, path, method: 'POST', headers, body, ...timeouts }, upstream);
  } catch (error) {
    queueMicrotask(() => upstream.end(new Fault('unreachable', 'the subgraph cannot be asked', error)));
  }
  return upstream;
}

class Upstream implements UpstreamStream, Dispatcher.DispatchHandler {
  readonly #limits: UpstreamLimits;
  readonly #events: EventStreamReader;
  #listener: UpstreamListener | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  /** First for the acceptance, then for each sign of life. */
  #timer: NodeJS.Timeout;
  #kind: 'stream' | 'json' | 'stranger' | undefined;
  #isClosed = false;
  #isPaused = false;
  #status = 0;
  #chunks: Buffer[] = [];
  #size = 0;

  constructor(limits: UpstreamLimits, listener: UpstreamListener) {
    this.#limits = limits;
    this.#listener = listener;
    this.#events = new EventStreamReader(limits.maxEventBytes, (event) => this.#take(event));
    const late = () => this.end(new Fault('late', `the subgraph did not accept it within ${limits.connectMs} ms`));
    this.#timer = setTimeout(late, limits.connectMs);
  }

  leave(): void {
    this.#listener = undefined;
    this.#close(gone);
  }

  pause(): void {
    this.#isPaused = true;
    this.#controller?.pause();
  }

  resume(): void {
    this.#isPaused = false;
    if (this.#isClosed) return;
    this.#timer.refresh();
    this.#controller?.resume();
  }

  end(fault?: Fault): void {
    const listener = this.#listener;
    this.#listener = undefined;
    this.#close(fault ?? gone);
    listener?.ended(fault);
  }

  #close(why: Fault): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#chunks = [];
    this.#controller?.abort(why);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#isClosed) controller.abort(gone);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (status < 200) return;
    this.#status = status;
    const media = mediaType(headers);
    if (media === 'text/event-stream' && status === 200) {
      this.#kind = 'stream';
      clearTimeout(this.#timer);
      const { idleMs } = this.#limits;
      const lost = () => {
        // What was not read cannot be missed.
        if (this.#isPaused) this.#timer.refresh();
        else this.end(new Fault('late', `the subgraph has sent nothing for ${idleMs} ms`));
      };
      this.#timer = setTimeout(lost, idleMs);
      this.#listener?.opened();
    } else if (media === 'application/json' || media === 'application/graphql-response+json') this.#kind = 'json';
    else this.#kind = 'stranger';
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (!this.#listener) return;
    if (this.#kind === 'stream') {
      this.#timer.refresh();
      this.#read(chunk);
      return;
    }
    this.#size += chunk.length;
    this.#chunks.push(chunk);
    if (this.#kind === 'stranger' && this.#size >= excerptLength) this.#refuse();
    else if (this.#size > this.#limits.maxEventBytes) this.end(new Fault('unusable', 'the answer is too long'));
  }

  #read(chunk: Buffer): void {
    try {
      this.#events.push(chunk);
    } catch (error) {
      const fault = error instanceof EventTooLarge ? error.message : 'an event could not be handed on';
      this.end(new Fault('unusable', fault, error));
    }
  }

  #take({ type, data }: StreamEvent): void {
    if (type === 'next') this.#listener?.event(data);
    else if (type === 'complete') this.end();
    else this.end(new Fault('unusable', `an event of the type "${type.slice(0, excerptLength)}"`));
  }

  onResponseEnd(): void {
    if (!this.#listener) return;
    if (this.#kind === 'stream') this.end(new Fault('failed', 'the subgraph broke off'));
    else if (this.#kind === 'json') {
      const text = Buffer.concat(this.#chunks).toString();
      const listener = this.#listener;
      this.leave();
      listener.answered(text);
    } else this.#refuse();
  }

  #refuse(): void {
    const excerpt = Buffer.concat(this.#chunks).toString().slice(0, excerptLength);
    this.end(new Fault('unusable', `HTTP ${this.#status} and no event stream: ${excerpt}`));
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error): void {
    const what = this.#status > 0 ? 'the subgraph broke off' : 'the subgraph cannot be reached';
    this.end(error instanceof Fault ? error : new Fault(this.#status > 0 ? 'failed' : 'unreachable', what, error));
  }
}

const gone = new Fault('gone', 'nobody listens any more');

function mediaType({ 'content-type': type, 'content-encoding': encoding = 'identity' }: IncomingHttpHeaders) {
  // graphql-sse says "none", which is no coding that anybody has registered, to keep proxies from compressing its streams.
  if (typeof type !== 'string' || !['identity', 'none'].includes(String(encoding))) return undefined;
  return type.split(';', 1)[0]?.trim().toLowerCase();
}
