import type { Item, Key } from '@banyan/kit';

/** Where things lie in the table; what is a list is in the names of its entries' sort keys. */
export const postKey = (id: string): Key => ({ pk: `POST#${id}`, sk: 'POST' });
export const commentKey = (id: string): Key => ({ pk: `COMMENT#${id}`, sk: 'COMMENT' });
export const likeKey = (postId: string, userId: string): Key => ({ pk: `POST#${postId}`, sk: `LIKE#${userId}` });
export const followKey = (by: string, about: string): Key => ({ pk: `USER#${by}`, sk: `FOLLOW#${about}` });
export const blockKey = (by: string, about: string): Key => ({ pk: `USER#${by}`, sk: `BLOCK#${about}` });
export const authorEntry = (userId: string, postId: string): Key => ({ pk: `USER#${userId}`, sk: `POST#${postId}` });
export const hashtagEntry = (hashtag: string, postId: string): Key => ({ pk: `TAG#${hashtag}`, sk: `POST#${postId}` });
export const commentEntry = (postId: string, commentId: string): Key => ({
  pk: `POST#${postId}`,
  sk: `COMMENT#${commentId}`,
});

/** Counts that many write at once are spread over this many items, and summed when read. */
const countShards = 4;
export const countKeys = (postId: string): Key[] =>
  Array.from({ length: countShards }, (_, shard) => ({ pk: `POST#${postId}`, sk: `COUNT#${shard}` }));
export const anyCountKey = (postId: string): Key => ({
  pk: `POST#${postId}`,
  sk: `COUNT#${Math.floor(Math.random() * countShards)}`,
});

export const followerKey = (of: string, by: string): Key => ({ pk: `USER#${of}`, sk: `FOLLOWER#${by}` });
export const reachKey = (userId: string): Key => ({ pk: `USER#${userId}`, sk: 'REACH' });
export const starKey = (by: string, star: string): Key => ({ pk: `USER#${by}`, sk: `STAR#${star}` });
export const timelineEntry = (userId: string, postId: string): Key => ({
  pk: `TIMELINE#${userId}`,
  sk: `POST#${postId}`,
});

/** The id behind the # of an entry's sort key. */
export const idOfEntry = ({ sk }: Item): string => sk.slice(sk.indexOf('#') + 1);
