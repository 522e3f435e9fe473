import { expect, test } from '@jest/globals';
import { isBlurhashValid } from 'blurhash';
import sharp from 'sharp';
import { lookFromAfar } from './colors.ts';

const plain = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } });

test('the colours of a flag are its colours, the larger first', async () => {
  const flag = await plain(300, 200, '#c00000')
    .composite([{ input: await plain(100, 200, '#0000c0').png().toBuffer(), left: 0, top: 0 }])
    .png()
    .toBuffer();
  const { dominantColors, blurHash } = await lookFromAfar(flag);
  expect(dominantColors.slice(0, 2)).toEqual(['#c00000', '#0000c0']);
  expect(dominantColors.length).toBeLessThanOrEqual(5);
  expect(isBlurhashValid(blurHash)).toEqual({ result: true });
});

test('one pixel is enough', async () => {
  expect(await lookFromAfar(await plain(1, 1, '#123456').png().toBuffer())).toMatchObject({
    dominantColors: ['#123456'],
  });
});

test('what is transparent is white', async () => {
  const glass = sharp({ create: { width: 9, height: 9, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } });
  expect((await lookFromAfar(await glass.png().toBuffer())).dominantColors).toEqual(['#ffffff']);
});
