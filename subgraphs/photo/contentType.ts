import { fileTypeFromBuffer } from 'file-type';

/** The kinds of images that there are, and their media types. */
export const mediaTypes = {
  IMAGE_GIF: 'image/gif',
  IMAGE_JPEG: 'image/jpeg',
  IMAGE_PNG: 'image/png',
  IMAGE_WEBP: 'image/webp',
} as const;

export type PhotoContentType = keyof typeof mediaTypes;

/** The media type of a file by its contents, whatever it is called; undefined when they are of no known kind. */
export async function mediaTypeOf(bytes: Uint8Array): Promise<string | undefined> {
  return (await fileTypeFromBuffer(bytes))?.mime;
}
