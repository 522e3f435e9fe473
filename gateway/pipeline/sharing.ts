interface UnderWay<T> {
  result: Promise<T>;
  /** Milliseconds since the epoch. */
  joinableUntil: number;
}

/**
 * Work that is shared by all who ask for the same while it is under way. Half of its time after it began it is not joined any more:
 * whoever came late would have too little left, and requests that keep coming would hang on one that hangs.
 */
export class Sharing<T> {
  readonly #underWay = new Map<string, UnderWay<T>>();

  /** @param deadline of the work, in milliseconds since the epoch */
  take(key: string, deadline: number, start: () => Promise<T>): Promise<T> {
    const now = Date.now();
    const found = this.#underWay.get(key);
    if (found && now < found.joinableUntil) return found.result;
    const mine = { result: start(), joinableUntil: now + (deadline - now) / 2 };
    this.#underWay.set(key, mine);
    const ended = () => {
      if (this.#underWay.get(key) === mine) this.#underWay.delete(key);
    };
    mine.result.then(ended, ended);
    return mine.result;
  }
}
