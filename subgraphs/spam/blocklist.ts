import { UserMistake } from '@banyan/kit';
import { canonicalize } from './url/canonical.ts';
import { expressionOf } from './url/expressions.ts';
import { isReachable } from './url/host.ts';
import { isPublicSuffix } from './url/publicSuffix.ts';

/** A URL that is blocked, or was: its last block, and how often moderators have changed it. */
export interface BlockedUrl {
  /** What is compared: the canonical URL without its scheme. */
  expression: string;
  isBlocked: boolean;
  /** The URL as the moderator gave it. */
  url: string;
  reason: string;
  by: string;
  /** ISO 8601, UTC. */
  at: string;
  sequence: number;
}

/** What a moderator asks for. */
export interface Moderation {
  url: string;
  reason: string;
  by: string;
  at: string;
}

/** One line of the audit trail. */
export interface Change extends Moderation {
  action: 'BLOCKED' | 'UNBLOCKED';
  sequence: number;
}

/** A change of an entry of the blocklist, undefined where nothing changes. */
export type Decide = (
  before: BlockedUrl | undefined,
  expression: string,
  request: Moderation,
) => BlockedUrl | undefined;

const maxUrlLength = 2_000;
const maxReasonLength = 500;
const mistake = (field: string, message: string) => new UserMistake('BAD_USER_INPUT', field, message);

/**
 * The expression to block for a URL.
 * @throws UserMistake for what is no http(s) URL or domain, and for what is as wide as a public suffix.
 */
export function checkUrl(input: string): string {
  const url = input.trim();
  if (url.length > maxUrlLength) throw mistake('url', `A URL is at most ${maxUrlLength} characters.`);
  const isMailAddress = !/^https?:/i.test(url) && /^[^/\\?#]*@/.test(url);
  const canonical = isMailAddress ? undefined : canonicalize(url);
  if (canonical && isPublicSuffix(canonical.host)) {
    throw mistake('url', `Everybody registers domains under ${canonical.host}. Block the domain itself.`);
  }
  if (!canonical || !isReachable(canonical.host)) throw mistake('url', 'This is no http(s) URL and no domain.');
  return expressionOf(canonical);
}

/** @throws UserMistake when it is empty or too long. */
export function checkReason(input: string): string {
  const reason = input.trim();
  if (reason.length >= 1 && reason.length <= maxReasonLength) return reason;
  throw mistake('reason', `A reason is 1 to ${maxReasonLength} characters.`);
}

/** Blocking what is blocked changes nothing: the first record stays. */
export const block: Decide = (before, expression, request) =>
  before?.isBlocked ? undefined : { ...request, expression, isBlocked: true, sequence: (before?.sequence ?? 0) + 1 };

/** @throws UserMistake when it is not blocked. */
export const unblock: Decide = (before, expression) => {
  if (before?.isBlocked) return { ...before, isBlocked: false, sequence: before.sequence + 1 };
  throw new UserMistake('NOT_FOUND', 'url', `${expression} is not blocked.`);
};
