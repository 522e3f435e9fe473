import type { Item, Page } from '@banyan/kit';
import type { Store } from './store.ts';

/** How many of the stars whom somebody follows one page is merged from. */
export const maxStars = 50;

/**
 * The entries of a person's home feed, newest first: what was fanned out to them, their own posts, and those of the stars whom they follow.
 * Three Queries, whomever they follow and whoever follows them, and one for each star.
 */
export async function homeFeedEntries({ posts, timelines }: Store, userId: string, page: Page): Promise<Item[]> {
  const [timeline, own, stars] = await Promise.all([
    timelines.page(userId, page),
    posts.ofAuthor(userId, page),
    timelines.stars(userId, maxStars),
  ]);
  const lists = await Promise.all(stars.map((star) => posts.ofAuthor(star, page)));
  return newestFirst([timeline, own, ...lists], page.limit);
}

/** The newest `limit` entries of several lists, each once, by their sort keys, which are ordered by time. */
export function newestFirst<Entry extends { sk: string }>(lists: Entry[][], limit: number): Entry[] {
  const distinct = new Map(lists.flat().map((entry) => [entry.sk, entry]));
  return [...distinct.values()].sort((a, b) => (a.sk < b.sk ? 1 : -1)).slice(0, limit);
}
