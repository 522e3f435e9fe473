import { GetCommand } from '@aws-sdk/lib-dynamodb';
import {
  batchGet,
  ConditionFailed,
  createDocumentClient,
  createOutbox,
  type DomainEvent,
  expiryIn,
  type Item,
  isLive,
  type Page,
  queryPartition,
  type TransactItem,
} from '@banyan/kit';
import { photoProcessed, photoRejected } from './events.ts';
import type { Findings, Photo, PhotoStatus } from './photo.ts';
import { createUnfinished } from './store/unfinished.ts';

/** A photo's place in a list. */
export interface ListEntry extends Item {
  photoId: string;
}

/** A moderator's decision: by whom, and when. */
export type Review = Required<Pick<Photo, 'reviewedBy' | 'reviewedAt'>>;

const rejectedMs = 30 * 24 * 60 * 60_000;

const photoKey = (id: string) => ({ pk: `PHOTO#${id}`, sk: 'PHOTO' });

/** The lists of photos, newest first, by their partition. */
const lists = {
  owner: (ownerId: string) => `USER#${ownerId}`,
  label: (label: string) => `LABEL#${label}`,
  held: () => 'HELD',
};

/**
 * The table of photo, and every access to it.
 *
 * | pk | sk | what |
 * |---|---|---|
 * | `PHOTO#id` | `PHOTO` | the photo; it expires while it awaits its upload and once it is rejected |
 * | `USER#id` | `PHOTO#photoId` | the list of a person's ready photos |
 * | `LABEL#label` | `PHOTO#photoId` | the list of the ready photos that show it |
 * | `HELD` | `PHOTO#photoId` | the list of the photos that wait for a moderator |
 * | `UNFINISHED#shard` | `completedAt#photoId` | the photos with which something is still to be done |
 * | `OUTBOX#shard` | `photoId#sequence` | the outbox of events, kept by the kit |
 */
export function createStore(table: string) {
  const client = createDocumentClient();
  const outbox = createOutbox(client, table, 'photo');
  const unfinished = createUnfinished(client, table);

  const listed = (pk: string, { id }: Photo): TransactItem => ({
    Put: { TableName: table, Item: { pk, sk: `PHOTO#${id}`, photoId: id } },
  });
  const unlisted = (pk: string, { id }: Photo): TransactItem => ({
    Delete: { TableName: table, Key: { pk, sk: `PHOTO#${id}` } },
  });
  const shown = (photo: Photo, { labels = [] }: Partial<Findings>): TransactItem[] =>
    [lists.owner(photo.ownerId), ...labels.map(lists.label)].map((pk) => listed(pk, photo));

  /** Changes a photo that is still as it was read, and no other; what becomes undefined is removed. */
  function changed(photo: Photo, changes: Partial<Photo> & { status: PhotoStatus }): TransactItem {
    const entries = Object.entries(changes);
    const set = entries.filter(([, value]) => value !== undefined);
    const removed = entries.filter(([, value]) => value === undefined);
    const remove = removed.length > 0 ? ` REMOVE ${removed.map(([name]) => `#${name}`).join(', ')}` : '';
    return {
      Update: {
        TableName: table,
        Key: photoKey(photo.id),
        UpdateExpression: `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}${remove}`,
        ConditionExpression: '#status = :from',
        ExpressionAttributeNames: Object.fromEntries(entries.map(([name]) => [`#${name}`, name])),
        ExpressionAttributeValues: {
          ':from': photo.status,
          ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
        },
      },
    };
  }

  /** Writes all or nothing; nothing when a condition does not hold, as somebody else was first. @returns whether it wrote. */
  async function unlessDone(items: TransactItem[], events: DomainEvent[] = []): Promise<boolean> {
    try {
      await outbox.transact(items, events);
      return true;
    } catch (error) {
      if (error instanceof ConditionFailed) return false;
      throw error;
    }
  }

  return {
    client,
    table,
    outbox,
    unfinished,

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
    create(photo: Photo): Promise<boolean> {
      const item = { ...photoKey(photo.id), ...photo };
      const created = { Put: { TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' } };
      return unlessDone(photo.status === 'READY' ? [created, ...shown(photo, photo)] : [created]);
    },

    /** Takes the original of a photo that awaits it, and notes that it is to be processed. */
    accept(photo: Photo, original: string, correlationId: string): Promise<boolean> {
      const changes = { original, completedAt: new Date().toISOString() };
      return unlessDone([
        changed(photo, { ...changes, status: 'PROCESSING', expiresAt: undefined }),
        unfinished.put({ ...photo, ...changes }, correlationId),
      ]);
    },

    /** Makes a photo ready: it is on its owner's list and on those of its labels from now on. */
    publish: (photo: Photo, findings: Findings): Promise<boolean> =>
      unlessDone(
        [changed(photo, { ...findings, status: 'READY' }), ...shown(photo, findings)],
        [photoProcessed(photo)],
      ),

    /** Keeps a photo for a moderator to decide on. */
    hold: (photo: Photo, findings: Findings, holdReason: string): Promise<boolean> =>
      unlessDone([changed(photo, { ...findings, holdReason, status: 'HELD' }), listed(lists.held(), photo)]),

    /** Rejects a photo that is being processed. */
    reject: (photo: Photo, reason: string): Promise<boolean> =>
      unlessDone([changed(photo, rejected(reason))], [photoRejected(photo, reason)]),

    /** Makes a held photo ready. */
    approveHeld: (photo: Photo, review: Review): Promise<boolean> =>
      unlessDone(
        [changed(photo, { ...review, status: 'READY' }), unlisted(lists.held(), photo), ...shown(photo, photo)],
        [photoProcessed(photo)],
      ),

    /** Rejects a held photo, and notes that its pictures are to be removed. */
    rejectHeld: (photo: Photo, review: Review, reason: string, correlationId: string): Promise<boolean> =>
      unlessDone(
        [
          changed(photo, { ...review, ...rejected(reason) }),
          unlisted(lists.held(), photo),
          unfinished.put(photo, correlationId),
        ],
        [photoRejected(photo, reason)],
      ),

    /** A list of photos, newest first. */
    list: (pk: string, { limit, after }: Page): Promise<ListEntry[]> =>
      queryPartition<ListEntry>(client, table, { pk, prefix: 'PHOTO#', limit, after, newestFirst: true }),
    lists,
  };
}

const rejected = (rejectionReason: string) =>
  ({ status: 'REJECTED', rejectionReason, expiresAt: expiryIn(rejectedMs) }) as const;

export type Store = ReturnType<typeof createStore>;
