import type { Asked } from '../harness/waysToAsk.ts';
import type { Outcome } from './outcome.ts';

/** What is tried and what comes of it; then its nearest legal neighbour, and what comes of that. */
export type Row = [what: string, tried: Asked, outcome: Outcome, neighbour: Asked, itsOutcome: Outcome];

/** Names that every object inherits. */
export const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
