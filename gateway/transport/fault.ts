/** Why an exchange with a subgraph came to nothing, by what follows from it. */
export type FaultKind =
  /** Its time was over. */
  | 'late'
  /** The subgraph has not begun to answer, or a proxy says so for it: a query may be sent again. */
  | 'unreachable'
  /** The subgraph broke off, or failed before GraphQL had a word. */
  | 'failed'
  /** It answered, but nothing that can be used. */
  | 'unusable'
  /** We have not asked: too many wait, it is being left alone, or we are stopping. */
  | 'refused'
  /** Nobody waits for the answer any more. */
  | 'gone';

/** What went wrong on the way to a subgraph, for the log. The client only sees the code. */
export class Fault extends Error {
  readonly kind: FaultKind;

  constructor(kind: FaultKind, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'Fault';
    this.kind = kind;
  }

  /** What the client sees in `extensions.code`. */
  get code(): 'SUBGRAPH_TIMEOUT' | 'SUBGRAPH_UNAVAILABLE' {
    return this.kind === 'late' ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE';
  }
}
