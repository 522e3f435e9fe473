import { deflateSync } from 'node:zlib';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { createStream, newId } from '@banyan/kit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import exifr from 'exifr';
import sharp from 'sharp';
import { until } from './harness/client.ts';
import { bytesAt, type PhotoSubgraph, startPhotoSubgraph } from './harness/photoSubgraph.ts';

let photos: PhotoSubgraph;
beforeAll(async () => {
  photos = await startPhotoSubgraph();
});
afterAll(() => photos?.stop());

/** The events of a photo that are on the stream. */
async function eventsOf(photoId: string) {
  const stream = createStream(photos.config.EVENT_STREAM);
  const shards = await stream.shards();
  const parts = await Promise.all(shards.map(async ({ id }) => (await stream.read(await stream.iterator(id))).records));
  return parts.flat().flatMap(({ event }) => (event.subject === photoId ? [event] : []));
}

/** What the table has of a photo. */
async function itemsOf(photoId: string) {
  const { Items = [] } = await DynamoDBDocumentClient.from(new DynamoDBClient()).send(
    new QueryCommand({
      TableName: `${photos.config.TABLE_PREFIX}photo`,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `PHOTO#${photoId}` },
    }),
  );
  return Items;
}

const image = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c08040' } });

describe('a JPEG of a phone, with the place where it was taken', () => {
  const exif = {
    IFD0: { Make: 'Samsung', Model: 'SM-S938N' },
    IFD2: { DateTimeOriginal: '2026:05:01 12:30:00', OffsetTimeOriginal: '+09:00', BodySerialNumber: 'R5CX123' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '37/1 33/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '126/1 58/1 0/1' },
  };

  test('comes out upright, in three sizes, without the place', async () => {
    const original = await image(3_000, 2_000).withMetadata({ orientation: 6 }).withExif(exif).jpeg().toBuffer();
    expect(await exifr.gps(original)).toEqual({ latitude: 37.55, longitude: expect.closeTo(126.967) });
    const ann = newId();
    const id = await photos.upload(ann, original, 'IMAGE_JPEG');
    const shown = await photos.become('READY', ann, id);
    expect(shown).toMatchObject({
      contentType: 'IMAGE_WEBP',
      width: 1_365,
      height: 2_048,
      camera: 'Samsung SM-S938N',
      takenAt: '2026-05-01T03:30:00.000Z',
      small: { width: 213, height: 320 },
      blurHash: expect.stringMatching(/^\S{28}$/),
    });
    expect(shown.dominantColors[0]).toMatch(/^#[bc][0-9a-f][78][0-9a-f][34][0-9a-f]$/);

    for (const url of [shown.url, shown.small?.url]) {
      const { bytes } = await bytesAt(url);
      const { format, exif: left, icc, xmp, iptc, orientation } = await sharp(bytes).metadata();
      expect({ format, left, icc, xmp, iptc, orientation }).toEqual({ format: 'webp' });
      for (const trace of ['R5CX123', 'Samsung', 'GPS', 'Exif']) expect(bytes.includes(trace)).toBe(false);
    }
  });

  test('leaves nothing of it in the table, nor the original in the bucket', async () => {
    const ann = newId();
    const id = await photos.upload(ann, await image(64, 64).withExif(exif).jpeg().toBuffer(), 'IMAGE_JPEG');
    await photos.become('READY', ann, id);
    const Items = await itemsOf(id);
    expect(Items).toMatchObject([{ status: 'READY' }]);
    expect(JSON.stringify(Items)).not.toMatch(/R5CX123|37\.55|GPS/);

    const s3 = new S3Client({ forcePathStyle: true });
    const isThere = (Key: string) =>
      s3.send(new GetObjectCommand({ Bucket: photos.bucket, Key })).then(
        ({ Body }) => Body?.transformToByteArray().then(() => true),
        () => false,
      );
    expect(await isThere(`renditions/${id}/small.webp`)).toBe(true);
    await until('the original is gone', async () => !(await isThere(Items[0]?.original)));
    expect(await isThere(`uploads/${ann}/${id}`)).toBe(false);
  });
});

/** A PNG that says that it has so many pixels; its rows are all there, compressed. */
function bomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const frame = Buffer.alloc(12 + data.length);
    frame.writeUInt32BE(data.length);
    frame.write(type, 4);
    data.copy(frame, 8);
    return frame;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0], 8);
  const rows = deflateSync(Buffer.alloc(side * (1 + Math.ceil(side / 8))));
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', rows)]);
}

test('what is no photo ends rejected with a reason, its owner is told, and the next one is processed', async () => {
  const ann = newId();
  const whole = await image(800, 600).jpeg().toBuffer();
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const zip = Buffer.concat([Buffer.from('504b030414000000', 'hex'), Buffer.alloc(100)]);
  const bad: [string, Uint8Array, string, RegExp][] = [
    ['a truncated file', whole.subarray(0, whole.length - 500), 'IMAGE_JPEG', /damaged/],
    ['a bomb', bomb(30_000), 'IMAGE_PNG', /at most 64 megapixels/],
    ['an SVG with a script', svg, 'IMAGE_PNG', /announced as image\/png, and are/],
    ['a renamed zip', zip, 'IMAGE_WEBP', /announced as image\/webp, and are application\/zip/],
  ];
  const ids = await Promise.all(bad.map(([, bytes, contentType]) => photos.upload(ann, bytes, contentType)));
  const good = await photos.upload(ann, whole, 'IMAGE_JPEG');

  for (const [index, [, , , reason]] of bad.entries()) {
    const id = ids[index] ?? '';
    const { url, rejectionReason } = await photos.become('REJECTED', ann, id);
    expect(url).toBeNull();
    expect(rejectionReason).toMatch(reason);
    const [event] = await until('the event is on the stream', async () => {
      const events = await eventsOf(id);
      return events.length > 0 && events;
    });
    const data = { photoId: id, ownerId: ann, reason: rejectionReason };
    expect(event).toMatchObject({ type: 'photo.rejected', sequence: 1, data });
  }
  await photos.become('READY', ann, good);
  const [event] = await until('the event is on the stream', async () => {
    const events = await eventsOf(good);
    return events.length > 0 && events;
  });
  expect(event).toMatchObject({ type: 'photo.processed', sequence: 1, data: { photoId: good, ownerId: ann } });
  expect((await photos.listOf(ann)).ids).toEqual([good]);
});

test('a photo whose processing was cut off is driven again by the next start, once', async () => {
  const ann = newId();
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const large = await sharp({ create: { width: 3_000, height: 2_500, channels: 3, background: 'red', noise } })
    .jpeg()
    .toBuffer();
  const ids = [await photos.upload(ann, large, 'IMAGE_JPEG'), await photos.upload(ann, large, 'IMAGE_JPEG')];
  await photos.stopService();
  const [one = '', other = ''] = ids;
  expect(await itemsOf(other)).toMatchObject([{ status: 'PROCESSING' }]);
  await photos.startService();
  for (const id of [one, other]) await photos.become('READY', ann, id);
  expect((await photos.listOf(ann)).ids).toEqual([other, one]);
  for (const id of ids) {
    await until('the event is on the stream', async () => (await eventsOf(id)).length > 0);
    expect((await eventsOf(id)).map(({ sequence }) => sequence)).toEqual([1]);
  }
});
