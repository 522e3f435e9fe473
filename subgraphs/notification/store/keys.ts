import type { Key } from '@banyan/kit';
import type { Notification } from '../notification.ts';

/** Where things lie in the table. */
export const partition = (userId: string): string => `USER#${userId}`;
export const inboxKey = (userId: string): Key => ({ pk: partition(userId), sk: 'INBOX' });

export const notificationPrefix = 'NOTIFICATION#';
export const notificationKey = (userId: string, id: string): Key => ({
  pk: partition(userId),
  sk: `${notificationPrefix}${id}`,
});

export const unreadPrefix = (epoch: number): string => `UNREAD#${epoch}#`;
export const unreadKey = (userId: string, { epoch, id }: Pick<Notification, 'epoch' | 'id'>): Key => ({
  pk: partition(userId),
  sk: `${unreadPrefix(epoch)}${id}`,
});

export const countPrefix = (epoch: number): string => `COUNT#${epoch}#`;
export const countKey = (userId: string, { epoch, expiresAt }: Pick<Notification, 'epoch' | 'expiresAt'>): Key => ({
  pk: partition(userId),
  sk: `${countPrefix(epoch)}${expiresAt}`,
});
