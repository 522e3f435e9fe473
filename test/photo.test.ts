import { newId } from '@banyan/kit';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  bytesAt,
  completeMutation,
  onePixel,
  type PhotoSubgraph,
  png,
  requestMutation,
  send,
  startPhotoSubgraph,
} from './harness/photoSubgraph.ts';

const minute = 60_000;
const maxByteSize = 20 * 1024 * 1024;
/** Another PNG of the same size. */
const otherPng = onePixel(0, 0, 255);
const text = Buffer.from('These are just words, not an image at all. '.repeat(2)).subarray(0, png.length);

let photos: PhotoSubgraph;

beforeAll(async () => {
  photos = await startPhotoSubgraph();
});

afterAll(() => photos?.stop());

afterEach(() => {
  jest.useRealTimers();
});

/** Moves the clock of the subgraph, of the gateway and of S3, which all run in this process, and lets time pass as before. */
function setClock(time: number): void {
  const timers = [
    'setTimeout',
    'setInterval',
    'setImmediate',
    'clearTimeout',
    'clearInterval',
    'clearImmediate',
  ] as const;
  jest.useFakeTimers({ now: time, doNotFake: [...timers, 'nextTick', 'queueMicrotask', 'hrtime', 'performance'] });
}

describe('an upload', () => {
  test('goes from the wish to a photo that everybody sees', async () => {
    const ann = newId();
    const opened = await photos.request(ann);
    expect(opened).toMatchObject({
      photo: {
        status: 'AWAITING_UPLOAD',
        url: null,
        contentType: 'IMAGE_PNG',
        byteSize: png.length,
        owner: { id: ann },
      },
      upload: { method: 'PUT', headers: [{ name: 'content-type', value: 'image/png' }] },
      userErrors: [],
    });
    const { id } = opened.photo;
    expect(await photos.show(ann, id)).toMatchObject({ id, status: 'AWAITING_UPLOAD' });
    expect(await photos.show(newId(), id)).toBeNull();
    expect((await photos.listOf(ann)).ids).toEqual([]);

    expect(await send(opened.upload, png)).toBe(200);
    expect(await photos.complete(ann, id)).toMatchObject({ photo: { id }, userErrors: [] });
    await photos.become('READY', ann, id);

    for (const viewer of [ann, newId(), undefined]) {
      const seen = await photos.show(viewer, id);
      expect(seen).toMatchObject({
        status: 'READY',
        contentType: 'IMAGE_WEBP',
        width: 1,
        height: 1,
        rejectionReason: null,
      });
      const served = await bytesAt(seen?.url);
      expect(served.status).toBe(200);
      expect(served.bytes.length).toBe(seen?.byteSize);
      expect(served.headers.get('content-type')).toBe('image/webp');
    }
    expect((await photos.listOf(ann)).ids).toEqual([id]);
  });

  test('leaves the headers behind that the uploader made up', async () => {
    const ann = newId();
    const { photo: wanted, upload } = await photos.request(ann);
    expect(await send(upload, png, { 'content-disposition': 'attachment; filename=a.html' })).toBe(200);
    await photos.complete(ann, wanted.id);
    const served = await bytesAt((await photos.become('READY', ann, wanted.id)).url);
    expect(served.status).toBe(200);
    expect(served.headers.get('content-disposition')).toBeNull();
  });

  test.each([
    ['one byte', 1, []],
    ['20 MiB', maxByteSize, []],
    ['nothing', 0, ['BAD_USER_INPUT']],
    ['one byte more than 20 MiB', maxByteSize + 1, ['BAD_USER_INPUT']],
  ])('of %s', async (_, byteSize, codes) => {
    const { userErrors } = await photos.request(newId(), { contentType: 'IMAGE_JPEG', byteSize });
    expect(userErrors.map(({ code }) => code)).toEqual(codes);
  });

  test('of 20 MiB is processed', async () => {
    await photos.publish(newId(), Buffer.concat([png, Buffer.alloc(maxByteSize - png.length, 7)]));
  });

  test('is for people who are signed in', async () => {
    const refused = [{ extensions: { code: 'UNAUTHENTICATED' } }];
    const input = { contentType: 'IMAGE_PNG', byteSize: 1 };
    expect((await photos.as(undefined, requestMutation, { input })).errors).toMatchObject(refused);
    expect((await photos.as(undefined, completeMutation, { input: { photoId: newId() } })).errors).toMatchObject(
      refused,
    );
  });
});

describe('the signed request', () => {
  test('takes what was announced and nothing else', async () => {
    const { upload } = await photos.request(newId());
    const forged = upload.url.replace(
      /(X-Amz-Signature=)(.)/,
      (_: string, name: string, digit: string) => name + (digit === '0' ? 1 : 0),
    );
    const elsewhere = upload.url.replace('/uploads/', '/photos/');
    expect(await send(upload, Buffer.concat([png, png]))).toBe(403);
    expect(await send(upload, png.subarray(1))).toBe(403);
    expect(await send(upload, png, { 'content-type': 'text/html' })).toBe(403);
    expect(await send({ ...upload, url: forged }, png)).toBe(403);
    expect(await send({ ...upload, url: elsewhere }, png)).toBe(403);
    expect(await send(upload, png)).toBe(200);
  });

  test('expires after 15 minutes', async () => {
    const start = Date.now();
    const { upload } = await photos.request(newId());
    expect(Math.abs(Date.parse(upload.expiresAt) - start - 15 * minute)).toBeLessThan(minute / 2);
    setClock(Date.parse(upload.expiresAt) - 2_000);
    expect(await send(upload, png)).toBe(200);
    setClock(Date.parse(upload.expiresAt) + 1_000);
    expect(await send(upload, png)).toBe(403);
  });

  test('reads a photo for an hour, from the start of its ten minutes', async () => {
    const ann = newId();
    const url = (await photos.show(ann, await photos.publish(ann)))?.url ?? '';
    const start = Math.floor(Date.now() / (10 * minute)) * 10 * minute;
    setClock(start + 60 * minute - 1_000);
    expect((await bytesAt(url)).status).toBe(200);
    setClock(start + 60 * minute + 1_000);
    expect((await bytesAt(url)).status).toBe(403);
    jest.useRealTimers();
    expect((await bytesAt(url.split('?')[0])).status).toBe(403);
  });
});

describe('a completion', () => {
  test('before the bytes is a conflict that the next one mends', async () => {
    const ann = newId();
    const { photo: wanted, upload } = await photos.request(ann);
    expect(await photos.complete(ann, wanted.id)).toMatchObject({
      photo: null,
      userErrors: [{ code: 'CONFLICT', field: 'photoId' }],
    });
    await send(upload, png);
    expect(await photos.complete(ann, wanted.id)).toMatchObject({ photo: { id: wanted.id }, userErrors: [] });
    await photos.become('READY', ann, wanted.id);
  });

  test('by somebody else finds nothing and changes nothing', async () => {
    const ann = newId();
    const { photo: wanted, upload } = await photos.request(ann);
    await send(upload, png);
    expect((await photos.complete(newId(), wanted.id)).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: 'photoId' },
    ]);
    expect((await photos.complete(ann, newId())).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await photos.complete(ann, '../../etc/passwd')).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await photos.show(ann, wanted.id)).toMatchObject({ status: 'AWAITING_UPLOAD' });
    expect((await photos.complete(ann, wanted.id)).userErrors).toEqual([]);
  });

  test('twice is once, and later bytes change nothing', async () => {
    const ann = newId();
    const { photo: wanted, upload } = await photos.request(ann);
    await send(upload, png);
    await photos.complete(ann, wanted.id);
    expect(await send(upload, otherPng)).toBe(200);
    expect((await photos.complete(ann, wanted.id)).userErrors).toEqual([]);
    const { url, dominantColors } = await photos.become('READY', ann, wanted.id);
    expect(dominantColors).toEqual(['#ff0000']);
    const first = await bytesAt(url);
    expect(await photos.complete(ann, wanted.id)).toMatchObject({
      photo: { id: wanted.id, status: 'READY' },
      userErrors: [],
    });
    expect((await bytesAt((await photos.show(ann, wanted.id))?.url)).bytes).toEqual(first.bytes);
    expect((await photos.listOf(ann)).ids).toEqual([wanted.id]);
  });

  test('many times at once is once, whatever is put meanwhile', async () => {
    const ann = newId();
    const { photo: wanted, upload } = await photos.request(ann);
    await send(upload, png);
    const attempts = Array.from({ length: 8 }, () => photos.complete(ann, wanted.id));
    await Promise.all([...attempts, send(upload, otherPng)]);
    const answers = await Promise.all(attempts);
    expect(answers.map(({ userErrors }) => userErrors)).toEqual(answers.map(() => []));

    await photos.become('READY', ann, wanted.id);
    expect((await photos.listOf(ann)).ids).toEqual([wanted.id]);
  });

  test('of text that calls itself an image rejects it for good', async () => {
    const ann = newId();
    const { photo: wanted, upload } = await photos.request(ann);
    expect(await send(upload, text)).toBe(200);
    const reason = 'The contents were announced as image/png, and are of no known kind of image.';
    await photos.complete(ann, wanted.id);
    expect(await photos.become('REJECTED', ann, wanted.id)).toMatchObject({ url: null, rejectionReason: reason });
    expect(await photos.show(newId(), wanted.id)).toBeNull();

    await send(upload, png);
    expect(await photos.complete(ann, wanted.id)).toMatchObject({
      photo: null,
      userErrors: [{ code: 'BAD_USER_INPUT', field: 'photoId', message: reason }],
    });
    expect((await photos.listOf(ann)).ids).toEqual([]);
  });

  test('is possible for a day', async () => {
    const ann = newId();
    const start = Date.now();
    const [one, other] = [await photos.request(ann), await photos.request(ann)];
    for (const { upload } of [one, other]) await send(upload, png);
    setClock(start + 24 * 60 * minute - 5_000);
    expect((await photos.complete(ann, one.photo.id)).userErrors).toEqual([]);
    setClock(start + 24 * 60 * minute + 30_000);
    expect((await photos.complete(ann, other.photo.id)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await photos.show(ann, other.photo.id)).toBeNull();
    await photos.become('READY', ann, one.photo.id);
  });
});
