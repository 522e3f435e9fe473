import { isId } from '@banyan/kit';
import type { Comment } from './comment.ts';
import type { Context } from './context.ts';
import type { Post } from './post.ts';

/** A post, unless it is hidden from the viewer: by a block between the two, or from everybody but its author. */
export async function visiblePost(id: string, { loaders, identity }: Context): Promise<Post | null> {
  const post = isId(id) ? await loaders.post(id) : undefined;
  if (!post || (post.hidden && post.authorId !== identity.userId)) return null;
  return (await loaders.hidden(post.authorId)) ? null : post;
}

/** A comment, unless its author or the post that it was said of is hidden from the viewer. */
export async function visibleComment(id: string, context: Context): Promise<Comment | null> {
  const comment = isId(id) ? await context.loaders.comment(id) : undefined;
  if (!comment || comment.hidden || (await context.loaders.hidden(comment.authorId))) return null;
  return (await visiblePost(comment.postId, context)) ? comment : null;
}
