import { v7 } from 'uuid';

/** A source of numbers that says the same whenever it is started with the same seed. https://en.wikipedia.org/wiki/Xorshift */
export interface Random {
  /** 0 to `below` - 1. */
  integer(below: number): number;
  pick<T>(list: readonly T[]): T;
  /** Some of a list, in an order of its own. */
  some<T>(list: readonly T[], count: number): T[];
  /** An id as of this time. */
  id(time: number): string;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
  const integer = (below: number) => next() % below;
  return {
    integer,
    pick: (list) => list[integer(list.length)] as (typeof list)[number],
    some(list, count) {
      const rest = [...list];
      return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(integer(rest.length), 1)).flat();
    },
    id: (time) =>
      v7({ msecs: time, seq: integer(2 ** 31), random: Uint8Array.from({ length: 16 }, () => integer(256)) }),
  };
}
