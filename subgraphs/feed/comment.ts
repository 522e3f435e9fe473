import { newId, timeOfId } from '@banyan/kit';
import { checkText, maxCommentLength } from './text.ts';

export interface Comment {
  id: string;
  postId: string;
  authorId: string;
  text: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** Hidden from everybody. */
  hidden?: boolean;
}

/** The comment that an input makes. @throws UserMistake when it may not be added. */
export function createComment(authorId: string, postId: string, text: string, id = newId()): Comment {
  const kept = checkText(text, maxCommentLength, false);
  return { id, postId, authorId, text: kept, createdAt: timeOfId(id).toISOString() };
}
