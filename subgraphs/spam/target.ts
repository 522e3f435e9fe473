import type { SpamReason, Verdict } from './verdict.ts';

/** A post or a comment, by its id. */
export interface TargetRef {
  type: 'post' | 'comment';
  id: string;
}

/** What its event tells of it, without the text. */
export interface Published extends TargetRef {
  /** The post itself, or the one that the comment is on. */
  postId: string;
  authorId: string;
}

/** What was decided about a target; each decision is kept. */
export interface Decision {
  /** `PENDING`: its links are about to be followed. `UNKNOWN`: they could not be. */
  status: 'PENDING' | 'UNKNOWN' | 'CLEAN' | 'SPAM' | 'DELETED';
  /** For spam. */
  reason: SpamReason | null;
  /** Why, in words: what was found, or what the moderator said. */
  detail: string;
  /** The moderator; null when no person decided it. */
  by: string | null;
  /** ISO 8601, UTC. */
  at: string;
}

export type ReviewCause = 'REPORTS' | 'UNKNOWN_LINKS' | 'TOO_MANY_URLS';

/** What is known of a post or comment that was published. */
export interface Target extends Published {
  decision: Decision;
  /** The expression of the blocklist that it is hidden by. */
  heldBy?: string;
  /** When its links are followed again. */
  dueAt?: string;
  /** How often its links were followed. */
  tries: number;
  /** By different people, since a moderator last decided. */
  reports: number;
  /** The review that waits for a moderator. */
  review?: { id: string; cause: ReviewCause };
}

export interface Rules {
  /** The wait after the first try; each further one is twice as long. */
  retryMs: number;
  /** After so many tries a moderator has to look. */
  maxTries: number;
  /** Reports by different people that raise a review. */
  reportsForReview: number;
}

const maxBackoffMs = 60 * 60_000;
const later = (ms: number) => new Date(Date.now() + ms).toISOString();
const decide = (status: Decision['status'], detail: string, reason: SpamReason | null = null): Decision => ({
  status,
  reason,
  detail,
  by: null,
  at: new Date().toISOString(),
});

/** When a target is tried again that was tried so often: exponential, with half of it jitter. */
function dueAfter(tries: number, { retryMs }: Rules): string {
  const full = Math.min(maxBackoffMs, retryMs * 2 ** (tries - 1));
  return later(full / 2 + (Math.random() * full) / 2);
}

/** Opens a review, unless one is open. */
const reviewed = (target: Target, cause: ReviewCause, reviewId: string): Target =>
  target.review ? target : { ...target, review: { id: reviewId, cause } };

/** What a verdict on its text makes of a target: spam is held by what is blocked, what is not known is followed up, the rest is clean. */
function conclude(
  target: Target,
  { isSpam, isUnknown, reason, matches, unexpanded }: Verdict,
  reviewId: string,
): Target {
  const { heldBy: _held, dueAt: _due, ...rest } = target;
  if (isSpam) {
    const found = matches.map(({ url, expression }) => `${url} (${expression})`).join(' ');
    const spam = { ...rest, decision: decide('SPAM', found.slice(0, 2_000), reason), heldBy: matches[0]?.expression };
    return reason === 'TOO_MANY_URLS' ? reviewed(spam, 'TOO_MANY_URLS', reviewId) : spam;
  }
  if (isUnknown)
    return { ...rest, decision: decide('PENDING', unexpanded.join('\n').slice(0, 2_000)), dueAt: later(0) };
  return { ...rest, decision: decide('CLEAN', '') };
}

/** A target as it is first judged. */
export const firstSeen = (published: Published, verdict: Verdict, reviewId: string): Target =>
  conclude({ ...published, decision: decide('PENDING', ''), tries: 0, reports: 0 }, verdict, reviewId);

/** Takes a try before it is made, so that nobody else makes it meanwhile, and so that one that never ends counts. */
export const beginTry = (target: Target, rules: Rules): Target => ({
  ...target,
  tries: target.tries + 1,
  dueAt: dueAfter(target.tries + 1, rules),
});

/** What a try has shown. What is unknown still waits for the next; after the last, for a moderator. */
export function endTry(target: Target, verdict: Verdict, rules: Rules, reviewId: string): Target {
  if (!verdict.isUnknown) return conclude(target, verdict, reviewId);
  const decision = decide('UNKNOWN', verdict.unexpanded.join('\n').slice(0, 2_000));
  if (target.tries < rules.maxTries) return target.decision.status === 'UNKNOWN' ? target : { ...target, decision };
  return reviewed({ ...target, dueAt: undefined, decision }, 'UNKNOWN_LINKS', reviewId);
}

/** What a target is after the block that had hidden it was taken back. */
export function unheld(target: Target, verdict: Verdict, reviewId: string): Target {
  const after = conclude({ ...target, tries: 0 }, verdict, reviewId);
  const detail = `${target.heldBy} is not blocked any more`;
  return after.decision.status === 'CLEAN' ? { ...after, decision: { ...after.decision, detail } } : after;
}

/** A report by one more person. Nothing else changes while a review is open, or when it is hidden already. */
export function reported(target: Target, { reportsForReview }: Rules, reviewId: string): Target {
  if (target.review || target.decision.status === 'SPAM') return target;
  const after = { ...target, reports: target.reports + 1 };
  return after.reports >= reportsForReview ? reviewed(after, 'REPORTS', reviewId) : after;
}

/** A moderator's decision: it ends the review, and stands whatever is blocked or unblocked later. */
export const moderated = (target: Target, status: 'SPAM' | 'CLEAN', by: string, detail: string): Target => ({
  ...target,
  decision: { ...decide(status, detail, status === 'SPAM' ? 'MODERATOR' : null), by },
  heldBy: undefined,
  dueAt: undefined,
  review: undefined,
  reports: 0,
});

/** What is left of a deleted target, so that a late event does not bring it back. */
export const deleted = (published: Published): Target => ({
  ...published,
  decision: decide('DELETED', ''),
  tries: 0,
  reports: 0,
});
