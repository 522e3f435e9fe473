import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  again,
  ConditionFailed,
  failure,
  type Key,
  newId,
  retryUntilDeadline,
  type TransactItem,
  transact,
} from '@banyan/kit';
import { expiryFor } from '../expiry.ts';
import type { Inbox } from '../inbox.ts';
import { type Happening, joined, type Notification } from '../notification.ts';
import type { InboxStore } from './inboxes.ts';
import { actorKey, changeKey, groupKey, notificationKey, toldKey, unreadKey } from './keys.ts';
import { createReader } from './read.ts';
import type { UnreadStore } from './unread.ts';

/** What a person has been told of under one name. */
interface Told {
  turn: number;
  /** What told them, until it is taken back. */
  notificationId?: string;
  expiresAt: number;
}

/** Brings people what happened, and takes back what is over; one thing at a time for each person, in the order of their inbox. */
export function createArrivalStore(
  client: DynamoDBDocumentClient,
  table: string,
  inboxes: InboxStore,
  unread: UnreadStore,
) {
  const read = createReader(client, table);
  const put = (key: Key, item: object): TransactItem => ({ Put: { TableName: table, Item: { ...item, ...key } } });
  const remove = (key: Key): TransactItem => ({ Delete: { TableName: table, Key: key } });

  /** The unread notification that this happening joins. */
  async function joinable(userId: string, happening: Happening, inbox: Inbox) {
    if (!happening.actorId) return undefined;
    const group = await read<Pick<Notification, 'id' | 'epoch'>>(groupKey(userId, happening));
    if (!group || group.epoch !== inbox.epoch) return undefined;
    const [notification, mark, actor] = await Promise.all([
      read<Notification>(notificationKey(userId, group.id)),
      read(unreadKey(userId, group)),
      read(actorKey(userId, group.id, happening.actorId)),
    ]);
    return notification && mark && { notification, isKnown: Boolean(actor) };
  }

  /** Decides and writes, and does both again when something else has come between. */
  const attempt = <T>(userId: string, work: (inbox: Inbox) => Promise<T | typeof again>): Promise<T> =>
    retryUntilDeadline<T>(
      async () => {
        try {
          return await work(await inboxes.get(userId));
        } catch (error) {
          if (error instanceof ConditionFailed) return again;
          throw error;
        }
      },
      () => failure('CONFLICT'),
    );

  return {
    /**
     * Tells a person of something, exactly once: nothing is stored where they have been told (while that is kept), or do not want to
     * hear of its kind.
     * @param id of the notification, where this begins one.
     * @returns whether they were told.
     */
    tell: (userId: string, happening: Happening, id = newId()): Promise<boolean> =>
      attempt(userId, async (inbox) => {
        const { occasion, turn = 1, ...what } = happening;
        if (inbox.disabled.has(what.kind)) return false;
        const told = await read<Told>(toldKey(userId, occasion));
        if (told && told.turn >= turn) return false;
        if (told?.notificationId) {
          // The turn before was never taken back: they know of it already.
          await transact(client, [inboxes.advance(userId, inbox), put(toldKey(userId, occasion), { ...told, turn })]);
          return false;
        }
        const before = await joinable(userId, happening, inbox);
        if (before && before.notification.sequence > inbox.sequence) return again;

        const sequence = inbox.sequence + 1;
        const expiresAt = expiryFor(Date.now());
        const notification: Notification = before
          ? { ...joined(before.notification, happening, before.isKnown), sequence, expiresAt }
          : { ...what, id, epoch: inbox.epoch, firstSequence: sequence, sequence, expiresAt };
        const { epoch } = notification;

        await transact(client, [
          inboxes.advance(userId, inbox, what.kind),
          put(toldKey(userId, occasion), { turn, notificationId: notification.id, expiresAt }),
          put(notificationKey(userId, notification.id), notification),
          put(changeKey(userId, sequence), notification),
          ...(before
            ? [
                remove(changeKey(userId, before.notification.sequence)),
                ...unread.renew(userId, before.notification, notification),
              ]
            : unread.mark(userId, notification)),
          ...(what.actorId
            ? [
                put(groupKey(userId, what), { id: notification.id, epoch, expiresAt }),
                put(actorKey(userId, notification.id, what.actorId), { expiresAt }),
              ]
            : []),
        ]);
        return true;
      }),

    /** Takes back what a person was told under this name, read or not, and tells no earlier turn of it any more. */
    takeBack: (userId: string, { occasion, turn }: Required<Pick<Happening, 'occasion' | 'turn'>>): Promise<void> =>
      attempt(userId, async (inbox) => {
        const told = await read<Told>(toldKey(userId, occasion));
        if (told && told.turn >= turn) return;
        const id = told?.notificationId;
        const notification = id ? await read<Notification>(notificationKey(userId, id)) : undefined;
        const mark = notification && (await read(unreadKey(userId, notification)));
        await transact(client, [
          inboxes.advance(userId, inbox),
          put(toldKey(userId, occasion), { turn, expiresAt: expiryFor(Date.now()) }),
          ...(notification
            ? [
                remove(notificationKey(userId, notification.id)),
                remove(changeKey(userId, notification.sequence)),
                ...(mark ? unread.unmark(userId, notification) : []),
              ]
            : []),
        ]);
      }),
  };
}
