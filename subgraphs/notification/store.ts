import { createDocumentClient } from '@banyan/kit';
import { createArrivalStore } from './store/arrivals.ts';
import { createInboxStore } from './store/inboxes.ts';
import { createNotificationStore } from './store/notifications.ts';
import { createPeopleStore } from './store/people.ts';
import { createUnreadStore } from './store/unread.ts';

/**
 * The table of notification, and every access to it.
 *
 * | pk | sk | what |
 * |---|---|---|
 * | `USER#id` | `INBOX` | the person's epoch and sequence; `<KIND>: false` for each kind that is switched off |
 * | `USER#id` | `NOTIFICATION#id` | the notification |
 * | `USER#id` | `CHANGE#sequence` | the notification that began or was joined last at this place of the person's order: one item each |
 * | `USER#id` | `UNREAD#epoch#id` | there while this notification is not read: the list of the unread |
 * | `USER#id` | `COUNT#epoch#expiresAt` | how many of this epoch are not read, of those that are forgotten at this time |
 * | `USER#id` | `TOLD#occasion` | the person has been told of this |
 * | `USER#id` | `GROUP#kind#post` | the notification that whoever does the same joins, while it is not read |
 * | `USER#id` | `ACTOR#notification#user` | this person is counted in that notification |
 * | `USER#id` | `BLOCK#id` | whom the person has blocked: our copy |
 * | `PAIR#id:id` | `PAIR` | up to which event of these two people our copy is |
 * | `HANDLE#handle` | `HANDLE` | whose it is, and since when: our copy |
 * | `HANDLE#handle` | `WAITING#time#post` | a mention of a handle that we knew of nobody's, for a week |
 * | `CONSUMER` | shard | up to where the stream has been handled |
 *
 * Everything that reaches a person raises their sequence in its own transaction, under the condition that nothing else has done so
 * since it read the inbox. So what it has read of the person is true when it is written: they are told of one thing once, however
 * often it arrives at one time, everybody who joins a notification is counted once, and whoever follows the order loses nothing.
 *
 * The count of the unread stays right without ever counting:
 *
 * - An `UNREAD` item is written and deleted under a condition, in one transaction with its `COUNT`. So whoever marks the same
 *   notifications at the same time, each is subtracted once, and no count is ever below zero.
 * - Marking everything raises the epoch, one write however much there is. Every arrival checks in its own transaction that the epoch
 *   is the one it counts in: it comes before that write and is read, or after it and is counted. Marks and counts of past epochs are
 *   out of reach. (What has arrived is marked although it was never shown; who wants less marks by ids.)
 * - TTL deletes items and subtracts nothing. So a notification, its mark and its count are forgotten at one time, the end of a week
 *   (`expiry.ts`), and are filtered out from that time on. Whoever joins puts all three off. The sum of at most 14 small counts is
 *   right at any time, by one Query.
 *
 * One person's counts are not sharded: arrivals come from the event stream, a few at a time.
 */
export function createStore(table: string) {
  const client = createDocumentClient();
  const inboxes = createInboxStore(client, table);
  const unread = createUnreadStore(client, table);
  return {
    client,
    table,
    inboxes,
    unread,
    notifications: createNotificationStore(client, table),
    arrivals: createArrivalStore(client, table, inboxes, unread),
    people: createPeopleStore(client, table),
  };
}

export type Store = ReturnType<typeof createStore>;
