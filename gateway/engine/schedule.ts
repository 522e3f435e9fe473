import type { Run, Step } from './run.ts';

/** A step, and the steps that have to be done before it, by their index. */
export interface ScheduledStep {
  step: Step;
  after: readonly number[];
}

/** Runs steps, each as soon as those before it are done. */
export function schedule(steps: readonly ScheduledStep[]): Step {
  const [only] = steps;
  if (!only) return () => undefined;
  if (steps.length === 1) return only.step;
  const next = steps.map((_, at) => steps.flatMap(({ after }, index) => (after.includes(at) ? [index] : [])));
  const waitsFor = steps.map(({ after }) => after.length);
  return (run: Run) =>
    new Promise<void>((resolve, reject) => {
      const left = waitsFor.slice();
      let open = steps.length;
      const start = (at: number): void => {
        const waiting = steps[at]?.step(run);
        if (waiting) waiting.then(() => done(at)).catch(reject);
        else done(at);
      };
      const done = (at: number): void => {
        for (const index of next[at] ?? []) {
          const before = (left[index] ?? 0) - 1;
          left[index] = before;
          if (before === 0) start(index);
        }
        open--;
        if (open === 0) resolve();
      };
      for (let at = 0; at < steps.length; at++) if (waitsFor[at] === 0) start(at);
    });
}
