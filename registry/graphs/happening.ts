/** What webhooks tell of. */
export interface Happening {
  /** Of a launch: the launch's. Whoever tells others of it can tell by this what they know already. */
  id: string;
  kind: 'launch.succeeded' | 'launch.failed' | 'launch.rolledBack' | 'check.failed';
  /** `graph@variant`. */
  ref: string;
  launchId?: string;
  checkId?: string;
  /** ISO 8601, UTC. */
  at: string;
  /** The name of the key that did it. */
  by: string;
  /** One line. */
  summary: string;
  /** What there is to know beside it, one thing a line; bounded. */
  details: string[];
}

/** Where happenings wait, from the transaction that made them until they have been told: `sk` is the happening's id. */
export const announcePartition = 'ANNOUNCE';
