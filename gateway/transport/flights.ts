import { Call } from './call.ts';
import { Fault } from './fault.ts';

/** Fetches, alone or shared, each with everybody who waits for it. */
export class Flights<T> {
  readonly #joinable = new Map<string, Flight<T>>();
  readonly #maxMs: number;

  /** `maxMs` is the longest that one flight may take. */
  constructor(maxMs: number) {
    this.#maxMs = maxMs;
  }

  /**
   * Waits until `deadline` for the flight of this key that is under way, or for what `start` begins. Without a key it is not shared.
   * One that has used half of its time is not joined any more: whoever came late would have too little left, and requests that keep
   * coming would hang on one that hangs.
   */
  take(
    key: string | undefined,
    deadline: number,
    signal: AbortSignal | undefined,
    start: (call: Call, end: number) => Promise<T>,
  ): Promise<T> {
    const now = Date.now();
    if (deadline <= now) return Promise.reject(new Fault('late', 'no time was left to ask'));
    if (signal?.aborted) return Promise.reject(gone());
    const found = key === undefined ? undefined : this.#joinable.get(key);
    if (found && !found.call.over && found.end - now > this.#maxMs / 2) return found.join(deadline, now, signal);

    const flight = new Flight<T>(now + this.#maxMs);
    const joined = flight.join(deadline, now, signal);
    if (key !== undefined) this.#joinable.set(key, flight);
    const landed = () => {
      if (key !== undefined && this.#joinable.get(key) === flight) this.#joinable.delete(key);
    };
    start(flight.call, flight.end).then(
      (value) => {
        landed();
        flight.landed((waiter) => waiter.resolve(value));
      },
      (error: unknown) => {
        landed();
        flight.landed((waiter) => waiter.reject(error));
      },
    );
    return joined;
  }
}

interface Waiter<T> {
  resolve: (value: T) => void;
  reject: (error: unknown) => void;
  stop: () => void;
}

class Flight<T> {
  readonly call = new Call();
  readonly end: number;
  readonly #waiters = new Set<Waiter<T>>();

  constructor(end: number) {
    this.end = end;
  }

  /** Waits for it, until this deadline; the last one who gives up ends it. */
  join(deadline: number, now: number, signal: AbortSignal | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const leave = (why: Fault) => {
        waiter.stop();
        this.#waiters.delete(waiter);
        reject(why);
        if (this.#waiters.size === 0) this.call.giveUp(why);
      };
      const late = () => leave(new Fault('late', 'the subgraph did not answer in time'));
      const timer = setTimeout(late, Math.min(deadline, this.end) - now);
      const left = signal && (() => leave(gone()));
      if (left) signal.addEventListener('abort', left, { once: true });
      const stop = () => {
        clearTimeout(timer);
        if (left) signal.removeEventListener('abort', left);
      };
      const waiter = { resolve, reject, stop };
      this.#waiters.add(waiter);
    });
  }

  /** Tells everybody who still waits. */
  landed(tell: (waiter: Waiter<T>) => void): void {
    for (const waiter of this.#waiters) {
      waiter.stop();
      tell(waiter);
    }
    this.#waiters.clear();
  }
}

const gone = () => new Fault('gone', 'nobody waits for the answer any more');
