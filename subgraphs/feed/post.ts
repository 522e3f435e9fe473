import { isId, newId, timeOfId, UserMistake } from '@banyan/kit';
import { checkText, hashtagsIn, maxPostLength, mentionsIn } from './text.ts';

export interface Post {
  id: string;
  authorId: string;
  text: string;
  photoIds: string[];
  hashtags: string[];
  mentions: string[];
  /** ISO 8601, UTC. */
  createdAt: string;
  /** The ids of its first three comments. */
  firstComments: string[];
  /** How often those have changed. */
  firstCommentsVersion: number;
  /** Hidden from everybody but its author. */
  hidden?: boolean;
}

const maxPhotos = 10;

export interface NewPost {
  text: string;
  photoIds?: readonly string[];
}

/** The post that an input makes. @throws UserMistake when it may not be published. */
export function createPost(authorId: string, { text, photoIds = [] }: NewPost, id = newId()): Post {
  const photos = [...new Set(photoIds)];
  if (photos.length > maxPhotos) {
    throw new UserMistake('BAD_USER_INPUT', 'photoIds', `A post has at most ${maxPhotos} photos.`);
  }
  if (!photos.every(isId)) throw new UserMistake('BAD_USER_INPUT', 'photoIds', 'This is not the id of a photo.');
  const kept = checkText(text, maxPostLength, photos.length > 0);
  return {
    id,
    authorId,
    text: kept,
    photoIds: photos,
    hashtags: hashtagsIn(kept),
    mentions: mentionsIn(kept),
    createdAt: timeOfId(id).toISOString(),
    firstComments: [],
    firstCommentsVersion: 0,
  };
}
