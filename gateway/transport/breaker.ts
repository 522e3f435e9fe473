const windowMs = 10_000;

/**
 * Leaves a subgraph alone that does not answer, so that requests fail at once instead of each waiting for its time-out, and the
 * subgraph can recover. It opens on the share of failures in a sliding window (two halves of it, the older falling away), and
 * closes when one probe succeeds (https://martinfowler.com/bliki/CircuitBreaker.html).
 *
 * Written here because the libraries do not fit: cockatiel lets everybody wait for the outcome of a probe, which with a subgraph
 * that hangs is the very wait that a breaker is for, and takes a probe that nobody waits for any more as a success; opossum puts a
 * timer, a promise and events around every call.
 */
export class Breaker {
  readonly #failuresToOpen: number;
  readonly #openMs: number;
  readonly #changed: (open: boolean) => void;
  #openUntil = 0;
  #probing = false;
  /** Rises with each change of state, so that what was sent before it says nothing about the time after. */
  #era = 0;
  #halfBegan = 0;
  #now = { successes: 0, failures: 0 };
  #before = { successes: 0, failures: 0 };

  constructor(failuresToOpen: number, openMs: number, changed: (open: boolean) => void) {
    this.#failuresToOpen = failuresToOpen;
    this.#openMs = openMs;
    this.#changed = changed;
  }

  /** True while nobody may ask: before the time of the probe, and while another makes it. */
  get refuses(): boolean {
    return this.#openUntil > 0 && (this.#probing || Date.now() < this.#openUntil);
  }

  /**
   * Asks for leave to try, which is a ticket, or undefined. Who gets one says how it ended with exactly one of `succeeded`, `failed`
   * and `forgotten`.
   */
  enter(): number | undefined {
    if (this.#openUntil === 0) return this.#era;
    if (this.refuses) return undefined;
    this.#probing = true;
    return ++this.#era;
  }

  /** The subgraph answered, whatever it said. */
  succeeded(ticket: number): void {
    if (ticket !== this.#era) return;
    if (this.#probing) this.#close();
    this.#turn();
    this.#now.successes++;
  }

  /** The subgraph was not there or did not answer in time. */
  failed(ticket: number): void {
    if (ticket !== this.#era) return;
    if (this.#probing) {
      this.#open();
      return;
    }
    this.#turn();
    this.#now.failures++;
    const failures = this.#now.failures + this.#before.failures;
    const all = failures + this.#now.successes + this.#before.successes;
    if (failures < this.#failuresToOpen || failures * 2 < all) return;
    this.#open();
    this.#changed(true);
  }

  /** It was given up before it could show anything: another may be the probe. */
  forgotten(ticket: number): void {
    if (ticket === this.#era) this.#probing = false;
  }

  #open(): void {
    this.#era++;
    this.#probing = false;
    this.#openUntil = Date.now() + this.#openMs;
  }

  #close(): void {
    this.#era++;
    this.#probing = false;
    this.#openUntil = 0;
    this.#now = { successes: 0, failures: 0 };
    this.#before = { successes: 0, failures: 0 };
    this.#changed(false);
  }

  /** Lets the older half of the window fall away when its time is over. */
  #turn(): void {
    const age = Date.now() - this.#halfBegan;
    if (age < windowMs / 2) return;
    this.#before = age < windowMs ? this.#now : { successes: 0, failures: 0 };
    this.#now = { successes: 0, failures: 0 };
    this.#halfBegan = Date.now();
  }
}
