import { requireViewer } from '@banyan/kit';
import type { QueryResolvers } from '../__generated__/resolvers.ts';
import { homeFeedEntries } from '../homeFeed.ts';
import { canonicalHashtag, isHashtag } from '../text.ts';
import { visiblePost } from '../visibility.ts';
import { postPage } from './pages.ts';

export const Query: QueryResolvers = {
  homeFeed: (_, args, context) => {
    const viewer = requireViewer(context);
    return postPage(`homeFeed:${viewer}`, args, context, (page) => homeFeedEntries(context.store, viewer, page));
  },
  post: (_, { id }, context) => visiblePost(id, context),
  postsByHashtag: (_, { hashtag, ...args }, context) => {
    const canonical = canonicalHashtag(hashtag);
    const { posts } = context.store;
    return postPage(`hashtag:${canonical}`, args, context, async (page) =>
      isHashtag(canonical) ? posts.withHashtag(canonical, page) : [],
    );
  },
};
