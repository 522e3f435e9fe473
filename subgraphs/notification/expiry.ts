const daySeconds = 86_400;

/** How long a notification is kept at least. */
export const keptSeconds = 90 * daySeconds;

/** Notifications are forgotten when a week ends, all of a week at once. */
export const weekSeconds = 7 * daySeconds;

/** What is kept at one time is forgotten at so many different times at most. */
export const maxExpiries = Math.ceil(keptSeconds / weekSeconds) + 1;

/** When a notification is forgotten that arrives at this time (in milliseconds), as the TTL attribute has it. */
export const expiryFor = (arrivedAt: number): number =>
  Math.ceil((arrivedAt / 1_000 + keptSeconds) / weekSeconds) * weekSeconds;
