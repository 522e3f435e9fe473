import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import type { CheckInput, CheckResult } from '../checks/check.ts';
import type { LintOptions, LintResult } from '../checks/lint/lint.ts';
import type { ClientOperation, OperationProblem } from '../checks/validateOperations.ts';
import type { Builder } from '../graphs/builder.ts';

/** What takes long enough to hold up everybody else, done in other threads. Each rejects with a TimeoutError after its limit. */
export interface Workers extends Builder {
  check(input: CheckInput): Promise<CheckResult>;
  lint(input: LintOptions & { sdl: string }): Promise<LintResult>;
  validateOperations(input: { apiSdl: string; operations: ClientOperation[] }): Promise<OperationProblem[]>;
  stop(): Promise<void>;
}

/** @param limitMs how long one piece of work may take before its thread is ended. */
export function createWorkers(limitMs: number): Workers {
  const pool = new Tinypool({
    filename: new URL('./thread.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: Math.max(1, availableParallelism() - 1),
    // A thread takes half a second to load what it needs.
    idleTimeout: 60_000,
    // Composition walks types that refer to each other by recursion: a chain of 5,000 overflows the usual 4 MiB.
    resourceLimits: { stackSizeMb: 64 },
  });
  const run = (name: string, input: unknown) => pool.run(input, { name, signal: AbortSignal.timeout(limitMs) });

  return {
    compose: (subgraphs) => run('compose', subgraphs),
    contract: (supergraphSdl, filter) => run('contract', { supergraphSdl, filter }),
    check: (input) => run('check', input),
    lint: (input) => run('lint', input),
    validateOperations: (input) => run('validateOperations', input),
    stop: () => pool.destroy(),
  };
}
