import { UserMistake } from '@banyan/kit';

/** The furthest that a check looks back. */
const maxWindowMs = 90 * 86_400_000;

/**
 * The window that Rover asks for: seconds since the epoch, or, negative, back from now.
 * @returns milliseconds since the epoch.
 * @throws UserMistake for one that ends before it begins.
 */
export function windowOf(
  { from, to }: { from?: number | null; to?: number | null },
  defaultMs: number,
  now = Date.now(),
): { from: number; to: number } {
  const moment = (seconds: number) => (seconds > 0 ? seconds * 1_000 : now + seconds * 1_000);
  const end = to == null ? now : moment(to);
  const start = from == null ? end - defaultMs : moment(from);
  if (start >= end) throw new UserMistake('BAD_USER_INPUT', 'from', 'The window of a check ends after it begins.');
  return { from: Math.max(start, now - maxWindowMs), to: Math.min(end, now) };
}
