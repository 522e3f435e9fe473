import type { DomainEvent } from '@banyan/kit';
import type { Photo } from './photo.ts';

/** A photo is processed or rejected once, so its events need no count. */
const sequence = 1;

export const photoProcessed = ({ id, ownerId }: Photo): DomainEvent => ({
  type: 'photo.processed',
  key: id,
  sequence,
  data: { photoId: id, ownerId },
});

export const photoRejected = ({ id, ownerId }: Photo, reason: string): DomainEvent => ({
  type: 'photo.rejected',
  key: id,
  sequence,
  data: { photoId: id, ownerId, reason },
});
