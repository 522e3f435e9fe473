import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { FormattedExecutionResult } from 'graphql';
import type { Connection } from './operations.ts';

/** A comment, which clients pass over. https://html.spec.whatwg.org/multipage/server-sent-events.html#authoring-notes */
const heartbeat = ':\n\n';

/** One answer that is an event stream. */
export class SseStream implements Connection {
  readonly #raw: ServerResponse;
  readonly gone: AbortSignal;
  /** Resolves when the client is gone or everything was sent. */
  readonly closed: Promise<void>;

  constructor(raw: ServerResponse, headers: OutgoingHttpHeaders, heartbeatMs: number) {
    this.#raw = raw;
    // What is written to a client that is gone.
    raw.on('error', () => {});
    raw.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache',
      // nginx would hold events back. https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_buffering
      'x-accel-buffering': 'no',
      // Kept alive for another request, the connection would hold up the end of the server.
      connection: 'close',
    });
    raw.write(heartbeat);
    let wasStuck = false;
    const beating = setInterval(() => {
      const isStuck = raw.writableNeedDrain;
      if (isStuck && wasStuck) raw.destroy();
      else if (!isStuck) raw.write(heartbeat);
      wasStuck = isStuck;
    }, heartbeatMs);
    raw.on('drain', () => {
      wasStuck = false;
    });
    const closing = new AbortController();
    this.gone = closing.signal;
    this.closed = new Promise((resolve) => {
      const close = () => {
        clearInterval(beating);
        closing.abort();
        resolve();
      };
      raw.once('close', close);
      if (raw.destroyed) close();
    });
  }

  /** Resolves when the client may take more. */
  async send(result: FormattedExecutionResult): Promise<void> {
    const raw = this.#raw;
    if (raw.destroyed || raw.write(`event: next\ndata: ${JSON.stringify(result)}\n\n`)) return;
    await new Promise<void>((resolve) => {
      const go = () => {
        raw.off('drain', go);
        raw.off('close', go);
        resolve();
      };
      raw.on('drain', go);
      raw.on('close', go);
    });
  }

  /** Some clients take no notice of an event without the field `data`. */
  complete(): void {
    this.#raw.end('event: complete\ndata: \n\n');
  }

  cut(): void {
    this.#raw.destroy();
  }
}
