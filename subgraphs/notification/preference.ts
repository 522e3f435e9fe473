import { UserMistake } from '@banyan/kit';
import type { NotificationKind } from './__generated__/resolvers.ts';
import type { Inbox } from './inbox.ts';

/** Whether a person wants to hear of a kind. */
export interface Preference {
  kind: NotificationKind;
  enabled: boolean;
}

/** Every kind, in the schema's order. */
export const kinds = [
  'NEW_FOLLOWER',
  'POST_LIKED',
  'COMMENT_ADDED',
  'MENTIONED',
  'PHOTO_PROCESSED',
  'PHOTO_REJECTED',
  'SPAM_HIDDEN',
] as const satisfies readonly NotificationKind[];

/** One preference for each kind; whoever has said nothing hears of everything. */
export const preferencesOf = ({ disabled }: Inbox): Preference[] =>
  kinds.map((kind) => ({ kind, enabled: !disabled.has(kind) }));

/** @throws UserMistake when a kind is named twice. */
export function checkPreferences(changes: readonly Preference[]): readonly Preference[] {
  if (new Set(changes.map(({ kind }) => kind)).size === changes.length) return changes;
  throw new UserMistake('BAD_USER_INPUT', 'preferences', 'Name each kind once.');
}
