import type { NotificationKind } from './__generated__/resolvers.ts';

/** What holds for all notifications of a person. */
export interface Inbox {
  /** How often everything was marked as read. What arrived in an earlier epoch is read. */
  epoch: number;
  /** The kinds that make no notification. */
  disabled: ReadonlySet<NotificationKind>;
}
