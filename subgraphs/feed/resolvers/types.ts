import type { CommentResolvers, PostResolvers, UserResolvers } from '../__generated__/resolvers.ts';
import { visibleComment, visiblePost } from '../visibility.ts';
import { commentPage, postPage } from './pages.ts';

export const Post: PostResolvers = {
  __resolveReference: ({ id }, context) => visiblePost(id, context),
  author: ({ authorId }) => ({ id: authorId }),
  photos: ({ photoIds, authorId }) => photoIds.map((id) => ({ id, ownerId: authorId })),
  likeCount: async ({ id }, _, { loaders }) => (await loaders.counts(id)).likes,
  commentCount: async ({ id }, _, { loaders }) => (await loaders.counts(id)).comments,
  viewerHasLiked: ({ id }, _, { loaders }) => loaders.liked(id),
  firstComments: async ({ firstComments }, _, context) => {
    const comments = await Promise.all(firstComments.map((id) => visibleComment(id, context)));
    return comments.filter((comment) => comment !== null);
  },
  comments: ({ id }, args, context) =>
    commentPage(`comments:${id}`, args, context, (page) => context.store.comments.ofPost(id, page)),
};

export const Comment: CommentResolvers = {
  __resolveReference: ({ id }, context) => visibleComment(id, context),
  author: ({ authorId }) => ({ id: authorId }),
  post: ({ postId }, _, context) => visiblePost(postId, context),
};

export const User: UserResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  posts: async ({ id }, args, context) => {
    if (await context.loaders.hidden(id)) return null;
    return postPage(`posts:${id}`, args, context, (page) => context.store.posts.ofAuthor(id, page));
  },
};
