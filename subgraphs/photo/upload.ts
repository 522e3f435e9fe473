import { currentRequest, expiryIn, isId, type Logger, newId, newTraceId, UserMistake } from '@banyan/kit';
import { mediaTypes, type PhotoContentType } from './contentType.ts';
import type { Objects, SignedPut } from './objects.ts';
import { originalKey, type Photo, uploadKey } from './photo.ts';
import type { Workflow } from './pipeline/workflow.ts';
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

/** The way of a photo from the wish to upload it to the pipeline. */
export function createUploads(store: Store, objects: Objects, workflow: Workflow, log: Logger) {
  /** What lies in the bucket too long does no harm: the answer does not wait for another attempt. */
  async function remove(key: string): Promise<void> {
    try {
      await objects.remove(key);
    } catch (error) {
      log.warn({ err: error, key }, 'an object was not deleted');
    }
  }

  /** Starts the pipeline; a photo for which that fails is driven again by its age. */
  async function start(photo: Photo, correlationId: string): Promise<void> {
    try {
      await workflow.start({ photoId: photo.id, correlationId });
    } catch (error) {
      log.warn({ err: error, photoId: photo.id }, 'the pipeline of a photo did not start, will be started again');
    }
  }

  async function own(ownerId: string, photoId: string): Promise<Photo> {
    const photo = isId(photoId) ? await store.latest(photoId) : undefined;
    if (photo?.ownerId === ownerId) return photo;
    throw new UserMistake('NOT_FOUND', 'photoId', 'There is no upload of yours with this id.');
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
     * Copies what has arrived to where no upload reaches, and has that copy processed: what is put later to the presigned URL
     * changes nothing. Of attempts at the same time the first counts, for all of them.
     * @throws UserMistake when nothing has arrived, and when what has arrived was rejected.
     */
    async complete(ownerId: string, photoId: string): Promise<Photo> {
      const photo = await own(ownerId, photoId);
      if (photo.status !== 'AWAITING_UPLOAD') return outcome(photo);

      const correlationId = currentRequest()?.correlationId ?? newTraceId();
      const copy = originalKey(photoId, newId());
      const arrived = await objects.copy(uploadKey(photo), copy, mediaTypes[photo.contentType]);
      const first = arrived && (await store.accept(photo, copy, correlationId));
      if (first) await start(photo, correlationId);
      if (arrived) await Promise.all([remove(uploadKey(photo)), !first && remove(copy)]);
      return outcome(await own(ownerId, photoId));
    },
  };
}

function outcome(photo: Photo): Photo {
  if (photo.status === 'REJECTED') throw new UserMistake('BAD_USER_INPUT', 'photoId', photo.rejectionReason ?? '');
  if (photo.status !== 'AWAITING_UPLOAD') return photo;
  throw new UserMistake('CONFLICT', 'photoId', 'Nothing has been uploaded yet: send the bytes first.');
}

export type Uploads = ReturnType<typeof createUploads>;
