import type { GraphQLSchema } from 'graphql';
import type { Change } from '../changes/change.ts';
import { createJudge, type Judgement } from './judgeOperation.ts';
import { countedOperations, type OperationFilter } from './operationFilter.ts';
import { type SafeMarks, safeChangeTest } from './safeMarks.ts';
import { requestsOf, type SendingClient, type SentOperation } from './sentOperation.ts';
import { type FieldRequests, type UnknownUse, unknownUses } from './unknownOperations.ts';

/** Rover's words for what fails a check and what does not. */
export type Severity = 'FAILURE' | 'NOTICE';

export interface OperationsOptions extends OperationFilter, SafeMarks {
  /** Every breaking change fails the check, whether any operation uses what it changes or not. */
  readonly strict?: boolean;
  /** To be given where an operation has no text, so that something is known of it all the same. */
  readonly fieldRequests?: FieldRequests;
}

/** An operation that a change touches, and who sends it. */
export interface TouchedOperation {
  readonly id: string;
  readonly name?: string;
  readonly clients: readonly SendingClient[];
  /** How often these clients sent it in the window. */
  readonly count: number;
  /** A person has called the operation safe: it is told, but fails no check. */
  readonly markedSafe: boolean;
}

/** A change, what it does to the operations, and whether that fails the check. */
export interface JudgedChange extends Change {
  readonly severity: Severity;
  /** A person has called the change safe: it is told, but fails no check. */
  readonly markedSafe: boolean;
  readonly brokenOperations: readonly TouchedOperation[];
  readonly warnedOperations: readonly TouchedOperation[];
  /** Of a breaking change, where there were requests whose operations are not known. */
  readonly unknown?: UnknownUse;
}

/** An operation that is not safe, with all that was found about it. */
export interface JudgedOperation extends TouchedOperation, Judgement {}

export interface OperationsResult {
  readonly severity: Severity;
  /** All changes in the order in which they were given. */
  readonly changes: readonly JudgedChange[];
  /** How many operations were judged: of those that count all whose text is known, and valid. */
  readonly checkedOperations: number;
  /** How many count, but were invalid before already. */
  readonly staleOperations: number;
  readonly brokenOperations: readonly JudgedOperation[];
  readonly warnedOperations: readonly JudgedOperation[];
}

/**
 * Judges the operations of a window against the changes of a schema: which operations each change breaks, and whether
 * that fails the check. A change fails it that breaks an operation, or what an operation without a text asked for, or in
 * strict mode any breaking one; so does an operation that breaks although no change explains it. What is marked safe
 * fails nothing.
 */
export const judgeOperations = (
  operations: Iterable<SentOperation>,
  before: GraphQLSchema,
  after: GraphQLSchema,
  changes: readonly Change[],
  options: OperationsOptions = {},
): OperationsResult => {
  const isSafeChange = safeChangeTest(options.safeChanges);
  const safeOperations = new Set(options.safeOperations);
  const judge = createJudge(before, after, changes);
  const sent = [...operations];
  const counted = countedOperations(sent, options);
  const judged = counted.flatMap(({ signature, ...operation }): JudgedOperation[] => {
    if (signature === undefined) return [];
    const { id, name, clients } = operation;
    const touched = { id, ...(name !== undefined && { name }), clients, count: requestsOf(operation) };
    return [{ ...touched, markedSafe: safeOperations.has(id), ...judge(signature) }];
  });
  const unknown = counted.filter(({ id, signature }) => signature === undefined && !safeOperations.has(id));
  const unknownRequests = unknown.reduce((sum, operation) => sum + requestsOf(operation), 0);
  const unknownUseOf = unknownUses(sent, unknownRequests, options.fieldRequests ?? new Map(), { before, after });
  const broken = judged.filter(({ verdict }) => verdict === 'broken');
  const stale = judged.filter(({ verdict }) => verdict === 'ignored').length;
  const brokenBy = operationsByChange(broken, ({ brokenBy }) => brokenBy);
  const warnedOf = operationsByChange(judged, (one) => one.changes.filter((change) => !one.brokenBy.includes(change)));

  const judgedChanges = changes.map((change): JudgedChange => {
    const markedSafe = isSafeChange(change);
    const brokenOperations = brokenBy.get(change) ?? [];
    const counts = brokenOperations.some((operation) => !operation.markedSafe);
    const unknown = unknownUseOf(change);
    const isBroken = counts || (unknown?.asked ?? 0) > 0;
    const fails = !markedSafe && (isBroken || (options.strict === true && change.effect === 'breaking'));
    return {
      ...change,
      severity: fails ? 'FAILURE' : 'NOTICE',
      markedSafe,
      brokenOperations,
      warnedOperations: warnedOf.get(change) ?? [],
      ...(unknown && { unknown }),
    };
  });
  const unexplained = broken.some((operation) => !operation.markedSafe && operation.brokenBy.length === 0);
  return {
    severity: unexplained || judgedChanges.some(({ severity }) => severity === 'FAILURE') ? 'FAILURE' : 'NOTICE',
    changes: judgedChanges,
    checkedOperations: judged.length - stale,
    staleOperations: stale,
    brokenOperations: broken,
    warnedOperations: judged.filter(({ verdict }) => verdict === 'warned'),
  };
};

const operationsByChange = (
  operations: readonly JudgedOperation[],
  changesOf: (operation: JudgedOperation) => readonly Change[],
): ReadonlyMap<Change, readonly TouchedOperation[]> => {
  const touched = new Map<Change, TouchedOperation[]>();
  for (const operation of operations) {
    const { id, name, clients, count, markedSafe } = operation;
    for (const change of changesOf(operation)) {
      const others = touched.get(change) ?? [];
      others.push({ id, ...(name !== undefined && { name }), clients, count, markedSafe });
      touched.set(change, others);
    }
  }
  return touched;
};
