import { describe, expect, test } from '@jest/globals';
import exifr from 'exifr';
import fc from 'fast-check';
import sharp from 'sharp';
import { cameraData, readCameraData } from './metadata.ts';

const exif = {
  IFD0: { Make: 'Canon', Model: 'Canon EOS R5' },
  IFD2: { DateTimeOriginal: '2026:05:01 12:30:00', OffsetTimeOriginal: '+09:00', BodySerialNumber: '042' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '37/1 33/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '126/1 58/1 0/1' },
};
const image = () => sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } }).withExif(exif);

describe('what is kept of EXIF data', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('in a %s is camera and time', async (format) => {
    const bytes = await image().toFormat(format).toBuffer();
    if (format === 'jpeg') expect(await exifr.gps(bytes)).toMatchObject({ latitude: expect.any(Number) });
    expect(await readCameraData(bytes)).toEqual({ camera: 'Canon EOS R5', takenAt: '2026-05-01T03:30:00.000Z' });
  });

  test('is nothing where there are none', async () => {
    const bare = await sharp(await image().png().toBuffer())
      .png()
      .toBuffer();
    expect(await readCameraData(bare)).toEqual({});
  });

  test.each<[object, object]>([
    [{ Make: 'Apple', Model: 'iPhone 17' }, { camera: 'Apple iPhone 17' }],
    [{ Model: 'X100' }, { camera: 'X100' }],
    [{ Make: 'FUJIFILM' }, { camera: 'FUJIFILM' }],
    [{ Make: ' \u0000', Model: 7 }, {}],
    [{ Make: 'A\u0007B\u202e', Model: 'x'.repeat(500) }, { camera: `A B ${'x'.repeat(100)}` }],
    [{ DateTimeOriginal: '2026:05:01 12:30:00' }, { takenAt: '2026-05-01T12:30:00' }],
    [{ DateTimeOriginal: '2026:05:01 12:30:00', OffsetTimeOriginal: 'local' }, { takenAt: '2026-05-01T12:30:00' }],
    [{ DateTimeOriginal: '0000:00:00 00:00:00' }, {}],
    [{ DateTimeOriginal: 'yesterday' }, {}],
  ])('of %j is %j', (tags, kept) => {
    expect(cameraData(tags as Record<string, unknown>)).toEqual(kept);
  });

  test('is bounded whatever the tags are', () => {
    const tags = fc.dictionary(
      fc.constantFrom('Make', 'Model', 'DateTimeOriginal', 'OffsetTimeOriginal'),
      fc.anything(),
    );
    fc.assert(
      fc.property(tags, (found) => {
        expect(JSON.stringify(cameraData(found)).length).toBeLessThan(1_000);
      }),
    );
  });
});
