import { failure, type Identity, isId } from '@banyan/kit';
import type { PhotoContentType } from './contentType.ts';
import type { Rendition } from './pipeline/renditions.ts';

export type PhotoStatus = 'AWAITING_UPLOAD' | 'PROCESSING' | 'READY' | 'HELD' | 'REJECTED';

/** What may be shown, from the largest picture to the smallest. */
export type PhotoSize = 'LARGE' | 'MEDIUM' | 'SMALL';

/** The scope of who decides on photos that are held. */
export const moderator = 'photo:moderate';

/** What the pipeline finds out about a photo. */
export interface Findings {
  renditions: Record<PhotoSize, Rendition>;
  camera?: string;
  /** ISO 8601: UTC where the camera says its zone, without a zone where not. */
  takenAt?: string;
  /** The surest first. */
  labels: string[];
  /** `#rrggbb`, the most frequent first. */
  dominantColors: string[];
  /** https://blurha.sh */
  blurHash: string;
}

export interface Photo extends Partial<Findings> {
  id: string;
  ownerId: string;
  status: PhotoStatus;
  /** Of what was announced; what is served is described by `renditions`. */
  contentType: PhotoContentType;
  byteSize: number;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** When the upload was complete: ISO 8601, UTC. */
  completedAt?: string;
  /** Where the original lies until it is processed: no presigned URL reaches it, neither to write nor to read. */
  original?: string;
  /** Why it waits for a moderator, or did. */
  holdReason?: string;
  rejectionReason?: string;
  /** Which moderator decided on it, and when. */
  reviewedBy?: string;
  reviewedAt?: string;
  /** When it is forgotten unless it goes on: seconds since the epoch. */
  expiresAt?: number;
}

/** A person of the user domain, by key. */
export interface UserReference {
  id: string;
}

/** Whether a photo may be shown to this person. */
export function mayRead(photo: Photo, { userId, scopes }: Identity): boolean {
  return photo.status === 'READY' || photo.ownerId === userId || (photo.status === 'HELD' && scopes.has(moderator));
}

/** Whether its pictures may be shown to this person: those of a held photo are for moderators alone. */
export function maySee({ status }: Photo, { scopes }: Identity): boolean {
  return status === 'READY' || (status === 'HELD' && scopes.has(moderator));
}

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

/** Where the bytes are processed from: no presigned upload reaches it, and no two attempts to complete share one. */
export const originalKey = (photoId: string, attemptId: string): string =>
  `originals/${segment(photoId)}/${segment(attemptId)}`;

/** Where a picture is served from. */
export const renditionKey = (photoId: string, size: PhotoSize): string =>
  `renditions/${segment(photoId)}/${size.toLowerCase()}.webp`;
