import type { CloudEvent } from '@banyan/kit';
import { z } from 'zod';
import type { NotificationKind } from './__generated__/resolvers.ts';
import type { Happening } from './notification.ts';

/** What somebody is to be told of, and who. */
export interface Message extends Happening {
  userId: string;
}

/** The name of an occasion of this kind. */
export const occasionOf = (kind: NotificationKind, ...names: string[]): string => [kind, ...names].join('#');

const follow = z.object({ userId: z.string(), otherId: z.string() });
const like = z.object({ postId: z.string(), authorId: z.string(), userId: z.string() });
const comment = z.object({
  commentId: z.string(),
  postId: z.string(),
  postAuthorId: z.string(),
  authorId: z.string(),
});
const photo = z.object({ photoId: z.string(), ownerId: z.string() });
const rejectedPhoto = photo.extend({ reason: z.string() });
const spam = z.object({ postId: z.string(), authorId: z.string(), reason: z.string() });

/** Why something is hidden, in words for people, by the reason of a verdict. */
const whyHidden: Readonly<Record<string, string>> = {
  BLOCKED_URL: 'It links to something that is known as spam.',
  TOO_MANY_URLS: 'It has too many links.',
  MODERATOR: 'A moderator takes it for spam.',
};
const otherwiseHidden = 'It looks like spam.';

/** The name under which the author hears of a verdict; its turn is the verdict's sequence. */
export const occasionOfSpam = (subject: string): string => occasionOf('SPAM_HIDDEN', subject);

/**
 * Whom an event tells of what. To follow or like again after it was taken back is the same occasion; every comment is one of its own.
 */
export const messageOf: Readonly<Record<string, (event: CloudEvent) => Message>> = {
  'user.followed': ({ time, data }) => {
    const { userId, otherId } = follow.parse(data);
    const occasion = occasionOf('NEW_FOLLOWER', userId);
    return { userId: otherId, kind: 'NEW_FOLLOWER', actorId: userId, createdAt: time, occasion };
  },
  'post.liked': ({ time, data }) => {
    const { postId, authorId, userId } = like.parse(data);
    const occasion = occasionOf('POST_LIKED', postId, userId);
    return { userId: authorId, kind: 'POST_LIKED', actorId: userId, postId, createdAt: time, occasion };
  },
  'comment.added': ({ time, data }) => {
    const { commentId, postId, postAuthorId, authorId } = comment.parse(data);
    const occasion = occasionOf('COMMENT_ADDED', commentId);
    return { userId: postAuthorId, kind: 'COMMENT_ADDED', actorId: authorId, postId, createdAt: time, occasion };
  },
  'spam.detected': ({ subject, sequence, time, data }) => {
    const { postId, authorId, reason: code } = spam.parse(data);
    const occasion = occasionOfSpam(subject);
    const reason = whyHidden[code] ?? otherwiseHidden;
    return { userId: authorId, kind: 'SPAM_HIDDEN', postId, reason, createdAt: time, occasion, turn: sequence };
  },
  'photo.processed': ({ time, data }) => {
    const { photoId, ownerId } = photo.parse(data);
    const occasion = occasionOf('PHOTO_PROCESSED', photoId);
    return { userId: ownerId, kind: 'PHOTO_PROCESSED', photoId, createdAt: time, occasion };
  },
  'photo.rejected': ({ time, data }) => {
    const { photoId, ownerId, reason } = rejectedPhoto.parse(data);
    const occasion = occasionOf('PHOTO_REJECTED', photoId);
    return { userId: ownerId, kind: 'PHOTO_REJECTED', photoId, reason, createdAt: time, occasion };
  },
};
