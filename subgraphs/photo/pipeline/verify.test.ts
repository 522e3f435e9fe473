import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import type { PhotoContentType } from '../contentType.ts';
import { PhotoRefused } from './refusal.ts';
import { maxPixels, verify } from './verify.ts';

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A black PNG with one bit a pixel: few bytes, many pixels. */
function blackPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0], 8);
  const rows = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

const image = sharp({ create: { width: 300, height: 200, channels: 3, background: '#4080c0' } });
const files = {
  IMAGE_GIF: await image.clone().gif().toBuffer(),
  IMAGE_JPEG: await image.clone().jpeg().toBuffer(),
  IMAGE_PNG: await image.clone().png().toBuffer(),
  IMAGE_WEBP: await image.clone().webp().toBuffer(),
};
const kinds = Object.keys(files) as PhotoContentType[];

const verdict = (contentType: PhotoContentType, bytes: Buffer, byteSize = bytes.length) =>
  verify({ contentType, byteSize }, bytes).then(
    () => 'good',
    (error) => (error instanceof PhotoRefused ? error.message : `not a refusal: ${error}`),
  );

describe('an image', () => {
  test.each(kinds)('%s is good as what it is, and as nothing else', async (kind) => {
    for (const announced of kinds) {
      const reason = await verdict(announced, files[kind]);
      if (announced === kind) expect(reason).toBe('good');
      else expect(reason).toMatch(/^The contents were announced as image\/\w+, and are image\/\w+\.$/);
    }
  });

  test.each(kinds)('%s of another size than announced is refused', async (kind) => {
    const { length } = files[kind];
    expect(await verdict(kind, files[kind], length + 1)).toBe(
      `${length + 1} bytes were announced, and ${length} arrived.`,
    );
  });

  test.each(['IMAGE_JPEG', 'IMAGE_PNG', 'IMAGE_WEBP'] as const)('%s that is cut off is refused', async (kind) => {
    const noisy = sharp({
      create: {
        width: 300,
        height: 200,
        channels: 3,
        background: 'red',
        noise: { type: 'gaussian', mean: 128, sigma: 50 },
      },
    });
    const format = kind.slice('IMAGE_'.length).toLowerCase() as 'jpeg' | 'png' | 'webp';
    const whole = await noisy.toFormat(format).toBuffer();
    expect(await verdict(kind, whole)).toBe('good');
    for (const share of [0.2, 0.6, 0.95]) {
      const reason = await verdict(kind, whole.subarray(0, Math.floor(whole.length * share)));
      expect(reason).toBe('The image is damaged: a part of it cannot be read.');
    }
  });
});

describe('the bound on pixels', () => {
  test('holds before anything is decoded', async () => {
    const bomb = blackPng(30_000, 30_000);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await verdict('IMAGE_PNG', bomb)).toBe('A photo has at most 64 megapixels, and this has 30000 × 30000.');
  });

  test('is where it is said to be', async () => {
    expect(await verdict('IMAGE_PNG', blackPng(maxPixels / 6_400, 6_400))).toBe('good');
    expect(await verdict('IMAGE_PNG', blackPng(maxPixels / 6_400 + 1, 6_400))).toMatch(/^A photo has at most 64 mega/);
  });
});

test.each([
  ['an SVG with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', /^The contents/],
  [
    'a page',
    '<!doctype html><script>alert(1)</script>',
    /^The contents were announced as .* of no known kind of image/,
  ],
  ['a renamed zip', Buffer.from('504b0304140000000000', 'hex'), /are application\/zip\.$/],
])('%s is refused', async (_, contents, reason) => {
  for (const kind of kinds) expect(await verdict(kind, Buffer.from(contents))).toMatch(reason);
});
