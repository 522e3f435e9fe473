import { createItemLoader, failure } from '@banyan/kit';
import type { Inbox } from './inbox.ts';
import type { Notification } from './notification.ts';
import { notificationKey, unreadKey } from './store/keys.ts';
import type { Store } from './store.ts';

/** What one request reads of the viewer's own notifications, a batch a step. Nobody reads another's. */
export interface Loaders {
  notification(id: string): Promise<Notification | undefined>;
  inbox(): Promise<Inbox>;
  isRead(notification: Notification): Promise<boolean>;
  /** Takes note of what the request has changed: the inbox, or the notifications that it has marked as read. */
  changed(marked?: readonly Notification[]): void;
}

export function createLoaders({ client, table, inboxes }: Store, viewer: string | undefined): Loaders {
  const items = createItemLoader(client, table);
  const marked = new Set<string>();
  let inbox: Promise<Inbox> | undefined;

  const own = (): string => {
    if (viewer === undefined) throw failure('UNAUTHENTICATED');
    return viewer;
  };
  const readInbox = () => {
    inbox ??= inboxes.get(own());
    return inbox;
  };

  return {
    notification: async (id) => items.get<Notification>(notificationKey(own(), id)),
    inbox: readInbox,
    async isRead(notification) {
      if (marked.has(notification.id)) return true;
      if (notification.epoch < (await readInbox()).epoch) return true;
      return !(await items.get(unreadKey(own(), notification)));
    },
    changed(notifications = []) {
      for (const { id } of notifications) marked.add(id);
      inbox = undefined;
    },
  };
}
