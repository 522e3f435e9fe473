import type { NotificationKind } from './__generated__/resolvers.ts';

/** Something that happened to a person. */
export interface Happening {
  /** Ordered by time, and the same whenever it is told again, so that it becomes one notification. */
  id: string;
  kind: NotificationKind;
  /** Who did it. */
  actorId?: string;
  /** The post that it happened to or in. */
  postId?: string;
  /** ISO 8601, UTC. */
  createdAt: string;
}

/** A happening that has reached its person. It never changes; whether it is read is kept beside it. */
export interface Notification extends Happening {
  /** The epoch of its person's inbox in which it arrived. */
  epoch: number;
  /** When it is forgotten, as the TTL attribute has it. */
  expiresAt: number;
}

/** A person of the user domain, by key. */
export interface UserReference {
  id: string;
}

/** A post of the feed domain, by key. */
export interface PostReference {
  id: string;
}
