import type { ChangeCode, ChangeEffect } from '../change.ts';

/** One kind of change: what the schema comparison finds, and what it means to operations. */
export interface ChangeCase {
  readonly kind: string;
  readonly before: string;
  readonly after: string;
  readonly changes: readonly (readonly [code: ChangeCode, coordinate: string, effect: ChangeEffect])[];
  /** Operations with the verdict on each; where the last is given, the codes of the changes that touch it. */
  readonly operations?: readonly (readonly [
    document: string,
    verdict: 'safe' | 'warned' | 'broken' | 'ignored',
    touchedBy?: readonly ChangeCode[],
  ])[];
}
