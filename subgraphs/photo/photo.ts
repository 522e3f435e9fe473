import { failure, isId } from '@banyan/kit';
import type { PhotoContentType } from './contentType.ts';

export type PhotoStatus = 'AWAITING_UPLOAD' | 'READY' | 'REJECTED';

export interface Photo {
  id: string;
  ownerId: string;
  status: PhotoStatus;
  /** As announced until it is ready, and as found in the contents from then on: they are the same. */
  contentType: PhotoContentType;
  byteSize: number;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** Where the bytes are served from, once it is ready. */
  objectKey?: string;
  rejectionReason?: string;
  /** When it is forgotten unless it becomes ready: seconds since the epoch. */
  expiresAt?: number;
}

/** A person of the user domain, by key. */
export interface UserReference {
  id: string;
}

/** Whether a photo may be shown to this person (undefined: to nobody in particular). */
export const mayRead = (photo: Photo, viewer: string | undefined): boolean =>
  photo.status === 'READY' || photo.ownerId === viewer;

/**
 * The photo, where it is a ready one of `ownerId`; null where it is not. Who claims it of himself and is wrong is told, as he
 * alone can mend it.
 * @throws NOT_FOUND to him.
 */
export function claimed(
  photo: Photo | undefined,
  { id, ownerId }: { id: string; ownerId: string },
  viewer: string | undefined,
): Photo | null {
  if (photo && photo.ownerId === ownerId) return photo.status === 'READY' ? photo : null;
  if (viewer && viewer === ownerId) throw failure('NOT_FOUND', `There is no photo of yours with the id ${id}.`);
  return null;
}

const segment = (id: string): string => {
  if (isId(id)) return id;
  throw new Error(`${JSON.stringify(id)} is not an id and cannot be a part of an object's key`);
};

/** Where the owner puts the bytes, as often as the presigned URL lives. */
export const uploadKey = ({ ownerId, id }: Photo): string => `uploads/${segment(ownerId)}/${segment(id)}`;

/** Where bytes are checked and served from: no presigned upload reaches it, and no two attempts to complete share one. */
export const servedKey = (photoId: string, attemptId: string): string =>
  `photos/${segment(photoId)}/${segment(attemptId)}`;
