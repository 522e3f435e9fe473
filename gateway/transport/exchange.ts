import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { isAnswer } from './answer.ts';
import type { Call } from './call.ts';
import { Fault, type FaultKind } from './fault.ts';
import type { HeaderList } from './headers.ts';

/** One request to a subgraph. */
export interface Message {
  path: string;
  headers: HeaderList;
  body: string;
}

/** How much is read of what is not GraphQL, so that the connection can be used again, and how much of it goes to the log. */
const strangerBytes = 64 * 1024;
const excerptLength = 500;

/**
 * Sends one message and reads the text of the answer, up to so many bytes. When the call is given up it rejects at once; `done` is
 * called when the connection is free (or lost), which may be later while a connection is still being made.
 * @throws Fault
 */
export function exchange(
  pool: Dispatcher,
  message: Message,
  maxBytes: number,
  call: Call,
  done: () => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const { path, headers, body } = message;
    // The call has its own deadline, so undici need not keep timers as well.
    const options = { path, method: 'POST' as const, headers, body, headersTimeout: 0, bodyTimeout: 0 };
    pool.dispatch(options, new Exchange(maxBytes, call, done, resolve, reject));
  });
}

/** Takes what undici reads from the socket: its `request()` without a stream for each answer. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #maxBytes: number;
  readonly #call: Call;
  readonly #done: () => void;
  readonly #resolve: (text: string) => void;
  readonly #reject: (fault: Fault) => void;
  #status = 0;
  #isJson = false;
  #complaint: Fault | undefined;
  #chunks: Buffer[] = [];
  #size = 0;

  constructor(
    maxBytes: number,
    call: Call,
    done: () => void,
    resolve: (text: string) => void,
    reject: (fault: Fault) => void,
  ) {
    this.#maxBytes = maxBytes;
    this.#call = call;
    this.#done = done;
    this.#resolve = resolve;
    this.#reject = reject;
    call.breakOff = reject;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    const { over } = this.#call;
    if (over) controller.abort(over);
    else this.#call.breakOff = (why) => controller.abort(why);
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    // 100 to 199 only announce the answer. A redirect is no answer: to follow it would take the identity somewhere else.
    if (status < 200) return;
    this.#status = status;
    this.#isJson = isJson(headers);
    this.#complaint = this.#isJson ? undefined : this.#fault('not JSON');
    if (Number(headers['content-length']) > this.#maxBytes) controller.abort(tooLarge(this.#maxBytes));
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#complaint) {
      if (this.#size > strangerBytes) controller.abort(this.#complaint);
    } else if (this.#size > this.#maxBytes) {
      this.#chunks = [];
      controller.abort(tooLarge(this.#maxBytes));
      return;
    }
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const [first] = this.#chunks;
    const bytes = this.#chunks.length === 1 && first ? first : Buffer.concat(this.#chunks, this.#size);
    const text = bytes.toString('utf8');
    // A server may give another status to an answer (https://graphql.github.io/graphql-over-http/draft/#sec-Status-Codes), but a
    // proxy in front of it could as well have made what came.
    if (this.#isJson && ((this.#status >= 200 && this.#status < 300) || isAnswer(text))) this.#resolve(text);
    else this.#reject(this.#fault(text.slice(0, excerptLength)));
    // Last, so that what this answer says of the subgraph is known to whoever has waited for the connection.
    this.#done();
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error): void {
    this.#reject(error instanceof Fault ? error : this.#connectionFault(error));
    this.#done();
  }

  #connectionFault(error: NodeJS.ErrnoException): Fault {
    if (this.#status > 0) return new Fault('failed', 'the subgraph broke off', error);
    return new Fault(passing.has(error.code ?? '') ? 'unreachable' : 'failed', 'the subgraph cannot be reached', error);
  }

  #fault(excerpt: string): Fault {
    const kind: FaultKind = proxyFailures.has(this.#status)
      ? 'unreachable'
      : this.#status >= 500
        ? 'failed'
        : 'unusable';
    return new Fault(kind, `HTTP ${this.#status}: ${excerpt}`);
  }
}

/** Errors that say that nothing was answered, and may not come again: refused, reset, closed under us after it had been idle. */
const passing = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'EAI_AGAIN', 'UND_ERR_SOCKET']);

const proxyFailures = new Set([502, 503, 504]);

const tooLarge = (maxBytes: number) => new Fault('unusable', `the answer is longer than ${maxBytes} bytes`);

function isJson(headers: IncomingHttpHeaders): boolean {
  const { 'content-type': type, 'content-encoding': encoding = 'identity' } = headers;
  if (typeof type !== 'string' || encoding !== 'identity') return false;
  const media = type.split(';', 1)[0]?.trim().toLowerCase();
  return media === 'application/json' || media === 'application/graphql-response+json';
}
