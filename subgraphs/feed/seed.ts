import { ensureTable } from '@banyan/kit';
import { createComment } from './comment.ts';
import { createPost } from './post.ts';
import { createStore } from './store.ts';
import type { FeedConfig } from './subgraph.ts';

/** A post of the fixed world, with what people thought of it. When it was published is in its id. */
export interface SeedPost {
  id: string;
  authorId: string;
  text: string;
  photoIds: string[];
  comments: { id: string; authorId: string; text: string }[];
  likedBy: string[];
}

/** Publishes the posts that are not there yet, and adds comments and likes. `done` is told after each post. */
export async function seedFeed(
  config: Pick<FeedConfig, 'TABLE_PREFIX'>,
  { posts }: { posts: SeedPost[] },
  done: () => void,
): Promise<void> {
  const store = createStore(`${config.TABLE_PREFIX}feed`);
  await ensureTable(store.client, store.table);
  for (const { id, authorId, text, photoIds, comments, likedBy } of posts) {
    const post = createPost(authorId, { text, photoIds }, id);
    await store.posts.insert(post);
    for (const comment of comments) {
      await store.comments.insert(createComment(comment.authorId, id, comment.text, comment.id));
    }
    await Promise.all(likedBy.map((userId) => store.likes.set(post, userId, true)));
    done();
  }
}
