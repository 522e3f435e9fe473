import type { DomainEvent, EventHandler } from '@banyan/kit';
import { z } from 'zod';
import type { Comment } from './comment.ts';
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
const deletedPost = z.object({ postId: z.string() });

/** What feed does when something has happened: keeps its own copy of follows and blocks, and clears away what hung on a deleted post. */
export function createHandlers({ relations, posts }: Store): Record<string, EventHandler> {
  const on =
    (change: keyof Store['relations']['apply']): EventHandler =>
    async ({ subject, sequence, data }) => {
      const { userId, otherId } = relationChange.parse(data);
      await relations.apply[change](subject, sequence, userId, otherId);
    };

  return {
    'user.followed': on('followed'),
    'user.unfollowed': on('unfollowed'),
    'user.blocked': on('blocked'),
    'user.unblocked': on('unblocked'),
    'post.deleted': async ({ data }) => posts.clearAway(deletedPost.parse(data).postId),
  };
}
