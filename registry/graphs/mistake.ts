import { type UserErrorCode, UserMistake } from '@banyan/kit';

/** Everything about graphs that whoever asked can mend, with the code that a mutation's `userErrors` would tell. */
const reasons = {
  INVALID_REF: 'BAD_USER_INPUT',
  INVALID_NAME: 'BAD_USER_INPUT',
  INVALID_URL: 'BAD_USER_INPUT',
  /** The first publish of a subgraph says where it answers. */
  URL_REQUIRED: 'BAD_USER_INPUT',
  /** No GraphQL. */
  INVALID_SDL: 'BAD_USER_INPUT',
  INVALID_FILTER: 'BAD_USER_INPUT',
  INVALID_SETTINGS: 'BAD_USER_INPUT',
  TOO_LARGE: 'BAD_USER_INPUT',
  UNKNOWN_VARIANT: 'NOT_FOUND',
  UNKNOWN_SUBGRAPH: 'NOT_FOUND',
  UNKNOWN_LAUNCH: 'NOT_FOUND',
  /** The variant derives from another one, and cannot be changed by itself. */
  IS_CONTRACT: 'CONFLICT',
  /** The variant has subgraphs of its own, and cannot become a contract. */
  HAS_SUBGRAPHS: 'CONFLICT',
  /** A contract derives from a variant with subgraphs, the same one for good. */
  WRONG_SOURCE: 'CONFLICT',
  /** Contracts derive from the variant. */
  HAS_CONTRACTS: 'CONFLICT',
  LAST_SUBGRAPH: 'CONFLICT',
  OTHER_GRAPH: 'BAD_USER_INPUT',
  /** The launch made no supergraph, or there is none to go back to. */
  NOT_LAUNCHED: 'CONFLICT',
} as const satisfies Record<string, UserErrorCode>;

export type GraphMistakeReason = keyof typeof reasons;

/** Thrown by the rules of graphs for what whoever asked can mend. */
export class GraphMistake extends UserMistake {
  readonly reason: GraphMistakeReason;
  /** For what is unknown: the names that there are. */
  readonly validNames: readonly string[];

  constructor(reason: GraphMistakeReason, message: string, validNames: readonly string[] = []) {
    super(reasons[reason], null, message);
    this.reason = reason;
    this.validNames = validNames;
  }
}
