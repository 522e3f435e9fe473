/** Runs `work` alone among all work that holds one of the same keys. */
export type Hold = <T>(keys: string[], work: () => Promise<T>) => Promise<T>;

/**
 * Locks by key. All keys of one call are queued for at once, so everybody stands in the same order in every queue and
 * nobody can wait for each other in a circle.
 */
export function createLocks(): Hold {
  const tails = new Map<string, Promise<void>>();

  return async (keys, work) => {
    const mine = Promise.withResolvers<void>();
    const unique = new Set(keys);
    const before = [...unique].map((key) => tails.get(key));
    for (const key of unique) tails.set(key, mine.promise);
    try {
      await Promise.all(before);
      return await work();
    } finally {
      mine.resolve();
      for (const key of unique) if (tails.get(key) === mine.promise) tails.delete(key);
    }
  };
}
