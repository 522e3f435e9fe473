import type { DomainEvent, EventHandler } from '@banyan/kit';
import { z } from 'zod';
import type { Comment } from './comment.ts';
import type { FanOut } from './fanOut.ts';
import type { Post } from './post.ts';
import type { Store } from './store.ts';

export const postPublished = ({ id, authorId, text, photoIds, hashtags, mentions }: Post): DomainEvent => ({
  type: 'post.published',
  key: id,
  sequence: 1,
  data: { postId: id, authorId, text, photoIds, hashtags, mentions },
});

export const postDeleted = ({ id, authorId }: Post): DomainEvent => ({
  type: 'post.deleted',
  key: id,
  sequence: 2,
  data: { postId: id, authorId },
});

/** @param sequence how often this person has liked this post or taken it back. */
export const postLiked = ({ id, authorId }: Post, userId: string, sequence: number): DomainEvent => ({
  type: 'post.liked',
  key: `${id}:${userId}`,
  sequence,
  data: { postId: id, authorId, userId },
});

export const commentAdded = ({ id, postId, authorId, text }: Comment, post: Post): DomainEvent => ({
  type: 'comment.added',
  key: id,
  sequence: 1,
  data: { commentId: id, postId, postAuthorId: post.authorId, authorId, text },
});

/** `userId` did it, `otherId` is whom it was done to. */
const relationChange = z.object({ userId: z.string(), otherId: z.string() });
const postEvent = z.object({ postId: z.string(), authorId: z.string() });
const verdict = z.object({ targetType: z.enum(['post', 'comment']), targetId: z.string() });

/**
 * What feed does when something has happened: keeps its own copy of follows and blocks and the home feeds in step with it,
 * hides what spam has found, and clears away what hung on a deleted post.
 */
export function createHandlers({ relations, posts, comments }: Store, fanOut: FanOut): Record<string, EventHandler> {
  const onRelation =
    (change: keyof Store['relations']['apply'], directions: 1 | 2): EventHandler =>
    async ({ subject, sequence, data }) => {
      const { userId, otherId } = relationChange.parse(data);
      await relations.apply[change](subject, sequence, userId, otherId);
      await fanOut.followChanged(userId, otherId);
      if (directions === 2) await fanOut.followChanged(otherId, userId);
    };
  const onVerdict =
    (hidden: boolean): EventHandler =>
    async ({ sequence, data }) => {
      const { targetType, targetId } = verdict.parse(data);
      await (targetType === 'post' ? posts : comments).setHidden(targetId, hidden, sequence);
    };

  return {
    'user.followed': onRelation('followed', 1),
    'user.unfollowed': onRelation('unfollowed', 1),
    'user.blocked': onRelation('blocked', 2),
    'user.unblocked': onRelation('unblocked', 2),
    'spam.detected': onVerdict(true),
    'spam.cleared': onVerdict(false),
    'post.published': async ({ data }) => {
      const { postId, authorId } = postEvent.parse(data);
      await fanOut.published(postId, authorId);
    },
    'post.deleted': async ({ data }) => {
      const { postId, authorId } = postEvent.parse(data);
      await fanOut.deleted(postId, authorId);
      await posts.clearAway(postId);
    },
  };
}
