import { createHmac, timingSafeEqual } from 'node:crypto';
import { failure } from './errors.ts';

/** The arguments of a forward Relay connection. https://relay.dev/graphql/connections.htm */
export interface ConnectionArgs {
  first?: number | null;
  after?: string | null;
}

export interface Connection<Node> {
  edges: { node: Node; cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

/** What a store is asked for: at most `limit` items that come after `after` (a sort key), `limit` being one more than the page. */
export interface Page {
  limit: number;
  after?: string;
}

export const defaultPageSize = 20;
export const maxPageSize = 100;

const macBytes = 16;

/**
 * Relay connections whose cursors only this service makes: a cursor is a sort key and a MAC over it and the list that it was made for,
 * so that a tampered cursor, or one of another list or another person, is refused.
 */
export interface Connections {
  /**
   * @param list names the list, with the ids that make it this one list (`followers:<user id>`).
   * @param fetch reads at most `page.limit` items in the list's order.
   * @param keyOf the sort key of an item.
   * @throws BAD_USER_INPUT for `first` outside of 0 to 100 and for a cursor that is not of this list.
   */
  connect<Item>(
    list: string,
    args: ConnectionArgs,
    fetch: (page: Page) => Promise<Item[]>,
    keyOf: (item: Item) => string,
  ): Promise<Connection<Item>>;
}

/** @param secret keys the MAC: base64url, the same for all instances of a service. */
export function createConnections(secret: string): Connections {
  const key = Buffer.from(secret, 'base64url');
  const mac = (list: string, sortKey: string) =>
    createHmac('sha256', key).update(`${list}\0${sortKey}`).digest().subarray(0, macBytes);

  const encode = (list: string, sortKey: string) =>
    Buffer.concat([mac(list, sortKey), Buffer.from(sortKey)]).toString('base64url');

  function decode(list: string, cursor: string): string {
    const bytes = Buffer.from(cursor, 'base64url');
    const sortKey = bytes.subarray(macBytes).toString();
    const whole = bytes.length > macBytes && bytes.toString('base64url') === cursor;
    if (!whole || !timingSafeEqual(bytes.subarray(0, macBytes), mac(list, sortKey))) {
      throw failure('BAD_USER_INPUT', 'The cursor "after" is not one of this list.');
    }
    return sortKey;
  }

  return {
    async connect(list, args, fetch, keyOf) {
      const first = pageSize(args.first);
      const after = args.after == null ? undefined : decode(list, args.after);
      const found = await fetch({ limit: first + 1, after });
      const edges = found.slice(0, first).map((node) => ({ node, cursor: encode(list, keyOf(node)) }));
      return {
        edges,
        pageInfo: {
          hasNextPage: found.length > first,
          hasPreviousPage: after !== undefined,
          startCursor: edges[0]?.cursor ?? null,
          endCursor: edges.at(-1)?.cursor ?? null,
        },
      };
    },
  };
}

function pageSize(first: number | null | undefined): number {
  if (first == null) return defaultPageSize;
  if (first < 0 || first > maxPageSize) {
    throw failure('BAD_USER_INPUT', `"first" must be between 0 and ${maxPageSize}.`);
  }
  return first;
}
