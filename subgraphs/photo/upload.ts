import { expiryIn, isId, type Logger, newId, UserMistake } from '@banyan/kit';
import { mediaTypeOf, mediaTypes, type PhotoContentType } from './contentType.ts';
import type { Objects, SignedPut } from './objects.ts';
import { type Photo, servedKey, uploadKey } from './photo.ts';
import type { Store } from './store.ts';

/** The largest photo: 20 MiB. */
export const maxByteSize = 20 * 1024 * 1024;

const awaitMs = 24 * 60 * 60_000;

/** What somebody wants to upload. */
export interface Announcement {
  contentType: PhotoContentType;
  byteSize: number;
}

/** @throws UserMistake when a photo cannot have this size. */
export function checkByteSize(byteSize: number): void {
  if (byteSize >= 1 && byteSize <= maxByteSize) return;
  throw new UserMistake('BAD_USER_INPUT', 'byteSize', `A photo has 1 to ${maxByteSize.toLocaleString('en')} bytes.`);
}

/** What is wrong with the bytes that arrived; undefined when they are what was announced. */
export function faultOf(
  announced: Announcement,
  found: { byteSize: number; mediaType: string | undefined },
): string | undefined {
  if (found.byteSize !== announced.byteSize) {
    return `${announced.byteSize} bytes were announced, and ${found.byteSize} arrived.`;
  }
  const mediaType = mediaTypes[announced.contentType];
  if (found.mediaType === mediaType) return undefined;
  return `The contents were announced as ${mediaType}, and are ${found.mediaType ?? 'of no known kind'}.`;
}

/** The way of a photo from the wish to upload it to being ready or rejected. */
export function createUploads(store: Store, objects: Objects, log: Logger) {
  /** What lies in the bucket too long does no harm: the answer does not wait for another attempt. */
  async function remove(key: string): Promise<void> {
    try {
      await objects.remove(key);
    } catch (error) {
      log.warn({ err: error, key }, 'an object was not deleted');
    }
  }

  async function own(ownerId: string, photoId: string): Promise<Photo> {
    const photo = isId(photoId) ? await store.latest(photoId) : undefined;
    if (photo?.ownerId === ownerId) return photo;
    throw new UserMistake('NOT_FOUND', 'photoId', 'There is no upload of yours with this id.');
  }

  /** Judges bytes that nobody can change any more, and writes the verdict unless there is one. */
  async function settle(photo: Photo, key: string): Promise<void> {
    const { byteSize, head } = await objects.inspect(key).catch(async (error) => {
      await remove(key);
      throw error;
    });
    const fault = faultOf(photo, { byteSize, mediaType: await mediaTypeOf(head) });
    if (fault) await store.reject(photo, fault);
    else await store.makeReady(photo, key);
  }

  return {
    async request(
      ownerId: string,
      { contentType, byteSize }: Announcement,
    ): Promise<{ photo: Photo; upload: SignedPut }> {
      checkByteSize(byteSize);
      const photo: Photo = {
        id: newId(),
        ownerId,
        status: 'AWAITING_UPLOAD',
        contentType,
        byteSize,
        createdAt: new Date().toISOString(),
        expiresAt: expiryIn(awaitMs),
      };
      const upload = await objects.signPut(uploadKey(photo), mediaTypes[contentType], byteSize);
      await store.create(photo);
      return { photo, upload };
    },

    /**
     * Copies what has arrived to where no upload reaches, checks the copy, and serves that copy alone: what is put later to the
     * presigned URL changes nothing. Of attempts at the same time the first verdict counts, for all of them.
     * @throws UserMistake when nothing has arrived, and when what has arrived was rejected.
     */
    async complete(ownerId: string, photoId: string): Promise<Photo> {
      const photo = await own(ownerId, photoId);
      if (photo.status !== 'AWAITING_UPLOAD') return outcome(photo);

      const copy = servedKey(photoId, newId());
      const arrived = await objects.copy(uploadKey(photo), copy, mediaTypes[photo.contentType]);
      if (arrived) await settle(photo, copy);
      const settled = await own(ownerId, photoId);
      if (arrived) await Promise.all([remove(uploadKey(photo)), settled.objectKey !== copy && remove(copy)]);
      return outcome(settled);
    },
  };
}

function outcome(photo: Photo): Photo {
  if (photo.status === 'READY') return photo;
  if (photo.status === 'REJECTED') throw new UserMistake('BAD_USER_INPUT', 'photoId', photo.rejectionReason ?? '');
  throw new UserMistake('CONFLICT', 'photoId', 'Nothing has been uploaded yet: send the bytes first.');
}

export type Uploads = ReturnType<typeof createUploads>;
