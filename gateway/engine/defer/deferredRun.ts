import type { GraphQLError } from 'graphql';
import type { CompiledFetch } from '../compileFetch.ts';
import type { Prepared } from '../prepared.ts';
import type { Run } from '../run.ts';
import { schedule } from '../schedule.ts';

/** One part of a plan in one execution. */
export interface PlanPart {
  /** What its fetches come to; the data are those of all parts. */
  readonly run: Run;
  readonly fetches: CompiledFetch[];
  /** How many of its steps are not done. */
  open: number;
}

/** What the part that is sent first is called. */
export const primaryLabel = '';

/** Runs a plan and tells when its parts are done. A deferred fetch starts when what it needs is there, not when it is wanted. */
export class DeferredRun {
  readonly #parts = new Map<string, PlanPart>();
  readonly #base: Run;
  #changed = Promise.withResolvers<void>();
  #failure: { reason: unknown } | undefined;
  #stopped = false;

  constructor(prepared: Prepared, base: Run) {
    this.#base = base;
    const { steps } = prepared.compiled;
    this.part(primaryLabel);
    for (const { part, fetches } of steps) {
      const state = this.part(part ?? primaryLabel);
      state.open++;
      state.fetches.push(...fetches);
    }
    const run = schedule(
      steps.map(({ step, after, part }) => {
        const state = this.part(part ?? primaryLabel);
        const done = () => {
          state.open--;
          if (state.open === 0) this.#ring();
        };
        const tracked = () => {
          const waiting = this.#stopped ? undefined : step(state.run);
          if (waiting) return waiting.then(done);
          done();
          return undefined;
        };
        return { step: tracked, after };
      }),
    );
    run(base)?.catch((reason: unknown) => {
      this.#failure = { reason };
      this.#ring();
    });
  }

  part(label: string): PlanPart {
    const known = this.#parts.get(label);
    if (known) return known;
    const part: PlanPart = { run: { ...this.#base, errors: [] }, fetches: [], open: 0 };
    this.#parts.set(label, part);
    return part;
  }

  get labels(): IterableIterator<string> {
    return this.#parts.keys();
  }

  isDone(label: string): boolean {
    return (this.#parts.get(label)?.open ?? 0) === 0;
  }

  /** Every error of a subgraph so far, with the part that its fetch is of. */
  *errors(): Generator<{ label: string; error: GraphQLError }> {
    for (const [label, { run }] of this.#parts) for (const error of run.errors) yield { label, error };
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  /** Makes no more fetches. Those that are under way are for whoever sends them to end. */
  stop(): void {
    this.#stopped = true;
    this.#ring();
  }

  /**
   * Waits until a part is done, or the run is stopped.
   * @throws what a step has thrown
   */
  async change(): Promise<void> {
    if (!this.#failure) await this.#changed.promise;
    if (this.#failure) throw this.#failure.reason;
  }

  #ring(): void {
    const { resolve } = this.#changed;
    this.#changed = Promise.withResolvers<void>();
    resolve();
  }
}
