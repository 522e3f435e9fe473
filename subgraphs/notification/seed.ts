import { ensureTable } from '@banyan/kit';
import type { Happening } from './notification.ts';
import { createStore, type Store } from './store.ts';
import type { NotificationConfig } from './subgraph.ts';
import { occasionOf } from './telling.ts';

/** A notification of the fixed world; it joins an unread one of its kind and post. */
export interface SeedNotification extends Omit<Happening, 'occasion' | 'turn'> {
  id: string;
  /** Whom it happened to. */
  userId: string;
  read: boolean;
}

/** Adds the notifications that are not there yet, and marks as read what the world says is read. */
export async function seedNotifications(
  config: Pick<NotificationConfig, 'TABLE_PREFIX'>,
  { notifications }: { notifications: SeedNotification[] },
): Promise<void> {
  const store = createStore(`${config.TABLE_PREFIX}notification`);
  await ensureTable(store.client, store.table);
  const byPerson = Map.groupBy(notifications, ({ userId }) => userId);
  await Promise.all([...byPerson].map(([userId, theirs]) => seedPerson(store, userId, theirs)));
}

async function seedPerson(store: Store, userId: string, theirs: SeedNotification[]): Promise<void> {
  for (const { id, userId: _, read: __, ...happening } of theirs) {
    const { kind, postId = '', actorId = '' } = happening;
    await store.arrivals.tell(userId, { ...happening, occasion: occasionOf(kind, postId, actorId) }, id);
  }
  const readIds = theirs.filter(({ read }) => read).map(({ id }) => id);
  const present = await store.notifications.find(userId, readIds);
  await store.unread.clear(
    userId,
    present.filter((notification) => notification !== undefined),
  );
}
