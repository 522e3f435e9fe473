import type { Change, ChangeCode } from '../changes/change.ts';

/**
 * A change that a person has called safe. The mark holds for every change that agrees with all that it says, so one with
 * code and coordinate alone also covers another type, value or member at the same place; given more, it covers less.
 */
export interface SafeChange {
  readonly code: ChangeCode;
  readonly coordinate: string;
  readonly member?: string | null;
  readonly before?: string | null;
  readonly after?: string | null;
}

/** What people have called safe: it is told, but fails no check. */
export interface SafeMarks {
  readonly safeChanges?: readonly SafeChange[];
  /** Ids of operations that may break. */
  readonly safeOperations?: readonly string[];
}

const details = ['member', 'before', 'after'] as const;

/** The question whether a change is marked safe. */
export const safeChangeTest = (marks: readonly SafeChange[] = []): ((change: Change) => boolean) => {
  const byPlace = Map.groupBy(marks, placeOf);
  return (change) =>
    byPlace.get(placeOf(change))?.some((mark) => details.every((detail) => agrees(mark[detail], change[detail]))) ??
    false;
};

const placeOf = ({ code, coordinate }: Pick<Change, 'code' | 'coordinate'>): string => `${code} ${coordinate}`;

const agrees = (marked: string | null | undefined, actual: string | undefined): boolean =>
  marked === undefined || marked === null || marked === actual;
