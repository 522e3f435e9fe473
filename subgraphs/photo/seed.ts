import { chunks, ensureTable } from '@banyan/kit';
import type { PhotoContentType } from './contentType.ts';
import { createObjects } from './objects.ts';
import { lookFromAfar } from './pipeline/colors.ts';
import { putRenditions } from './pipeline/renditions.ts';
import type { PhotoConfig } from './settings.ts';
import { createStore } from './store.ts';

/** A ready photo of the fixed world. */
export interface SeedPhoto {
  id: string;
  ownerId: string;
  contentType: PhotoContentType;
  bytes: Uint8Array;
  /** ISO 8601, UTC. */
  createdAt: string;
}

const atOnce = 4;

/** Puts photos where they are not yet, ready to be seen; nobody looks at what they show. */
export async function seedPhotos(
  config: Pick<PhotoConfig, 'TABLE_PREFIX' | 'PHOTO_BUCKET'>,
  { photos }: { photos: SeedPhoto[] },
): Promise<void> {
  const store = createStore(`${config.TABLE_PREFIX}photo`);
  const objects = createObjects(config.PHOTO_BUCKET);
  await ensureTable(store.client, store.table);

  async function put({ bytes, ...photo }: SeedPhoto): Promise<void> {
    const [look, renditions] = await Promise.all([lookFromAfar(bytes), putRenditions(objects, photo.id, bytes)]);
    await store.create({ ...photo, ...look, renditions, labels: [], status: 'READY', byteSize: bytes.byteLength });
  }

  const present = await store.photos(photos.map(({ id }) => id));
  const missing = photos.filter((_, index) => !present[index]);
  for (const some of chunks(missing, atOnce)) await Promise.all(some.map(put));
}
