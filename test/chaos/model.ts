/** The rules of the service, as plainly as they can be said, to compare the real one with. */

export interface ModelPost {
  id: string;
  author: string;
  photoIds: string[];
  /** Whom it mentions. */
  mentions: string[];
  /** The URL in its text. */
  url?: string;
  /** Whether spam has hidden it from everybody but its author. */
  isHidden: boolean;
  /** By id, who said it. */
  comments: Map<string, string>;
  likes: Set<string>;
}

/** What somebody publishes. */
export type NewPost = Pick<ModelPost, 'author' | 'photoIds' | 'mentions' | 'url'>;

/** All that one person can see in the end. */
export interface Seen {
  followerCount: number;
  followingCount: number;
  homeFeed: { id: string; likeCount: number; commentCount: number; photos: string[]; isSpam: boolean }[];
  /** What they were told of, of posts that they can see: `kind post count actors`, sorted. */
  told: string[];
  /** Which of the posts with a URL they can see, by id, sorted. */
  links: string[];
}

/** A notification, as `Seen` has it. */
export const telling = (kind: string, postId: string | undefined, count: number, actors: Iterable<string>): string =>
  [kind, postId ?? '-', count, ...[...actors].sort()].join(' ');

const pair = (a: string, b: string) => `${a} ${b}`;

export function createModel() {
  const follows = new Set<string>();
  const blocks = new Set<string>();
  const posts = new Map<string, ModelPost>();
  const deleted = new Set<string>();
  const blockedUrls = new Set<string>();
  const everFollowed = new Map<string, Set<string>>();
  const everBlocked = new Set<string>();

  const hidden = (a: string, b: string) => blocks.has(pair(a, b)) || blocks.has(pair(b, a));
  const sees = (by: string, { author, isHidden }: ModelPost) => !hidden(by, author) && (!isHidden || author === by);
  const isBlocked = (url: string | undefined) => url !== undefined && blockedUrls.has(url);

  /** Nobody is told of what they did themselves; what was told of somebody who is blocked later counts on, without a name. */
  function tellingOf(id: string, kind: string, postId: string | undefined, doers: Iterable<string>): string[] {
    const others = [...new Set(doers)].filter((other) => other !== id);
    const named = others.filter((other) => !hidden(id, other));
    return others.length > 0 ? [telling(kind, postId, others.length, named)] : [];
  }

  function tellingsOf(id: string): string[] {
    const ofPosts = [...posts.values()].flatMap((post) =>
      post.author === id
        ? [
            ...tellingOf(id, 'POST_LIKED', post.id, post.likes),
            ...tellingOf(id, 'COMMENT_ADDED', post.id, post.comments.values()),
            ...(post.isHidden ? [telling('SPAM_HIDDEN', post.id, 0, [])] : []),
          ]
        : post.mentions.includes(id) && sees(id, post)
          ? tellingOf(id, 'MENTIONED', post.id, [post.author])
          : [],
    );
    return [...ofPosts, ...tellingOf(id, 'NEW_FOLLOWER', undefined, everFollowed.get(id) ?? [])].sort();
  }

  return {
    posts,
    hidden,
    sees,
    isBlocked,

    follow(by: string, about: string) {
      if (hidden(by, about)) return;
      follows.add(pair(by, about));
      everFollowed.set(about, (everFollowed.get(about) ?? new Set()).add(by));
    },
    unfollow(by: string, about: string) {
      follows.delete(pair(by, about));
    },
    block(by: string, about: string) {
      blocks.add(pair(by, about));
      follows.delete(pair(by, about));
      follows.delete(pair(about, by));
      everBlocked.add(pair(by, about)).add(pair(about, by));
    },
    unblock(by: string, about: string) {
      blocks.delete(pair(by, about));
    },

    /** What was accepted although its URL is blocked is hidden by its event. */
    publish(id: string, post: NewPost) {
      posts.set(id, { ...post, id, isHidden: isBlocked(post.url), comments: new Map(), likes: new Set() });
    },
    delete(id: string) {
      posts.delete(id);
      deleted.add(id);
    },

    /** Hides nothing of the past. */
    blockUrl(url: string) {
      blockedUrls.add(url);
    },
    /** Brings back what it had hidden. */
    unblockUrl(url: string) {
      blockedUrls.delete(url);
      for (const post of posts.values()) if (post.url === url) post.isHidden = false;
    },

    /** Whether one has liked or commented what the other has published, or is mentioned there. */
    haveMet: (a: string, b: string) =>
      [...posts.values()].some(({ author, likes, comments, mentions }) =>
        [
          [a, b],
          [b, a],
        ].some(
          ([by = '', of = '']) =>
            author === of && (likes.has(by) || mentions.includes(by) || [...comments.values()].includes(by)),
        ),
      ),
    /** Whether one of the two has ever blocked the other: then what they saw of each other depends on the moment. */
    everBlocked: (a: string, b: string) => everBlocked.has(pair(a, b)),

    seenBy: (id: string): Seen => ({
      followerCount: [...follows].filter((follow) => follow.endsWith(` ${id}`)).length,
      followingCount: [...follows].filter((follow) => follow.startsWith(`${id} `)).length,
      homeFeed: [...posts.values()]
        .filter((post) => (post.author === id || follows.has(pair(id, post.author))) && sees(id, post))
        .sort((a, b) => (a.id < b.id ? 1 : -1))
        .map((post) => ({
          id: post.id,
          likeCount: post.likes.size,
          commentCount: post.comments.size,
          photos: post.photoIds,
          isSpam: isBlocked(post.url),
        })),
      told: tellingsOf(id),
      links: [...posts.values()]
        .filter((post) => post.url && sees(id, post))
        .map((post) => post.id)
        .sort(),
    }),

    /** What spam has found of a post. */
    caseOf: ({ url, isHidden }: ModelPost) => (isHidden ? `SPAM ${url}` : 'CLEAN'),
    /** The same of everything that was ever published, by id. */
    cases() {
      const alive = [...posts.values()].map((post) => [post.id, this.caseOf(post)]);
      return Object.fromEntries([...alive, ...[...deleted].map((id) => [id, 'DELETED'])].sort());
    },
  };
}

export type Model = ReturnType<typeof createModel>;
