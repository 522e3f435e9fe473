import type { Logger } from '@banyan/kit';
import { Pool } from 'undici';
import { Breaker } from './breaker.ts';
import type { Call } from './call.ts';
import { exchange, type Message } from './exchange.ts';
import { Fault } from './fault.ts';
import { Flights } from './flights.ts';
import type { HeaderList } from './headers.ts';
import type { TransportSettings } from './settings.ts';
import { Slots } from './slots.ts';

const pauseMs = 50;

/** One subgraph at one URL: its connections, who waits for them, and how it has fared of late. */
export class Upstream {
  readonly url: string;
  readonly flights: Flights<string>;
  readonly #settings: TransportSettings;
  readonly #pool: Pool;
  readonly #path: string;
  readonly #slots: Slots;
  readonly #breaker: Breaker;
  #underWay = 0;
  #closed = false;
  #idle = Promise.withResolvers<void>();

  /** @throws TypeError when the URL is none of HTTP. */
  constructor(name: string, url: string, settings: TransportSettings, log: Logger) {
    const { origin, pathname, search, protocol } = new URL(url);
    if (protocol !== 'http:' && protocol !== 'https:') throw new TypeError('a subgraph is asked over HTTP alone');
    this.url = url;
    this.flights = new Flights(settings.SUBGRAPH_TIMEOUT_MS);
    this.#settings = settings;
    this.#path = pathname + search;
    // An idle connection is closed before its server would close it under a request, a mutation above all: a second before the time
    // that the server's `keep-alive` header tells, otherwise after undici's 4 seconds.
    this.#pool = new Pool(origin, {
      connections: settings.SUBGRAPH_CONNECTIONS,
      pipelining: 1,
      connectTimeout: settings.SUBGRAPH_TIMEOUT_MS,
    });
    this.#slots = new Slots(settings.SUBGRAPH_CONNECTIONS, settings.SUBGRAPH_QUEUE);
    this.#breaker = new Breaker(settings.SUBGRAPH_BREAKER_FAILURES, settings.SUBGRAPH_BREAKER_OPEN_MS, (open) => {
      if (open) log.warn({ subgraph: name }, 'the subgraph fails too often and is left alone for a while');
      else log.info({ subgraph: name }, 'the subgraph answers again');
    });
  }

  /**
   * Asks until there is an answer: a query that did not get through is sent again after a pause with full jitter
   * (https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/), a mutation never.
   * @throws Fault
   */
  async ask(headers: HeaderList, body: string, isMutation: boolean, call: Call, end: number): Promise<string> {
    this.#underWay++;
    try {
      const retries = isMutation ? 0 : this.#settings.SUBGRAPH_RETRIES;
      const message = { path: this.#path, headers, body };
      for (let tries = 0; ; tries++) {
        try {
          return await this.#attempt(message, call);
        } catch (error) {
          if (call.over || tries >= retries || !(error instanceof Fault) || error.kind !== 'unreachable') throw error;
          const pause = Math.random() * pauseMs * 2 ** tries;
          if (Date.now() + pause >= end) throw error;
          await call.pause(pause);
        }
      }
    } finally {
      this.#underWay--;
      if (this.#closed && this.#underWay === 0) this.#idle.resolve();
    }
  }

  /** Lets what is under way end, and closes its connections. Whoever comes after that is refused. */
  async retire(): Promise<void> {
    this.#closed = true;
    if (this.#underWay === 0) this.#idle.resolve();
    await this.#idle.promise;
    await this.#pool.destroy();
  }

  /** Ends what is still under way. */
  async destroy(): Promise<void> {
    await this.#pool.destroy(stopping());
  }

  async #attempt(message: Message, call: Call): Promise<string> {
    // Asked twice: nobody waits for a connection that will not be used, and who has waited asks again.
    if (this.#breaker.refuses) throw leftAlone();
    const wait = this.#slots.take(call);
    if (wait) await wait;
    const ticket = call.over || this.#pool.destroyed ? undefined : this.#breaker.enter();
    if (ticket === undefined) {
      this.#slots.give();
      throw call.over ?? (this.#pool.destroyed ? stopping() : leftAlone());
    }
    const began = Date.now();
    try {
      const { SUBGRAPH_MAX_ANSWER_BYTES } = this.#settings;
      const text = await exchange(this.#pool, message, SUBGRAPH_MAX_ANSWER_BYTES, call, () => this.#slots.give());
      this.#breaker.succeeded(ticket);
      return text;
    } catch (error) {
      this.#judge(ticket, error, Date.now() - began);
      throw error;
    }
  }

  /** What a failure says about the subgraph. An answer that is no use may be the query's fault, and shows that somebody is there. */
  #judge(ticket: number, error: unknown, waitedMs: number): void {
    const kind = error instanceof Fault ? error.kind : undefined;
    if (kind === 'unusable') this.#breaker.succeeded(ticket);
    else if (kind === 'unreachable' || kind === 'failed') this.#breaker.failed(ticket);
    // It is to blame for being late only if it was given the better part of the usual time.
    else if (kind === 'late' && waitedMs * 2 >= this.#settings.SUBGRAPH_TIMEOUT_MS) this.#breaker.failed(ticket);
    else this.#breaker.forgotten(ticket);
  }
}

const leftAlone = () => new Fault('refused', 'the subgraph is being left alone');
const stopping = () => new Fault('refused', 'the gateway is stopping');
