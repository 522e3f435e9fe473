import { failure, isId } from '@banyan/kit';
import type { Context } from '../context.ts';
import type { Notification } from '../notification.ts';
import type { Store } from '../store.ts';

const notificationsARead = 50;

/** The `revision` of a notification: its place in the order in which everything reached its person. */
export const revisionOf = ({ sequence = 0 }: Notification): string => String(sequence);

/** After which place of a person's order to go on. @throws BAD_USER_INPUT for what is no place in it. */
async function placeOf(userId: string, after: string | null | undefined, store: Store): Promise<number> {
  const { sequence } = await store.inboxes.get(userId);
  if (after == null) return sequence;
  if (/^\d{1,15}$/.test(after) && Number(after) <= sequence) return Number(after);
  const [notification] = isId(after) ? await store.notifications.find(userId, [after]) : [];
  if (notification) return notification.firstSequence ?? 0;
  throw failure('BAD_USER_INPUT', '"after" is not a revision or an id of a notification of yours that is still kept.');
}

/**
 * What reaches a person after a place of their order: first what is there, then what comes, until `signal` ends it. It is read from the
 * table alone, by place, so that nothing is lost or doubled between the two, and a slow reader holds up nobody else.
 * @throws BAD_USER_INPUT, RATE_LIMITED.
 */
export async function follow(
  userId: string,
  after: string | null | undefined,
  signal: AbortSignal,
  { store, listeners }: Pick<Context, 'store' | 'listeners'>,
): Promise<AsyncGenerator<Notification>> {
  let place = await placeOf(userId, after, store);
  const listener = listeners.listen(userId, signal);

  return (async function* () {
    for (;;) {
      await listener.news();
      for (let more = true; more; ) {
        if (signal.aborted) return;
        const notifications = await store.notifications.since(userId, place, notificationsARead);
        for (const notification of notifications) {
          yield notification;
          place = notification.sequence;
        }
        more = notifications.length === notificationsARead;
      }
    }
  })();
}
