import { inRequest, newTraceId, traceIdOf } from '@banyan/kit';
import { CloseCode, type Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Asking } from '../context.ts';
import type { Connection } from './operations.ts';
import type { SubscriptionSettings } from './settings.ts';

/** What hooks of graphql-ws are given of a connection. */
export interface Extra {
  readonly peer: WebSocketPeer;
}

/** https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1 */
const goingAway = 1001;
const normalClosure = 1000;
const policyViolation = 1008;

/** How long a client may take to close as well. */
const closingMs = 1_000;

/** One WebSocket between graphql-ws, which speaks the protocol, and ws. */
export class WebSocketPeer implements Connection {
  /** The request that became this connection. */
  readonly asking: Omit<Asking, 'correlationId'>;
  /** As `connection_init` had it. */
  authorization: string | undefined;
  readonly gone: AbortSignal;
  readonly closed: Promise<void>;
  readonly #socket: WebSocket;
  readonly #settings: SubscriptionSettings;
  #underWay = 0;
  #onIdle: (() => void) | undefined;

  constructor(
    socket: WebSocket,
    asking: WebSocketPeer['asking'],
    server: Server<Extra>,
    settings: SubscriptionSettings,
  ) {
    this.asking = asking;
    this.#socket = socket;
    this.#settings = settings;
    const onClose = server.opened(
      {
        protocol: socket.protocol,
        send: (text) => this.#send(text),
        close: (code = normalClosure, reason = '') => this.close(code, reason),
        onMessage: (take) => socket.on('message', (data) => void this.#take(String(data), take)),
      },
      { peer: this },
    );
    const beating = this.#beat();
    // ws closes it by itself then: what came was no WebSocket, or too much of it.
    socket.on('error', () => {});
    const closing = new AbortController();
    this.gone = closing.signal;
    this.closed = new Promise((resolve) => {
      socket.once('close', (code, reason) => {
        clearInterval(beating);
        closing.abort();
        void onClose(code, String(reason));
        resolve();
      });
    });
  }

  /** Operations, and other messages that are being answered. */
  get underWay(): number {
    return this.#underWay;
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  cut(): void {
    this.#socket.terminate();
  }

  /** Lets what is under way end, at most so long, and closes the connection. */
  async goAway(withinMs: number): Promise<void> {
    let limit: NodeJS.Timeout | undefined;
    if (this.#underWay > 0) {
      await new Promise<void>((resolve) => {
        this.#onIdle = resolve;
        limit = setTimeout(resolve, withinMs);
      });
    }
    clearTimeout(limit);
    this.close(goingAway, 'The gateway is stopping.');
    limit = setTimeout(() => this.cut(), closingMs);
    await this.closed;
    clearTimeout(limit);
  }

  /** Resolves when the text is on its way, so that a client that takes nothing is sent nothing. */
  #send(text: string): Promise<void> {
    return new Promise((resolve) => {
      if (this.#socket.readyState !== this.#socket.OPEN) resolve();
      else this.#socket.send(text, () => resolve());
    });
  }

  /** Each message is a request of its own, and lasts as long as the operation that it begins. */
  async #take(text: string, take: (text: string) => Promise<void>): Promise<void> {
    // Each waits until its answer is taken; nobody who takes answers has twice as many as operations.
    if (this.#underWay > this.#settings.WEBSOCKET_MAX_OPERATIONS * 2) {
      this.close(policyViolation, 'Too many messages at a time');
      return;
    }
    this.#underWay++;
    const correlationId = traceIdOf(this.asking.headers.traceparent) ?? newTraceId();
    try {
      await inRequest({ correlationId, deadline: Number.POSITIVE_INFINITY }, () => take(text));
    } catch {
      this.close(CloseCode.InternalServerError, 'Internal server error');
    } finally {
      this.#underWay--;
      if (this.#underWay === 0) this.#onIdle?.();
    }
  }

  /** Pings, and cuts off who has not answered the last one. */
  #beat(): NodeJS.Timeout {
    let isAlive = true;
    this.#socket.on('pong', () => {
      isAlive = true;
    });
    return setInterval(() => {
      if (!isAlive) this.cut();
      isAlive = false;
      this.#socket.ping();
    }, this.#settings.SUBSCRIPTION_HEARTBEAT_MS);
  }
}
