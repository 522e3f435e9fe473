import { failure } from '@banyan/kit';
import { Tinypool } from 'tinypool';
import type { CheckInput, CheckResult } from '../checks/check.ts';
import type { LintOptions, LintResult } from '../checks/lint/lint.ts';
import type { ClientOperation, OperationProblem } from '../checks/validateOperations.ts';
import type { Builder } from '../graphs/builder.ts';

/** What takes long enough to hold up everybody else, done in other threads. Each rejects with SUBGRAPH_TIMEOUT after its limit. */
export interface Workers extends Builder {
  check(input: CheckInput): Promise<CheckResult>;
  lint(input: LintOptions & { sdl: string }): Promise<LintResult>;
  validateOperations(input: { apiSdl: string; operations: ClientOperation[] }): Promise<OperationProblem[]>;
  /** Why a text is no schema; undefined where it is one. */
  problemOfSchema(sdl: string): Promise<string | undefined>;
  stop(): Promise<void>;
}

/**
 * Two threads: one for what publishes, one for what only asks, so that no number of checks holds up a launch.
 * @param limitMs how long one piece of work may wait and take before it is given up, and its thread ended.
 */
export function createWorkers(limitMs: number): Workers {
  const launching = createThread();
  const asking = createThread();

  const run = async (thread: Tinypool, name: string, input: unknown) => {
    const signal = AbortSignal.timeout(limitMs);
    try {
      return await thread.run(input, { name, signal });
    } catch (error) {
      if (!signal.aborted) throw error;
      throw failure(
        'SUBGRAPH_TIMEOUT',
        `This took longer than ${limitMs / 1_000} s and was given up. Try again later.`,
      );
    }
  };

  return {
    compose: (subgraphs) => run(launching, 'compose', subgraphs),
    contract: (supergraphSdl, filter) => run(launching, 'contract', { supergraphSdl, filter }),
    check: (input) => run(asking, 'check', input),
    lint: (input) => run(asking, 'lint', input),
    validateOperations: (input) => run(asking, 'validateOperations', input),
    problemOfSchema: (sdl) => run(asking, 'problemOfSchema', sdl),
    async stop() {
      await Promise.all([launching.destroy(), asking.destroy()]);
    },
  };
}

const createThread = () =>
  new Tinypool({
    filename: new URL('./thread.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    // A thread takes half a second to load what it needs.
    idleTimeout: 60_000,
    // Composition walks types that refer to each other by recursion: a chain of 5,000 overflows the usual 4 MiB.
    resourceLimits: { stackSizeMb: 64 },
  });
