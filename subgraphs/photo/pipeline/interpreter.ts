import { readFileSync } from 'node:fs';
import type { Logger } from '@banyan/kit';
import { StateMachine } from 'aws-local-stepfunctions';
import type { Execution } from '../store/unfinished.ts';
import type { StepInput, Steps } from './steps.ts';
import type { Workflow } from './workflow.ts';

/** So many photos are processed at once: each step of the work keeps a core busy. */
const concurrency = 2;

interface States {
  [name: string]: { Type: string; Branches?: { States: States }[] };
}

/** The state machine as it is deployed. */
export const definition = JSON.parse(readFileSync(new URL('../pipeline.asl.json', import.meta.url), 'utf8'));

/** The names of all tasks, those of the branches too. */
export const taskNames = (states: States): string[] =>
  Object.entries(states).flatMap(([name, { Type, Branches = [] }]) =>
    Type === 'Task' ? [name] : Branches.flatMap((branch) => taskNames(branch.States)),
  );

/** Runs the state machine in this process, a few executions at a time. */
export function createInterpreter(steps: Steps, log: Logger): Workflow {
  const machine = new StateMachine(definition, { validationOptions: { checkArn: false } });
  /** By the name of the execution: those that wait, in their order, and those that run. */
  const waiting = new Map<string, Execution>();
  const running = new Map<string, { abort(): void; ended: Promise<void> }>();
  const busy = new Set<Promise<unknown>>();
  let stopped = false;

  /** Does what Lambda does on AWS. */
  async function invoke(parameters: unknown) {
    // Branches that run beside each other go on after an abort.
    if (stopped) throw new Error('the pipeline is stopped');
    const { Payload } = parameters as { Payload: { step: string; input: StepInput } };
    const work = steps.run(Payload);
    busy.add(work);
    try {
      return { Payload: (await work) as Record<string, never> };
    } finally {
      busy.delete(work);
    }
  }
  const taskResourceLocalHandlers = Object.fromEntries(taskNames(definition.States).map((name) => [name, invoke]));

  function next(): void {
    for (const [name, execution] of waiting) {
      if (stopped || running.size >= concurrency) return;
      waiting.delete(name);
      run(name, execution);
    }
  }

  function run(name: string, { photoId, correlationId }: Execution): void {
    const { result, abort } = machine.run(
      { photoId, correlationId },
      { overrides: { taskResourceLocalHandlers }, noThrowOnAbort: true },
    );
    const ended = result
      .then(
        () => {},
        (error) =>
          log.warn({ err: error, photoId, correlationId }, 'the pipeline of a photo failed, will be run again'),
      )
      .then(() => {
        running.delete(name);
        next();
      });
    running.set(name, { abort, ended });
  }

  return {
    async start(execution) {
      const name = execution.photoId;
      if (stopped || running.has(name) || waiting.has(name)) return;
      waiting.set(name, execution);
      next();
    },
    async stop() {
      stopped = true;
      for (const { abort } of running.values()) abort();
      await Promise.all([...running.values()].map(({ ended }) => ended));
      await Promise.allSettled(busy);
    },
  };
}
