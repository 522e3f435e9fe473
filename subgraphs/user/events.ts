import type { DomainEvent } from '@banyan/kit';
import type { Person } from './person.ts';

/** Two people's events share one key, whoever of them acts: what they do to each other has one order. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a}:${b}` : `${b}:${a}`);

export const userRegistered = ({ id, handle }: Person): DomainEvent => ({
  type: 'user.registered',
  key: id,
  sequence: 1,
  data: { userId: id, handle },
});

export type RelationEvent = 'user.followed' | 'user.unfollowed' | 'user.blocked' | 'user.unblocked';

/** `userId` did it, `otherId` is whom it was done to. */
export const relationChanged = (
  type: RelationEvent,
  userId: string,
  otherId: string,
  sequence: number,
): DomainEvent => ({
  type,
  key: pairKey(userId, otherId),
  sequence,
  data: { userId, otherId },
});
