import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { batchDelete, batchPut, type Item, type Page, queryPartition } from '@banyan/kit';
import { idOfEntry, reachKey, starKey, timelineEntry } from './keys.ts';

/** A post in somebody's home feed. */
export interface TimelineEntry extends Item {
  authorId: string;
}

/** `starring` while the followers of somebody who has become a star are being told. */
export type Reach = 'starring' | 'star' | undefined;

/** How many posts a home feed keeps beside those of stars. */
export const timelineLength = 800;
const entriesARead = 1_000;

/** The home feeds as they were written, and whom they do not hold because too many follow them. */
export function createTimelineStore(client: DynamoDBDocumentClient, table: string) {
  const partition = (userId: string) => `TIMELINE#${userId}`;
  const newest = (userId: string, limit: number, after?: string, consistent = false) =>
    queryPartition<TimelineEntry>(client, table, {
      pk: partition(userId),
      prefix: 'POST#',
      limit,
      after,
      newestFirst: true,
      consistent,
    });

  return {
    page: (userId: string, { limit, after }: Page): Promise<TimelineEntry[]> => newest(userId, limit, after),

    /** Puts one post into many home feeds. */
    add: (userIds: readonly string[], postId: string, authorId: string): Promise<void> =>
      batchPut(
        client,
        table,
        userIds.map((userId) => ({ ...timelineEntry(userId, postId), authorId })),
      ),

    /** Puts many posts of one author into one home feed. */
    fill: (userId: string, postIds: readonly string[], authorId: string): Promise<void> =>
      batchPut(
        client,
        table,
        postIds.map((postId) => ({ ...timelineEntry(userId, postId), authorId })),
      ),

    remove: (userIds: readonly string[], postId: string): Promise<void> =>
      batchDelete(
        client,
        table,
        userIds.map((userId) => timelineEntry(userId, postId)),
      ),

    /** Takes everything of an author out of a home feed. */
    async removeAuthor(userId: string, authorId: string): Promise<void> {
      for (let after: string | undefined, more = true; more; ) {
        const entries = await newest(userId, entriesARead, after, true);
        await batchDelete(
          client,
          table,
          entries.filter((entry) => entry.authorId === authorId),
        );
        after = entries.at(-1)?.sk;
        more = entries.length === entriesARead;
      }
    },

    /** Deletes what lies behind the length that a home feed keeps. */
    async trim(userId: string): Promise<void> {
      const entries = await newest(userId, timelineLength + entriesARead);
      await batchDelete(client, table, entries.slice(timelineLength));
    },

    async reach(userId: string): Promise<Reach> {
      const Key = { ...reachKey(userId) };
      const { Item: found } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      return found?.reach as Reach;
    },

    async setReach(userId: string, reach: NonNullable<Reach>): Promise<void> {
      await client.send(new PutCommand({ TableName: table, Item: { ...reachKey(userId), reach } }));
    },

    addStar: (userIds: readonly string[], star: string): Promise<void> =>
      batchPut(
        client,
        table,
        userIds.map((userId) => starKey(userId, star)),
      ),

    removeStar: (userId: string, star: string): Promise<void> => batchDelete(client, table, [starKey(userId, star)]),

    /** The stars whom a person follows, at most `limit`. */
    async stars(userId: string, limit: number): Promise<string[]> {
      const entries = await queryPartition<Item>(client, table, { pk: `USER#${userId}`, prefix: 'STAR#', limit });
      return entries.map(idOfEntry);
    },
  };
}
