import type { GitContext } from '../graphs/launch.ts';

/** A check that was asked for. Its answers are a document. */
export interface CheckRun {
  /** A UUIDv7: ids are ordered by time. */
  id: string;
  /** `graph@variant`. */
  ref: string;
  /** ISO 8601, UTC. */
  at: string;
  /** The name of the key that asked. */
  by: string;
  git: GitContext | null;
  /** The subgraph that is proposed; absent of a check of a whole schema. */
  subgraphName?: string;
  status: 'PENDING' | 'PASSED' | 'FAILED';
  /** The document of its `CheckResult`. */
  resultId?: string;
  /** Why it could not be done. */
  problem?: string;
}

/** No check takes so long: one that is pending still has lost the instance that did it. */
export const longestCheckMs = 5 * 60_000;

/** A check as it stands, whatever became of the instance that did it. */
export function standing(run: CheckRun, now = Date.now()): CheckRun {
  if (run.status !== 'PENDING' || Date.parse(run.at) + longestCheckMs > now) return run;
  return { ...run, status: 'FAILED', problem: 'The check was interrupted. Run it again.' };
}
