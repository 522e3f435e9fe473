import sharp from 'sharp';
import type { Objects } from '../objects.ts';
import { type PhotoSize, renditionKey } from '../photo.ts';
import { openImage } from './verify.ts';

/** One picture as it is served. */
export interface Rendition {
  width: number;
  height: number;
  byteSize: number;
}

/** The longest side of each picture, in pixels; a smaller original is not enlarged. */
const longestSides: Record<PhotoSize, number> = { LARGE: 2048, MEDIUM: 1080, SMALL: 320 };

const renditionType = 'image/webp';

const quality = 80;
const within = (side: number) => ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const;

/** Draws one picture after the other of the same pixels: upright WebP in sRGB, so that nothing else of the original is left. */
async function* draw(bytes: Uint8Array): AsyncGenerator<{ size: PhotoSize; picture: Rendition; webp: Buffer }> {
  const { data, info } = await openImage(bytes)
    .resize(within(longestSides.LARGE))
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;

  for (const [size, side] of Object.entries(longestSides)) {
    const drawn = sharp(data, { raw: { width, height, channels } }).resize(within(side)).webp({ quality });
    const { data: webp, info: made } = await drawn.toBuffer({ resolveWithObject: true });
    const picture = { width: made.width, height: made.height, byteSize: made.size };
    yield { size: size as PhotoSize, picture, webp };
  }
}

/** Draws the pictures that are served and puts them where they are served from. */
export async function putRenditions(
  objects: Objects,
  photoId: string,
  bytes: Uint8Array,
): Promise<Record<PhotoSize, Rendition>> {
  const pictures: Partial<Record<PhotoSize, Rendition>> = {};
  for await (const { size, picture, webp } of draw(bytes)) {
    await objects.put(renditionKey(photoId, size), renditionType, webp);
    pictures[size] = picture;
  }
  return pictures as Record<PhotoSize, Rendition>;
}

/** Removes them; removing what is not there is no error. */
export async function removeRenditions(objects: Objects, photoId: string): Promise<void> {
  const sizes = Object.keys(longestSides) as PhotoSize[];
  await Promise.all(sizes.map((size) => objects.remove(renditionKey(photoId, size))));
}
