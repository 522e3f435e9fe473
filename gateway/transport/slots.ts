import type { Call } from './call.ts';
import { Fault } from './fault.ts';

/**
 * How many may be under way to one subgraph at once, and how many may wait for that, first come first served. undici's pool would
 * queue without a bound, and cannot take a request out again.
 */
export class Slots {
  readonly #queue: number;
  #free: number;
  readonly #waiting = new Set<() => void>();

  constructor(atOnce: number, queue: number) {
    this.#free = atOnce;
    this.#queue = queue;
  }

  /**
   * Takes a slot: at once (undefined), or when the promise resolves. `give` gives it back.
   * @throws Fault when too many wait already.
   */
  take(call: Call): Promise<void> | undefined {
    if (this.#free > 0) {
      this.#free--;
      return undefined;
    }
    if (this.#waiting.size >= this.#queue) throw new Fault('refused', 'too many requests wait for the subgraph');
    return new Promise((resolve, reject) => {
      this.#waiting.add(resolve);
      call.breakOff = (why) => {
        // Afterwards it may have a slot already, which whoever awaits this gives back.
        if (this.#waiting.delete(resolve)) reject(why);
      };
    });
  }

  /** Gives a slot back, to the one who has waited longest. */
  give(): void {
    for (const next of this.#waiting) {
      this.#waiting.delete(next);
      next();
      return;
    }
    this.#free++;
  }
}
