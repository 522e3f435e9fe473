import { type Background, chunks, failure, type Logger } from '@banyan/kit';

/** Somebody who listens: one live stream. */
export interface Listener {
  /** Waits until there may be something new; at once, where there may be since the last call, or after the end. */
  news(): Promise<void>;
}

/** All live streams of this instance, by person. */
export interface Listeners extends Background {
  /** Adds a stream of a person until `signal` ends it. @throws RATE_LIMITED when the person has as many as one can have. */
  listen(userId: string, signal: AbortSignal): Listener;
  /** Says that there is something new for a person. */
  wake(userId: string): void;
}

interface Listening {
  /** How far the person's order was, when we looked last. */
  sequence?: number;
  wakes: Set<() => void>;
}

const peopleALook = 100;

/**
 * Who listens is woken by what this instance writes, and for what others write by a look at the sequences of all who listen here:
 * one batch read a hundred people, whatever the number of their streams, and none while nobody listens.
 * @param sequences reads how far the order of each of these people is.
 */
export function createListeners(
  sequences: (userIds: readonly string[]) => Promise<number[]>,
  { lookMs, maxAPerson }: { lookMs: number; maxAPerson: number },
  log: Logger,
): Listeners {
  const people = new Map<string, Listening>();
  const wakeAll = (listening: Listening | undefined) => listening?.wakes.forEach((wake) => void wake());

  async function look() {
    for (const userIds of chunks([...people.keys()], peopleALook)) {
      const now = await sequences(userIds);
      for (const [at, userId] of userIds.entries()) {
        const listening = people.get(userId);
        if (!listening || listening.sequence === now[at]) continue;
        listening.sequence = now[at];
        wakeAll(listening);
      }
    }
  }

  let looking: Promise<void> | undefined;
  const timer = setInterval(() => {
    looking ??= look()
      .catch((error) => log.warn({ err: error }, 'looking for news failed, will try again'))
      .finally(() => {
        looking = undefined;
      });
  }, lookMs);

  return {
    listen(userId, signal) {
      const listening = people.get(userId) ?? { wakes: new Set() };
      if (listening.wakes.size >= maxAPerson) {
        throw failure(
          'RATE_LIMITED',
          `A person can have ${maxAPerson} live streams at one time. End another one first.`,
        );
      }
      let isNew = true;
      let waiting = () => {};
      const wake = () => {
        isNew = true;
        waiting();
      };
      if (!signal.aborted) people.set(userId, listening);
      listening.wakes.add(wake);
      signal.addEventListener('abort', () => {
        listening.wakes.delete(wake);
        if (listening.wakes.size === 0 && people.get(userId) === listening) people.delete(userId);
        wake();
      });
      return {
        async news() {
          if (!isNew && !signal.aborted) await new Promise<void>((resolve) => (waiting = resolve));
          isNew = false;
        },
      };
    },
    wake: (userId) => wakeAll(people.get(userId)),
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
