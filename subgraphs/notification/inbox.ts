import type { NotificationKind } from './__generated__/resolvers.ts';

/** What holds for all notifications of a person. */
export interface Inbox {
  /** How often everything was marked as read. What arrived in an earlier epoch is read. */
  epoch: number;
  /** Raised by everything that reaches the person, or is taken back: their own order of it. */
  sequence: number;
  /** The kinds that make no notification. */
  disabled: ReadonlySet<NotificationKind>;
}
