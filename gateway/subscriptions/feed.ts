import { failure } from '@banyan/kit';
import type { GraphQLError } from 'graphql';
import type { UpstreamEvent } from './upstreamEvent.ts';

/** What is told last, before `complete`: an error of ours, or errors with which the subgraph refused. */
export type Ending = { error: GraphQLError } | { refusal: UpstreamEvent };

/** The events that wait for one listener: so many and no more. */
export class Feed {
  readonly #limit: number;
  readonly #onEnd: () => void;
  readonly #accepted = Promise.withResolvers<boolean>();
  #waiting: UpstreamEvent[] = [];
  #wake: (() => void) | undefined;
  #onTake: (() => void) | undefined;
  #room: Promise<void> | undefined;
  #isEnded = false;
  #isLeft = false;
  #ending: Ending | undefined;

  /** @param onEnd called once, when no more events are wanted */
  constructor(limit: number, onEnd: () => void) {
    this.#limit = limit;
    this.#onEnd = onEnd;
  }

  /** True once the subgraph has accepted the subscription, false where it ended before. */
  get accepted(): Promise<boolean> {
    return this.#accepted.promise;
  }

  get ending(): Ending | undefined {
    return this.#ending;
  }

  /** The listener is gone. */
  get isLeft(): boolean {
    return this.#isLeft;
  }

  accept(): void {
    this.#accepted.resolve(true);
  }

  get isFull(): boolean {
    return this.#waiting.length >= this.#limit;
  }

  /** A listener that is too slow loses what waits for it and is told so: it holds up nobody, and takes no more memory. */
  push(event: UpstreamEvent, mayExceed: boolean): void {
    if (this.#isEnded) return;
    if (this.isFull && !mayExceed) {
      this.#giveUp();
      return;
    }
    this.#waiting.push(event);
    this.#wake?.();
  }

  /** No more events come. Those that wait are still taken. */
  end(ending?: Ending): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#ending = ending;
    this.#accepted.resolve(false);
    this.#wake?.();
    this.#onTake?.();
    this.#onEnd();
  }

  /** Nobody takes anything any more. */
  leave(): void {
    this.#isLeft = true;
    this.#waiting = [];
    this.end();
    this.#ending = undefined;
  }

  /** Resolves when half of the room is free again. A listener that takes nothing for so long is given up. */
  room(withinMs: number): Promise<void> {
    this.#room ??= this.#waitForRoom(withinMs);
    return this.#room;
  }

  async #waitForRoom(withinMs: number): Promise<void> {
    const limit = setTimeout(() => this.#giveUp(), withinMs);
    await new Promise<void>((resolve) => {
      this.#onTake = () => {
        if (this.#isEnded || this.#waiting.length * 2 <= this.#limit) resolve();
        else limit.refresh();
      };
      this.#onTake();
    });
    clearTimeout(limit);
    this.#onTake = undefined;
    this.#room = undefined;
  }

  #giveUp(): void {
    this.#waiting = [];
    this.end({ error: failure('RATE_LIMITED', tooSlow(this.#limit)) });
  }

  /** The next event, undefined after the last one. */
  async take(): Promise<UpstreamEvent | undefined> {
    if (this.#waiting.length === 0 && !this.#isEnded) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = undefined;
    }
    const event = this.#waiting.shift();
    this.#onTake?.();
    return event;
  }
}

const tooSlow = (limit: number) =>
  `Events came faster than you took them, and more than ${limit} were waiting. Subscribe again.`;
