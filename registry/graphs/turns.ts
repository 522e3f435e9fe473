/**
 * Lets one thing at a time happen to each key in this process, in the order of asking. It only spares work: two changes of one
 * variant at once would both compose, and one for nothing. What keeps them apart are conditions in the store.
 */
export function createTurns() {
  const last = new Map<string, Promise<unknown>>();

  return async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
