import { ensureTable } from '@banyan/kit';
import { mediaTypes, type PhotoContentType } from './contentType.ts';
import { createObjects } from './objects.ts';
import { servedKey } from './photo.ts';
import { createStore } from './store.ts';
import type { PhotoConfig } from './subgraph.ts';

/** A ready photo of the fixed world. */
export interface SeedPhoto {
  id: string;
  ownerId: string;
  contentType: PhotoContentType;
  bytes: Uint8Array;
  /** ISO 8601, UTC. */
  createdAt: string;
}

/** Puts photos where they are not yet, ready to be seen. */
export async function seedPhotos(
  config: Pick<PhotoConfig, 'TABLE_PREFIX' | 'PHOTO_BUCKET'>,
  { photos }: { photos: SeedPhoto[] },
): Promise<void> {
  const store = createStore(`${config.TABLE_PREFIX}photo`);
  const objects = createObjects(config.PHOTO_BUCKET);
  await ensureTable(store.client, store.table);

  const present = await store.photos(photos.map(({ id }) => id));
  for (const { bytes, ...photo } of photos.filter((_, index) => !present[index])) {
    const objectKey = servedKey(photo.id, photo.id);
    await objects.put(objectKey, mediaTypes[photo.contentType], bytes);
    await store.create({ ...photo, status: 'READY', byteSize: bytes.byteLength, objectKey });
  }
}
