/** The rules of the service, as plainly as they can be said, to compare the real one with. */

export interface ModelPost {
  id: string;
  author: string;
  photoIds: string[];
  /** By id, who said it. */
  comments: Map<string, string>;
  likes: Set<string>;
}

const pair = (a: string, b: string) => `${a} ${b}`;

export function createModel() {
  const follows = new Set<string>();
  const blocks = new Set<string>();
  const posts = new Map<string, ModelPost>();
  const everBlocked = new Set<string>();

  const hidden = (a: string, b: string) => blocks.has(pair(a, b)) || blocks.has(pair(b, a));

  return {
    posts,
    follow(by: string, about: string) {
      if (!hidden(by, about)) follows.add(pair(by, about));
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
    publish(id: string, author: string, photoIds: string[]) {
      posts.set(id, { id, author, photoIds, comments: new Map(), likes: new Set() });
    },
    /** Whether one has liked or commented what the other has published. */
    haveMet: (a: string, b: string) =>
      [...posts.values()].some(({ author, likes, comments }) =>
        [
          [a, b],
          [b, a],
        ].some(([by = '', of = '']) => author === of && (likes.has(by) || [...comments.values()].includes(by))),
      ),
    hidden,
    /** Whether one of the two has ever blocked the other: then what they saw of each other depends on the moment. */
    everBlocked: (a: string, b: string) => everBlocked.has(pair(a, b)),
    followers: (of: string) => [...follows].filter((follow) => follow.endsWith(` ${of}`)).length,
    following: (by: string) => [...follows].filter((follow) => follow.startsWith(`${by} `)).length,
    /** The posts in a person's home feed, newest first. */
    homeFeed: (of: string) =>
      [...posts.values()]
        .filter(({ author }) => author === of || follows.has(pair(of, author)))
        .map(({ id }) => id)
        .sort()
        .reverse(),
  };
}

export type Model = ReturnType<typeof createModel>;
