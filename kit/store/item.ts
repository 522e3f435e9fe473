/** The key of every item of every domain's table: a partition and a place in it. */
export interface Key {
  pk: string;
  sk: string;
}

export interface Item extends Key {
  /** When DynamoDB may delete it (TTL): seconds since the epoch. It does so days later, so reads filter. */
  expiresAt?: number;
}

/** False for an item that has expired and is still there. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html */
export const isLive = (item: Item): boolean => item.expiresAt === undefined || item.expiresAt > Date.now() / 1_000;

/** A time as the TTL attribute has it, `ms` from now. */
export const expiryIn = (ms: number): number => Math.ceil((Date.now() + ms) / 1_000);

/** One string for a key. */
export const keyName = ({ pk, sk }: Key): string => `${pk}\0${sk}`;
