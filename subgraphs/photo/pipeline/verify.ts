import sharp, { type Sharp } from 'sharp';
import { mediaTypeOf, mediaTypes, type PhotoContentType } from '../contentType.ts';
import { PhotoRefused } from './refusal.ts';

/** More pixels are not decoded, however few bytes they take: 64 megapixels. */
export const maxPixels = 64_000_000;

/** Enough to see that every pixel can be decoded. */
const probeSide = 16;

/** How every picture is opened: the first one of an animation, upright, with bounded memory and time. */
export const openImage = (bytes: Uint8Array): Sharp =>
  sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error', autoOrient: true }).timeout({ seconds: 30 });

/** @throws PhotoRefused unless the bytes are the image that was announced, whole, and not too large to be shown. */
export async function verify(
  announced: { contentType: PhotoContentType; byteSize: number },
  bytes: Uint8Array,
): Promise<void> {
  if (bytes.length !== announced.byteSize) {
    throw new PhotoRefused(`${announced.byteSize} bytes were announced, and ${bytes.length} arrived.`);
  }
  const [expected, found] = [mediaTypes[announced.contentType], await mediaTypeOf(bytes)];
  if (found !== expected) {
    throw new PhotoRefused(
      `The contents were announced as ${expected}, and are ${found ?? 'of no known kind of image'}.`,
    );
  }
  const { width, height } = await readable(sharp(bytes, { limitInputPixels: false }).metadata());
  if (width * height > maxPixels) {
    throw new PhotoRefused(`A photo has at most ${maxPixels / 1e6} megapixels, and this has ${width} × ${height}.`);
  }
  await readable(openImage(bytes).resize(probeSide, probeSide, { fit: 'fill' }).raw().toBuffer());
}

async function readable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch {
    throw new PhotoRefused('The image is damaged: a part of it cannot be read.');
  }
}
