import type { SeedPost } from '@banyan/feed/seed';
import type { SeedNotification } from '@banyan/notification/seed';
import type { SeedPhoto } from '@banyan/photo/seed';
import type { SeedUsers } from '@banyan/user/seed';
import { drawPicture } from './picture.ts';
import { createRandom } from './random.ts';
import * as words from './words.ts';

const peopleCount = 50;
const postCount = 500;
const photoCount = 120;
const minute = 60_000;
const day = 24 * 60 * minute;
/** The world's present, and the day on which its first account was opened. */
const present = Date.UTC(2026, 10, 20, 12);
const firstDay = present - 120 * day;

export interface World {
  users: SeedUsers;
  posts: SeedPost[];
  photos: SeedPhoto[];
  notifications: SeedNotification[];
  blockedUrls: { url: string; reason: string; by: string; at: string }[];
}

/** A small believable world, the same whenever it is made: 50 people, 500 posts, and what they think of each other. */
export function makeWorld(): World {
  const random = createRandom(20_261_120);
  const iso = (time: number) => new Date(time).toISOString();

  const people = Array.from({ length: peopleCount }, (_, index) => {
    const time = firstDay + index * 6 * 60 * minute;
    const name = words.moreNames[index - words.people.length] ?? '';
    const [handle, displayName, bio] = words.people[index] ?? [name.toLowerCase(), name, 'Here for the outfits.'];
    const scopes = index === 0 ? ['photo:moderate', 'spam:moderate'] : [];
    return {
      id: random.id(time),
      handle,
      displayName,
      bio,
      email: `${handle}@example.com`,
      createdAt: iso(time),
      scopes,
    };
  });
  const ids = people.map(({ id }) => id);
  // The first ones have been there longest and are followed most.
  const follows = ids.flatMap((by, index) => {
    const others = ids.filter((id) => id !== by);
    const known = [...random.some(others.slice(0, 15), 6), ...random.some(others, 2 + (index % 8))];
    return [...new Set(known)].map((about): [string, string] => [by, about]);
  });

  const photos = Array.from({ length: photoCount }, (_, index) => {
    const time = firstDay + 20 * day + index * 12 * 60 * minute;
    const ownerId = random.pick(ids);
    const bytes = drawPicture(random.integer(360));
    return { id: random.id(time), ownerId, contentType: 'IMAGE_PNG' as const, bytes, createdAt: iso(time) };
  });
  const unused = new Map(ids.map((id) => [id, photos.filter(({ ownerId }) => ownerId === id)]));

  const posts = Array.from({ length: postCount }, (_, index) => {
    const time = firstDay + 90 * day + Math.floor((index * 30 * day) / postCount);
    const authorId = random.pick(ids);
    const photoIds = (unused.get(authorId) ?? []).splice(0, random.integer(5) === 0 ? 1 : 0).map(({ id }) => id);
    const others = ids.filter((id) => id !== authorId);
    const comments = random.some(others, random.integer(5)).map((commenter, place) => ({
      id: random.id(time + (place + 1) * 7 * minute),
      authorId: commenter,
      text: random.pick(words.comments),
    }));
    const mention = random.integer(8) === 0 ? ` @${random.pick(people).handle}` : '';
    const likedBy = random.some(others, random.integer(8));
    return { id: random.id(time), authorId, text: random.pick(words.posts) + mention, photoIds, comments, likedBy };
  });

  return {
    users: { people, password: 'banyan banyan', follows },
    posts,
    photos,
    notifications: notificationsOf(posts, random, iso),
    blockedUrls: ['http://free-gifts.example/win', 'cheap-bags.example', 'http://login.example.net/verify/'].map(
      (url) => ({
        url,
        reason: 'Reported by many.',
        by: ids[0] ?? '',
        at: iso(present),
      }),
    ),
  };
}

/** What the authors were told of the likes and comments of the last posts. */
function notificationsOf(
  posts: SeedPost[],
  random: ReturnType<typeof createRandom>,
  iso: (time: number) => string,
): SeedNotification[] {
  return posts.slice(-150).flatMap(({ id: postId, authorId, likedBy, comments }, index) => {
    const time = present - (150 - index) * 60 * minute;
    const tell = (kind: SeedNotification['kind'], actorId: string, place: number): SeedNotification => {
      const at = time + place * minute;
      return { id: random.id(at), userId: authorId, kind, actorId, postId, createdAt: iso(at), read: index < 100 };
    };
    return [
      ...likedBy.slice(0, 2).map((actor, place) => tell('POST_LIKED', actor, place)),
      ...comments.slice(0, 1).map(({ authorId: actor }) => tell('COMMENT_ADDED', actor, 5)),
    ];
  });
}
