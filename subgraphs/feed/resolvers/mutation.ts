import { isId, mutation, requireViewer, UserMistake } from '@banyan/kit';
import type {
  AddCommentInput,
  DeleteCommentInput,
  DeletePostInput,
  LikePostInput,
  MutationResolvers,
  PublishPostInput,
  UnlikePostInput,
} from '../__generated__/resolvers.ts';
import { createComment } from '../comment.ts';
import type { Context } from '../context.ts';
import { createPost, type Post } from '../post.ts';
import { visibleComment, visiblePost } from '../visibility.ts';

const noPost = () => new UserMistake('NOT_FOUND', 'postId', 'There is no such post.');

async function requirePost(id: string, context: Context): Promise<Post> {
  const post = await visiblePost(id, context);
  if (!post) throw noPost();
  return post;
}

const likeMutation = (liked: boolean) =>
  mutation(async ({ postId }: LikePostInput | UnlikePostInput, context: Context) => {
    const viewer = requireViewer(context);
    const post = await requirePost(postId, context);
    await context.store.likes.set(post, viewer, liked);
    context.loaders.clear(postId);
    return { post };
  });

export const Mutation: MutationResolvers = {
  publishPost: mutation(async ({ text, photoIds }: PublishPostInput, context: Context) => {
    const post = createPost(requireViewer(context), { text, photoIds });
    await context.checkSpam(post.text, context);
    await context.store.posts.insert(post);
    return { post };
  }),
  deletePost: mutation(async ({ postId }: DeletePostInput, context: Context) => {
    const viewer = requireViewer(context);
    const post = await requirePost(postId, context);
    if (post.authorId !== viewer) throw new UserMistake('FORBIDDEN', 'postId', 'Only its author may delete a post.');
    await context.store.posts.remove(post);
    context.loaders.clear(postId);
    return { deletedPostId: postId };
  }),
  addComment: mutation(async ({ postId, text }: AddCommentInput, context: Context) => {
    const viewer = requireViewer(context);
    const post = await requirePost(postId, context);
    const comment = createComment(viewer, post.id, text);
    await context.checkSpam(comment.text, context);
    if (!(await context.store.comments.insert(comment))) throw noPost();
    context.loaders.clear(postId);
    return { comment };
  }),
  deleteComment: mutation(async ({ commentId }: DeleteCommentInput, context: Context) => {
    const viewer = requireViewer(context);
    const comment = isId(commentId) ? await context.store.comments.comment(commentId) : undefined;
    const mine = comment?.authorId === viewer;
    if (!comment || !(mine || (await visibleComment(commentId, context)))) {
      throw new UserMistake('NOT_FOUND', 'commentId', 'There is no such comment.');
    }
    const post = await visiblePost(comment.postId, context);
    if (!mine && post?.authorId !== viewer) {
      throw new UserMistake(
        'FORBIDDEN',
        'commentId',
        'Only its author and the author of the post may delete a comment.',
      );
    }
    await context.store.comments.remove(comment);
    context.loaders.clear(comment.postId);
    return { deletedCommentId: commentId, post: await visiblePost(comment.postId, context) };
  }),
  likePost: likeMutation(true),
  unlikePost: likeMutation(false),
};
