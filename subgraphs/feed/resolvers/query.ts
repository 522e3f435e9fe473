import { requireViewer } from '@banyan/kit';
import type { QueryResolvers } from '../__generated__/resolvers.ts';
import { homeFeedEntries } from '../homeFeed.ts';
import { canonicalHashtag, isHashtag } from '../text.ts';
import { visiblePost } from '../visibility.ts';
import { homePage, postPage } from './pages.ts';

/** How often looking at a home feed trims it: it grows slowly, and nobody waits for it. */
const trimChance = 0.02;

export const Query: QueryResolvers = {
  homeFeed: (_, args, context) => {
    const viewer = requireViewer(context);
    const { store } = context;
    if (!args.after && Math.random() < trimChance) {
      store.timelines
        .trim(viewer)
        .catch((error) => context.log.warn({ err: error }, 'a home feed could not be trimmed'));
    }
    return homePage(`homeFeed:${viewer}`, args, context, (page) => homeFeedEntries(store, viewer, page));
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
