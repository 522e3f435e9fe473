import type { NotificationKind } from './__generated__/resolvers.ts';

/** Something that happened to a person. */
export interface Happening {
  kind: NotificationKind;
  /** Who did it. What somebody did is collapsed: one unread notification a kind and post, whoever else does the same. */
  actorId?: string;
  /** The post that it happened to or in. */
  postId?: string;
  /** The person's photo that it happened to. */
  photoId?: string;
  /** Why, in words for people. */
  reason?: string;
  /** When: ISO 8601, UTC. */
  createdAt: string;
  /** Its name among all that happens to the person. Under one name they are told once, however often it is done or heard of. */
  occasion: string;
  /** Where the same can be, be over, and be again: which turn this is, from 1. A turn that is over is not told any more. */
  turn?: number;
}

/** What has reached a person. Whether it is read is kept beside it. */
export interface Notification extends Omit<Happening, 'occasion' | 'turn'> {
  id: string;
  /** The epoch of its person's inbox in which it arrived. */
  epoch: number;
  /** When it is forgotten, as the TTL attribute has it. */
  expiresAt: number;
  /** Its place in the order in which everything reached the person: where it began, and where somebody joined it last. */
  firstSequence: number;
  sequence: number;
  /** The latest of those who did the same before `actorId`, latest first. */
  earlierActorIds?: string[];
  /** How many did it, each counted once; absent while it is one. */
  actorCount?: number;
  /** When somebody joined it last. */
  updatedAt?: string;
}

/** How many of those who did it are kept by name. */
export const keptActors = 5;

/** How many did it. */
export const actorCountOf = ({ actorId, actorCount }: Notification): number => actorCount ?? (actorId ? 1 : 0);

/** The latest of those who did it, latest first. */
export const actorIdsOf = ({ actorId, earlierActorIds = [] }: Notification): string[] =>
  actorId ? [actorId, ...earlierActorIds] : [];

/** A notification that the same has happened to once more; `isKnown` says that this person is counted in it already. */
export function joined(notification: Notification, { actorId, createdAt }: Happening, isKnown: boolean): Notification {
  const earlier = actorIdsOf(notification).filter((id) => id !== actorId);
  return {
    ...notification,
    actorId,
    earlierActorIds: earlier.slice(0, keptActors - 1),
    actorCount: actorCountOf(notification) + (isKnown ? 0 : 1),
    updatedAt: createdAt,
  };
}

/** A person of the user domain, by key. */
export interface UserReference {
  id: string;
}

/** A post of the feed domain, by key. */
export interface PostReference {
  id: string;
}
