import { type CloudEvent, newId } from '@banyan/kit';
import { describe, expect, test } from '@jest/globals';
import { joined, keptActors, type Notification } from './notification.ts';
import { messageOf } from './telling.ts';

const time = '2026-11-22T10:00:00.000Z';
const eventOf = (type: string, subject: string, sequence: number, data: object): CloudEvent => ({
  specversion: '1.0',
  id: newId(),
  source: '/test',
  type,
  subject,
  time,
  datacontenttype: 'application/json',
  traceparent: '',
  sequence,
  data,
});

describe('an event tells', () => {
  const verdict = { targetType: 'comment', targetId: 'c', postId: 'p', authorId: 'me', reason: 'BLOCKED_URL' };
  const hidden = { kind: 'SPAM_HIDDEN', postId: 'p', occasion: 'SPAM_HIDDEN#comment:c', turn: 3 };
  test.each<[string, string, number, object, object]>([
    [
      'user.followed',
      'me:you',
      7,
      { userId: 'you', otherId: 'me' },
      { kind: 'NEW_FOLLOWER', actorId: 'you', occasion: 'NEW_FOLLOWER#you' },
    ],
    [
      'post.liked',
      'p:you',
      3,
      { postId: 'p', authorId: 'me', userId: 'you' },
      { kind: 'POST_LIKED', actorId: 'you', postId: 'p', occasion: 'POST_LIKED#p#you' },
    ],
    [
      'comment.added',
      'c',
      1,
      { commentId: 'c', postId: 'p', postAuthorId: 'me', authorId: 'you', text: 'Nice.' },
      { kind: 'COMMENT_ADDED', actorId: 'you', postId: 'p', occasion: 'COMMENT_ADDED#c' },
    ],
    ['spam.detected', 'comment:c', 3, verdict, { ...hidden, reason: 'It links to something that is known as spam.' }],
    [
      'spam.detected',
      'comment:c',
      3,
      { ...verdict, reason: 'TOO_MANY_URLS' },
      { ...hidden, reason: 'It has too many links.' },
    ],
    [
      'spam.detected',
      'comment:c',
      3,
      { ...verdict, reason: 'MODERATOR' },
      { ...hidden, reason: 'A moderator takes it for spam.' },
    ],
    [
      'spam.detected',
      'comment:c',
      3,
      { ...verdict, reason: 'SOMETHING_NEW' },
      { ...hidden, reason: 'It looks like spam.' },
    ],
    [
      'photo.processed',
      'x',
      1,
      { photoId: 'x', ownerId: 'me' },
      { kind: 'PHOTO_PROCESSED', photoId: 'x', occasion: 'PHOTO_PROCESSED#x' },
    ],
    [
      'photo.rejected',
      'x',
      1,
      { photoId: 'x', ownerId: 'me', reason: 'It is too large.' },
      { kind: 'PHOTO_REJECTED', photoId: 'x', reason: 'It is too large.', occasion: 'PHOTO_REJECTED#x' },
    ],
  ])('of %s', (type, subject, sequence, data, message) => {
    const event = eventOf(type, subject, sequence, data);
    expect(messageOf[type]?.(event)).toEqual({ userId: 'me', createdAt: time, ...message });
    expect(() => messageOf[type]?.({ ...event, data: {} })).toThrow();
  });
});

test('those who join are kept by name up to 5, the latest first, each once', () => {
  const happening = (actorId: string) => ({
    kind: 'COMMENT_ADDED' as const,
    actorId,
    createdAt: time,
    occasion: actorId,
  });
  let notification: Notification = {
    ...happening('a'),
    id: newId(),
    epoch: 0,
    expiresAt: 1,
    firstSequence: 1,
    sequence: 1,
  };
  for (const actorId of ['b', 'c', 'd', 'e']) notification = joined(notification, happening(actorId), false);
  expect(notification).toMatchObject({ actorId: 'e', earlierActorIds: ['d', 'c', 'b', 'a'], actorCount: 5 });
  const again = joined(notification, happening('b'), true);
  expect(again).toMatchObject({ actorId: 'b', earlierActorIds: ['e', 'd', 'c', 'a'], actorCount: 5 });
  const sixth = joined(notification, happening('f'), false);
  expect(sixth).toMatchObject({ actorId: 'f', earlierActorIds: ['e', 'd', 'c', 'b'], actorCount: 6 });
  expect(1 + (sixth.earlierActorIds?.length ?? 0)).toBe(keptActors);
});
