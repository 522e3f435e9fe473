export const hourMs = 60 * 60_000;
const latestMs = 5 * 60_000;
const oldestMs = 24 * hourMs;

/** The start of the hour that a time lies in, in milliseconds since the epoch. */
export const hourOf = (time: number): number => Math.floor(time / hourMs) * hourMs;

/**
 * The hour that a report counts for. A reporter's clock may be wrong: a time that is more than a day past, or yet to come, is
 * taken to be now.
 */
export function hourOfReport(endedAt: number | undefined, now: number): number {
  const believed = endedAt !== undefined && endedAt > now - oldestMs && endedAt < now + latestMs;
  return hourOf(believed ? endedAt : now);
}

/** `2026-11-22`, UTC. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** `09`, UTC. */
export const hourOfDay = (time: number): string => new Date(time).toISOString().slice(11, 13);
