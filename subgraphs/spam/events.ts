import type { DomainEvent, EventHandler } from '@banyan/kit';
import { z } from 'zod';
import type { Checks } from './check.ts';
import type { Target } from './target.ts';

/** The event that tells of a change, without its sequence: that something is spam now, or is not any more. */
export function tellingOf(before: Target | undefined, after: Target): Pick<DomainEvent, 'type' | 'data'> | undefined {
  const { status, reason, by } = after.decision;
  const wasSpam = before?.decision.status === 'SPAM';
  const { type: targetType, id: targetId, postId, authorId } = after;
  const data = { targetType, targetId, postId, authorId };
  if (!wasSpam && status === 'SPAM') return { type: 'spam.detected', data: { ...data, reason } };
  if (!wasSpam || status === 'SPAM' || status === 'DELETED') return undefined;
  return { type: 'spam.cleared', data: { ...data, reason: by ? 'MODERATOR' : 'UNBLOCKED' } };
}

const publishedPost = z.object({ postId: z.string(), authorId: z.string(), text: z.string() });
const deletedPost = z.object({ postId: z.string(), authorId: z.string() });
const addedComment = z.object({ commentId: z.string(), postId: z.string(), authorId: z.string(), text: z.string() });

/** What spam does when something was published: checks it. */
export const createHandlers = ({ check, forget }: Checks): Record<string, EventHandler> => ({
  async 'post.published'({ data }) {
    const { postId, authorId, text } = publishedPost.parse(data);
    await check({ type: 'post', id: postId, postId, authorId }, text);
  },
  async 'comment.added'({ data }) {
    const { commentId, postId, authorId, text } = addedComment.parse(data);
    await check({ type: 'comment', id: commentId, postId, authorId }, text);
  },
  async 'post.deleted'({ data }) {
    const { postId, authorId } = deletedPost.parse(data);
    await forget({ type: 'post', id: postId, postId, authorId });
  },
});
