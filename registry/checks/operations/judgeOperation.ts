import { type ASTNode, type DocumentNode, type GraphQLError, type GraphQLSchema, Kind, parse, visit } from 'graphql';
import type { Change } from '../changes/change.ts';
import { indexChanges } from './changeIndex.ts';
import { touchOf } from './touch.ts';
import type { Use } from './use.ts';
import { validity } from './validity.ts';
import { visitUses } from './visitUses.ts';

/**
 * What a change of schema means to an operation.
 *
 * - `safe`: it is answered as it always was.
 * - `warned`: it is answered, but its client may meet something new.
 * - `broken`: it is refused, or values that it could send are, or it may be answered as it never was, or never again with
 *   an enum value that it could be answered with.
 * - `ignored`: it was invalid against the schema before, so no client can have had an answer to lose.
 */
export type Verdict = 'safe' | 'warned' | 'broken' | 'ignored';

export interface Judgement {
  readonly verdict: Verdict;
  /** The changes that touch it: what breaks it, then what it is warned of. */
  readonly changes: readonly Change[];
  /** Those of the changes that break it. Empty for a broken operation when validation alone says so. */
  readonly brokenBy: readonly Change[];
  /** What validation against the new schema says, or why the operation is ignored. */
  readonly errors: readonly string[];
}

/** Judges one operation after another against the same changes. */
export type Judge = (document: DocumentNode | string) => Judgement;

/**
 * Makes a judge of operations, to be used for all operations of a check: the changes are indexed once. Both schemas must
 * be valid, and the changes be what `diffSchemas` says of them.
 */
export const createJudge = (before: GraphQLSchema, after: GraphQLSchema, changes: readonly Change[]): Judge => {
  const schemas = { before, after };
  const changesFor = indexChanges(changes, schemas);
  return (operation) => {
    const document = typeof operation === 'string' ? parsed(operation) : operation;
    if ('message' in document) return ignored([document]);
    const { invalidBefore, invalidAfter } = validity(document, before, after);
    if (invalidBefore.length > 0) return ignored(invalidBefore);
    const breaks = new Set<Change>();
    const warns = new Set<Change>();
    const suspects: Suspicion[] = [];
    visitUses(document, before, (use) => {
      for (const { change, use: touched } of changesFor(use)) {
        const touch = touchOf(touched, change, schemas);
        if (touch === 'breaks') breaks.add(change);
        else if (touch === 'warns') warns.add(change);
        else if (touch === 'mayBreak') suspects.push({ change, use: touched });
      }
    });
    if (invalidAfter.length > 0) for (const change of blamed(suspects, invalidAfter)) breaks.add(change);
    const broken = breaks.size > 0 || invalidAfter.length > 0;
    return {
      verdict: broken ? 'broken' : warns.size > 0 ? 'warned' : 'safe',
      changes: [...breaks, ...warns],
      brokenBy: [...breaks],
      errors: messagesOf(invalidAfter),
    };
  };
};

/** Judges one operation. Of many, `createJudge` is the quicker. */
export const judgeOperation = (
  document: DocumentNode | string,
  before: GraphQLSchema,
  after: GraphQLSchema,
  changes: readonly Change[],
): Judgement => createJudge(before, after, changes)(document);

const parsed = (text: string): DocumentNode | Error => {
  try {
    return parse(text);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
};

const ignored = (errors: readonly Error[]): Judgement => ({
  verdict: 'ignored',
  changes: [],
  brokenBy: [],
  errors: messagesOf(errors),
});

const messagesOf = (errors: readonly Error[]): string[] => [...new Set(errors.map(({ message }) => message))];

interface Suspicion {
  readonly change: Change;
  readonly use: Use;
}

/** The suspected changes that a validation error points to: it stands at their use, or in the value that is sent there. */
const blamed = (suspects: readonly Suspicion[], errors: readonly GraphQLError[]): Change[] => {
  const wrong = new Set<ASTNode>(errors.flatMap(({ nodes }) => nodes ?? []));
  return suspects.filter(({ use }) => wrong.has(use.node) || containsOne(use.node, wrong)).map(({ change }) => change);
};

const containsOne = (node: ASTNode, wanted: ReadonlySet<ASTNode>): boolean => {
  if (node.kind !== Kind.ARGUMENT && node.kind !== Kind.OBJECT_FIELD) return false;
  let found = false;
  visit(node, {
    enter: (inner) => {
      found ||= wanted.has(inner);
    },
  });
  return found;
};
