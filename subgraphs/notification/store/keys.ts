import type { Key } from '@banyan/kit';
import type { Happening, Notification } from '../notification.ts';

/** Where things lie in the table. */
export const partition = (userId: string): string => `USER#${userId}`;
const inPartition =
  (sk: (name: string) => string) =>
  (userId: string, name: string): Key => ({ pk: partition(userId), sk: sk(name) });

export const inboxKey = (userId: string): Key => ({ pk: partition(userId), sk: 'INBOX' });

export const notificationPrefix = 'NOTIFICATION#';
export const notificationKey = inPartition((id) => `${notificationPrefix}${id}`);

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

export const changePrefix = 'CHANGE#';
export const changeKey = (userId: string, sequence: number): Key => ({
  pk: partition(userId),
  sk: `${changePrefix}${String(sequence).padStart(16, '0')}`,
});

export const toldKey = inPartition((occasion) => `TOLD#${occasion}`);
export const groupKey = (userId: string, { kind, postId = '' }: Pick<Happening, 'kind' | 'postId'>): Key => ({
  pk: partition(userId),
  sk: `GROUP#${kind}#${postId}`,
});
export const actorKey = (userId: string, notificationId: string, actorId: string): Key => ({
  pk: partition(userId),
  sk: `ACTOR#${notificationId}#${actorId}`,
});

export const pairKey = (pair: string): Key => ({ pk: `PAIR#${pair}`, sk: 'PAIR' });
export const blockKey = inPartition((about) => `BLOCK#${about}`);

const handlePartition = (handle: string) => `HANDLE#${handle}`;
export const handleKey = (handle: string): Key => ({ pk: handlePartition(handle), sk: 'HANDLE' });
export const waitingPrefix = 'WAITING#';
export const waitingKey = (handle: string, since: string, postId: string): Key => ({
  pk: handlePartition(handle),
  sk: `${waitingPrefix}${since}#${postId}`,
});
