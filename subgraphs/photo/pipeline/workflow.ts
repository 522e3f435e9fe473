import type { Execution } from '../store/unfinished.ts';

/** What runs `pipeline.asl.json`: Step Functions, or an interpreter in this process. */
export interface Workflow {
  /** Starts the execution that is named by the photo; while it runs, another start is none. */
  start(execution: Execution): Promise<void>;
  /** Ends what runs in this process; unfinished photos are driven again by the next one. */
  stop(): Promise<void>;
}
