/** Who sent an operation, and how often in the window. */
export interface SendingClient {
  readonly name: string;
  readonly version: string;
  readonly count: number;
}

/** An operation that clients really sent in the window of a check. */
export interface SentOperation {
  readonly id: string;
  readonly name?: string;
  /**
   * The operation's text, or its usage-reporting signature: the same text with its literals blanked. Absent where the text is
   * not known; then this may be many operations together.
   */
  readonly signature?: string;
  readonly clients: readonly SendingClient[];
}

/** How often an operation was sent, by all of its clients together. */
export const requestsOf = ({ clients }: Pick<SentOperation, 'clients'>): number =>
  clients.reduce((sum, { count }) => sum + count, 0);
