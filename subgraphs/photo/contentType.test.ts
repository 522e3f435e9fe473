import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mediaTypeOf } from './contentType.ts';

const base64 = (text: string) => Buffer.from(text, 'base64');
const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex');
const chunk = (type: string, data: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
};
const png = (...before: Buffer[]) =>
  Buffer.concat([pngSignature, chunk('IHDR', Buffer.alloc(13)), ...before, chunk('IDAT', Buffer.alloc(9))]);

describe('the media type of a file', () => {
  test.each([
    ['a PNG', png(), 'image/png'],
    ['a PNG whose pixels start late', png(chunk('iCCP', Buffer.alloc(8_200))), 'image/png'],
    ['an animated PNG', png(chunk('acTL', Buffer.alloc(8))), 'image/apng'],
    ['a GIF', base64('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'), 'image/gif'],
    ['a JPEG', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), 'image/jpeg'],
    ['a WebP', base64('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=='), 'image/webp'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
    ['text', Buffer.from('Just some words.'), undefined],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), undefined],
    ['nothing', Buffer.alloc(0), undefined],
  ])('%s', async (_, bytes, mediaType) => {
    expect(await mediaTypeOf(bytes)).toBe(mediaType);
  });

  test('no bytes make it throw, and no image is cut too short for that', async () => {
    const beginnings = fc.constantFrom(
      pngSignature,
      Buffer.from('ffd8ff', 'hex'),
      Buffer.from('RIFF'),
      Buffer.from('GIF'),
    );
    await fc.assert(
      fc.asyncProperty(beginnings, fc.uint8Array({ maxLength: 4_100 }), async (beginning, rest) => {
        await mediaTypeOf(Buffer.concat([beginning, rest]));
      }),
    );
  });
});
