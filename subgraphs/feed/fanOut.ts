import { idOfEntry } from './store/keys.ts';
import type { Store } from './store.ts';

/** How many of the latest posts of somebody come into the home feed of a new follower. */
const backFilled = 50;
const followersARead = 1_000;

/**
 * Brings posts into home feeds when they are published, so that reading one costs the same whomever one follows. Everything here may run
 * twice, and at the same time as a follow or a deletion: reading a home feed leaves out what came too late.
 * @param threshold whom more people follow is a star: no post of theirs is fanned out, home feeds merge them at read.
 */
export function createFanOut({ posts, relations, timelines }: Store, threshold: number) {
  /** Tells the followers of somebody who has just become a star. Until it is finished, it is done again. */
  async function becomeStar(userId: string): Promise<void> {
    await timelines.setReach(userId, 'starring');
    for await (const followers of relations.followers(userId, followersARead))
      await timelines.addStar(followers, userId);
    await timelines.setReach(userId, 'star');
  }

  /** The followers of an author page by page, or undefined for a star. */
  async function followersToServe(authorId: string): Promise<string[][] | undefined> {
    const reach = await timelines.reach(authorId);
    if (reach === 'star') return undefined;
    const pages: string[][] = [];
    let count = 0;
    for await (const followers of relations.followers(authorId, followersARead)) {
      count += followers.length;
      pages.push(followers);
      if (reach === 'starring' || count > threshold) {
        await becomeStar(authorId);
        return undefined;
      }
    }
    return pages;
  }

  return {
    async published(postId: string, authorId: string): Promise<void> {
      for (const followers of (await followersToServe(authorId)) ?? [])
        await timelines.add(followers, postId, authorId);
    },

    async deleted(postId: string, authorId: string): Promise<void> {
      for (const followers of (await followersToServe(authorId)) ?? []) await timelines.remove(followers, postId);
    },

    /** Makes the home feed of one person right after their follow of another has changed. */
    async followChanged(by: string, about: string): Promise<void> {
      if (!(await relations.follows(by, about))) {
        await timelines.removeStar(by, about);
        await timelines.removeAuthor(by, about);
      } else if (await timelines.reach(about)) {
        await timelines.addStar([by], about);
      } else {
        const latest = await posts.latestOf(about, backFilled);
        await timelines.fill(by, latest.map(idOfEntry), about);
      }
    },
  };
}

export type FanOut = ReturnType<typeof createFanOut>;
