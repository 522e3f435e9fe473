import { fileTypeFromBuffer } from 'file-type';

/** The kinds of images that there are, and their media types. */
export const mediaTypes = {
  IMAGE_GIF: 'image/gif',
  IMAGE_JPEG: 'image/jpeg',
  IMAGE_PNG: 'image/png',
  IMAGE_WEBP: 'image/webp',
} as const;

export type PhotoContentType = keyof typeof mediaTypes;

/** How much of a file says of which kind it is. https://github.com/sindresorhus/file-type#filetypefrombufferbuffer-options */
export const headBytes = 4_100;

/** The media type of a file by its first bytes, whatever it is called; undefined when they are of no known kind. */
export async function mediaTypeOf(head: Uint8Array): Promise<string | undefined> {
  return (await fileTypeFromBuffer(head))?.mime;
}
