import { createItemLoader } from '@banyan/kit';
import type { Comment } from './comment.ts';
import type { Post } from './post.ts';
import { blockKey, commentKey, countKeys, followKey, likeKey, postKey } from './store/keys.ts';
import type { Like } from './store/likes.ts';
import type { Store } from './store.ts';

export interface Counts {
  likes: number;
  comments: number;
}

/** What one request reads of the table, a batch a step. */
export interface Loaders {
  post(id: string): Promise<Post | undefined>;
  comment(id: string): Promise<Comment | undefined>;
  counts(postId: string): Promise<Counts>;
  /** Whether the viewer likes a post. */
  liked(postId: string): Promise<boolean>;
  /** Whether the viewer follows another person, as far as feed knows. */
  follows(userId: string): Promise<boolean>;
  /** Whether the viewer and another person do not see each other, because one has blocked the other. */
  hidden(userId: string): Promise<boolean>;
  /** Forgets what the request has changed of a post. */
  clear(postId: string): void;
}

export function createLoaders({ client, table }: Store, viewer: string | undefined): Loaders {
  const items = createItemLoader(client, table);

  return {
    post: (id) => items.get<Post>(postKey(id)),
    comment: (id) => items.get<Comment>(commentKey(id)),
    async counts(postId) {
      const shards = await Promise.all(countKeys(postId).map((key) => items.get<Partial<Counts>>(key)));
      const sum = (what: keyof Counts) => shards.reduce((total, shard) => total + (shard?.[what] ?? 0), 0);
      return { likes: sum('likes'), comments: sum('comments') };
    },
    async liked(postId) {
      return viewer !== undefined && Boolean((await items.get<Like>(likeKey(postId, viewer)))?.liked);
    },
    async follows(userId) {
      return viewer !== undefined && (await items.get(followKey(viewer, userId))) !== undefined;
    },
    async hidden(userId) {
      if (viewer === undefined || viewer === userId) return false;
      const blocks = [blockKey(viewer, userId), blockKey(userId, viewer)];
      return (await Promise.all(blocks.map((key) => items.get(key)))).some(Boolean);
    },
    clear(postId) {
      for (const key of [postKey(postId), ...countKeys(postId)]) items.clear(key);
      if (viewer) items.clear(likeKey(postId, viewer));
    },
  };
}
