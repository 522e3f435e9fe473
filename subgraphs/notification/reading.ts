import { isId, UserMistake } from '@banyan/kit';
import type { MarkNotificationsReadInput } from './__generated__/resolvers.ts';

/** How many notifications can be marked by their ids at once. */
export const maxIds = 100;

export const noSuchNotification = () =>
  new UserMistake('NOT_FOUND', 'ids', 'One of these notifications is not yours, or not kept any more.');

/**
 * What is to be marked as read: everything, or the notifications with these ids, each once.
 * @throws UserMistake when neither or both are asked for, when there are too many ids, and when one of them can name nothing.
 */
export function checkSelection({ ids, all }: MarkNotificationsReadInput): 'all' | string[] {
  if (ids == null && all) return 'all';
  if (ids == null) throw new UserMistake('BAD_USER_INPUT', null, 'Give ids, or all.');
  if (all) throw new UserMistake('BAD_USER_INPUT', null, 'Give either ids or all, not both.');
  if (ids.length > maxIds) throw new UserMistake('BAD_USER_INPUT', 'ids', `Mark at most ${maxIds} at once.`);
  if (!ids.every(isId)) throw noSuchNotification();
  return [...new Set(ids)];
}
