import type { Fault } from './fault.ts';

/**
 * Work for which somebody waits, and may cease to. It is in one stage at a time (waiting for a connection, exchanging, pausing
 * before it tries again), and each stage says how it is broken off. An AbortController says the same for several times the cost.
 */
export class Call {
  /** Why it was given up; nothing may be begun for it afterwards. */
  over: Fault | undefined;
  /** Breaks the present stage off. */
  breakOff: ((why: Fault) => void) | undefined;

  /** Ends the work wherever it is. */
  giveUp(why: Fault): void {
    if (this.over) return;
    this.over = why;
    this.breakOff?.(why);
  }

  /** Waits so long, or until the call is given up. */
  pause(ms: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      this.breakOff = (why) => {
        clearTimeout(timer);
        reject(why);
      };
    });
  }
}
