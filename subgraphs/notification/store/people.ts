import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  ConditionFailed,
  expiryIn,
  type Item,
  type Key,
  queryPartition,
  type TransactItem,
  transact,
} from '@banyan/kit';
import { blockKey, handleKey, pairKey, waitingKey, waitingPrefix } from './keys.ts';
import { createReader } from './read.ts';

/** Whose a handle is, and since when. */
export interface HandleOwner {
  userId: string;
  /** ISO 8601, UTC. */
  since: string;
}

/** That a post has mentioned a handle that we knew of nobody's. */
export interface WaitingMention {
  postId: string;
  actorId: string;
  createdAt: string;
}

const waitingMs = 7 * 86_400_000;
const waitingAPage = 100;

/** Our copy of who has which handle and who blocks whom, kept by user's events. */
export function createPeopleStore(client: DynamoDBDocumentClient, table: string) {
  const read = createReader(client, table);
  const put = (key: Key): TransactItem => ({ Put: { TableName: table, Item: key } });
  const remove = (key: Key): TransactItem => ({ Delete: { TableName: table, Key: key } });

  /** Applies what an event says, unless a later event of the same two people has been applied. */
  async function applyOnce(pair: string, sequence: number, write: TransactItem): Promise<void> {
    const upTo: TransactItem = {
      Put: {
        TableName: table,
        Item: { ...pairKey(pair), sequence },
        ConditionExpression: 'attribute_not_exists(pk) OR #sequence < :sequence',
        ExpressionAttributeNames: { '#sequence': 'sequence' },
        ExpressionAttributeValues: { ':sequence': sequence },
      },
    };
    try {
      await transact(client, [upTo, write]);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }

  return {
    blocked: (pair: string, sequence: number, by: string, about: string): Promise<void> =>
      applyOnce(pair, sequence, put(blockKey(by, about))),

    unblocked: (pair: string, sequence: number, by: string, about: string): Promise<void> =>
      applyOnce(pair, sequence, remove(blockKey(by, about))),

    /** Whether one of the two has blocked the other. */
    async areApart(a: string, b: string): Promise<boolean> {
      const blocks = await Promise.all([read(blockKey(a, b)), read(blockKey(b, a))]);
      return blocks.some(Boolean);
    },

    register: (handle: string, owner: HandleOwner): Promise<void> =>
      transact(client, [{ Put: { TableName: table, Item: { ...handleKey(handle), ...owner } } }]),

    ownerOf: (handle: string): Promise<HandleOwner | undefined> => read<HandleOwner>(handleKey(handle)),

    /** Keeps a mention for a week, for when its handle is known. @returns false when it is known by now. */
    async waitFor(handle: string, mention: WaitingMention): Promise<boolean> {
      const key = waitingKey(handle, mention.createdAt, mention.postId);
      const unknown: TransactItem = {
        ConditionCheck: { TableName: table, Key: handleKey(handle), ConditionExpression: 'attribute_not_exists(pk)' },
      };
      const waiting = { ...key, ...mention, expiresAt: expiryIn(waitingMs) };
      try {
        await transact(client, [unknown, { Put: { TableName: table, Item: waiting } }]);
        return true;
      } catch (error) {
        if (error instanceof ConditionFailed) return false;
        throw error;
      }
    },

    /** The mentions of a handle that wait and were made at this time or later, a page at a time. */
    async *waiting(handle: string, since: string): AsyncGenerator<(WaitingMention & Item)[]> {
      const { pk, sk } = waitingKey(handle, since, '');
      for (let after: string | undefined = sk; after; ) {
        const page: (WaitingMention & Item)[] = await queryPartition(client, table, {
          pk,
          prefix: waitingPrefix,
          limit: waitingAPage,
          after,
          consistent: true,
        });
        yield page;
        after = page.length === waitingAPage ? page.at(-1)?.sk : undefined;
      }
    },
  };
}
