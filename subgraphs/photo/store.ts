import { GetCommand } from '@aws-sdk/lib-dynamodb';
import {
  batchGet,
  ConditionFailed,
  createDocumentClient,
  type Item,
  isLive,
  type Page,
  queryPartition,
  type TransactItem,
  transact,
} from '@banyan/kit';
import type { Photo } from './photo.ts';

/** A place in a person's list of photos. */
export interface ListEntry extends Item {
  photoId: string;
}

const photoKey = (id: string) => ({ pk: `PHOTO#${id}`, sk: 'PHOTO' });

/**
 * The table of photo, and every access to it.
 *
 * | pk | sk | what |
 * |---|---|---|
 * | `PHOTO#id` | `PHOTO` | the photo; it expires unless it becomes ready |
 * | `USER#id` | `PHOTO#photoId` | the list of a person's ready photos |
 */
export function createStore(table: string) {
  const client = createDocumentClient();

  const listed = ({ id, ownerId }: Photo): TransactItem => ({
    Put: { TableName: table, Item: { pk: `USER#${ownerId}`, sk: `PHOTO#${id}`, photoId: id } },
  });
  const created = (photo: Photo): TransactItem => ({
    Put: {
      TableName: table,
      Item: { ...photoKey(photo.id), ...photo },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  });
  /** Changes a photo that still awaits its upload, and no other. */
  const settled = (id: string, UpdateExpression: string, values: Record<string, unknown>): TransactItem => ({
    Update: {
      TableName: table,
      Key: photoKey(id),
      UpdateExpression,
      ConditionExpression: '#status = :awaiting',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ...values, ':awaiting': 'AWAITING_UPLOAD' },
    },
  });

  /** Writes all or nothing; nothing when a condition does not hold, as somebody else was first. */
  async function unlessDone(items: TransactItem[]): Promise<void> {
    try {
      await transact(client, items);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }

  return {
    client,
    table,

    /** The photos with these ids, in their order. */
    photos: (ids: readonly string[]): Promise<(Photo | undefined)[]> =>
      batchGet<Photo & Item>(client, table, ids.map(photoKey)),

    /** The photo with everything that was written to it before. */
    async latest(id: string): Promise<Photo | undefined> {
      const { Item: found } = await client.send(
        new GetCommand({ TableName: table, Key: photoKey(id), ConsistentRead: true }),
      );
      return found && isLive(found as Item) ? (found as Photo & Item) : undefined;
    },

    /** Writes a new photo, unless it is there already. */
    create: (photo: Photo): Promise<void> =>
      unlessDone(photo.status === 'READY' ? [created(photo), listed(photo)] : [created(photo)]),

    /** Makes a photo ready that awaits its upload, and puts it on its owner's list; any other stays as it is. */
    makeReady(photo: Photo, objectKey: string): Promise<void> {
      const change = 'SET #status = :ready, objectKey = :objectKey REMOVE expiresAt';
      const values = { ':ready': 'READY', ':objectKey': objectKey };
      return unlessDone([settled(photo.id, change, values), listed(photo)]);
    },

    /** Rejects a photo that awaits its upload; any other stays as it is. */
    reject: ({ id }: Photo, reason: string): Promise<void> =>
      unlessDone([
        settled(id, 'SET #status = :rejected, rejectionReason = :reason', {
          ':rejected': 'REJECTED',
          ':reason': reason,
        }),
      ]),

    /** A person's ready photos, newest first. */
    list: (ownerId: string, { limit, after }: Page): Promise<ListEntry[]> =>
      queryPartition<ListEntry>(client, table, {
        pk: `USER#${ownerId}`,
        prefix: 'PHOTO#',
        limit,
        after,
        newestFirst: true,
      }),
  };
}

export type Store = ReturnType<typeof createStore>;
