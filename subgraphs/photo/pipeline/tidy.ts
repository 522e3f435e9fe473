import type { Objects } from '../objects.ts';
import type { Store } from '../store.ts';
import { removeRenditions } from './renditions.ts';

/**
 * Removes what a photo leaves behind when its verdict is there: the original, the pictures of a rejected one, and the note that it is
 * unfinished last, so that whoever is interrupted is driven again.
 */
export function createTidy(store: Store, objects: Objects) {
  return async (photoId: string): Promise<void> => {
    const photo = await store.latest(photoId);
    if (!photo || photo.status === 'PROCESSING') return;
    if (photo.original) await objects.remove(photo.original);
    if (photo.status === 'REJECTED') await removeRenditions(objects, photoId);
    await store.unfinished.remove(photo);
  };
}

export type Tidy = ReturnType<typeof createTidy>;
