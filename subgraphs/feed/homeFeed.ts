import type { Item, Page } from '@banyan/kit';
import type { Store } from './store.ts';

/** How many of the people whom somebody follows one page is merged from. */
export const maxAuthors = 100;

/**
 * The entries of a person's home feed, newest first: merged at read from the lists of the people whom they follow and their own.
 * One Query for whom they follow, and one for each of them.
 */
export async function homeFeedEntries({ relations, posts }: Store, userId: string, page: Page): Promise<Item[]> {
  const authors = [userId, ...(await relations.followed(userId, maxAuthors))];
  const lists = await Promise.all(authors.map((author) => posts.ofAuthor(author, page)));
  return newestFirst(lists, page.limit);
}

/** The newest `limit` entries of several lists, by their sort keys, which are ordered by time. */
export function newestFirst<Entry extends { sk: string }>(lists: Entry[][], limit: number): Entry[] {
  return lists
    .flat()
    .sort((a, b) => (a.sk < b.sk ? 1 : -1))
    .slice(0, limit);
}
