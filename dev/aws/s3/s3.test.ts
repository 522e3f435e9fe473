import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { abort, s3Client } from '../testing.ts';
import { type S3, startS3 } from './s3.ts';

const Bucket = 'banyan-photos';
const photo = Buffer.from(Array.from({ length: 200_000 }, (_, at) => at % 251));

let s3: S3;
let client: S3Client;
let path: string;

beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'banyan-s3-'));
  s3 = await startS3({ path, port: 0, buckets: [Bucket] });
  client = s3Client(s3.url);
});

afterAll(async () => {
  client.destroy();
  await s3.close();
  await rm(path, { recursive: true });
});

const put = (Key: string, Body = photo) =>
  client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'image/jpeg' }));
const presignPut = (Key: string, expiresIn = 60) =>
  getSignedUrl(client, new PutObjectCommand({ Bucket, Key, ContentType: 'image/jpeg', ContentLength: photo.length }), {
    expiresIn,
    signableHeaders: new Set(['content-type', 'content-length', 'host']),
  });
const upload = (url: string, type = 'image/jpeg', body = photo) =>
  fetch(url, { method: 'PUT', headers: { 'content-type': type }, body });

describe('presigned URLs', () => {
  test('put, then head, get and ranged get', async () => {
    const url = await presignPut('사진/하나 둘.jpg');
    expect((await upload(url)).status).toBe(200);

    const object = { Bucket, Key: '사진/하나 둘.jpg' };
    const head = await client.send(new HeadObjectCommand(object));
    expect([head.ContentLength, head.ContentType]).toEqual([photo.length, 'image/jpeg']);

    const get = await getSignedUrl(client, new GetObjectCommand(object), { expiresIn: 60 });
    expect(Buffer.from(await (await fetch(get)).arrayBuffer()).equals(photo)).toBe(true);
    const range = await fetch(get, { headers: { range: 'bytes=100-199' } });
    expect(range.status).toBe(206);
    expect(range.headers.get('content-range')).toBe(`bytes 100-199/${photo.length}`);
    expect(Buffer.from(await range.arrayBuffer()).equals(photo.subarray(100, 200))).toBe(true);
  });

  test('another type or another length than was signed is refused', async () => {
    const url = await presignPut('typed.jpg');
    expect((await upload(url, 'text/html')).status).toBe(403);
    expect((await upload(url, 'image/jpeg', photo.subarray(1))).status).toBe(403);
    await expect(client.send(new HeadObjectCommand({ Bucket, Key: 'typed.jpg' }))).rejects.toThrow();
  });

  test('forged, expired or unsigned ones are refused', async () => {
    const url = await presignPut('a.jpg');
    expect((await upload(url.replace('a.jpg', 'b.jpg'))).status).toBe(403);
    expect((await upload(url.replace(/X-Amz-Expires=\d+/, 'X-Amz-Expires=6000'))).status).toBe(403);
    expect((await upload(await presignPut('a.jpg', -1))).status).toBe(403);
    expect((await upload(url.split('?')[0] as string)).status).toBe(403);
  });

  test('with a header that would make them something else are refused', async () => {
    await put('of-somebody-else.jpg');
    const url = await presignPut('mine.jpg');
    const headers = { 'content-type': 'image/jpeg', 'x-amz-copy-source': `/${Bucket}/of-somebody-else.jpg` };
    expect((await fetch(url, { method: 'PUT', headers, body: photo })).status).toBe(403);
    await expect(client.send(new HeadObjectCommand({ Bucket, Key: 'mine.jpg' }))).rejects.toThrow();
    expect((await upload(url)).status).toBe(200);
  });
});

test('browsers may put and get from any origin', async () => {
  const url = await presignPut('cors.jpg');
  const asked = await fetch(url, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://app.example',
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'content-type',
    },
  });
  expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
  expect(asked.headers.get('access-control-allow-methods')).toContain('PUT');
  expect(asked.headers.get('access-control-allow-headers')).toBe('content-type');
  const answer = await fetch(url, {
    method: 'PUT',
    headers: { origin: 'https://app.example', 'content-type': 'image/jpeg' },
    body: photo,
  });
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
});

test('the SDK puts, gets and deletes', async () => {
  const object = { Bucket, Key: 'sdk.jpg' };
  await put(object.Key);
  const { Body } = await client.send(new GetObjectCommand(object));
  expect(Buffer.from((await Body?.transformToByteArray()) ?? []).equals(photo)).toBe(true);
  await client.send(new DeleteObjectCommand(object));
  await expect(client.send(new HeadObjectCommand(object))).rejects.toMatchObject({ name: 'NotFound' });
});

test('an aborted upload leaves no object, and the one that was there as it was', async () => {
  await put('there.jpg');
  const parts = () => readdir(join(path, 'parts'));
  for (const key of ['there.jpg', 'new.jpg']) {
    const url = new URL(await presignPut(key));
    const head = `PUT ${url.pathname}${url.search} HTTP/1.1\r\ncontent-type: image/jpeg`;
    const half = 'x'.repeat(photo.length / 2);
    await abort(url.origin, head, half, async () => {
      while (!(await parts()).length);
    });
  }
  while ((await parts()).length);
  await expect(client.send(new HeadObjectCommand({ Bucket, Key: 'new.jpg' }))).rejects.toMatchObject({
    name: 'NotFound',
  });
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: 'there.jpg' }));
  expect(Buffer.from((await Body?.transformToByteArray()) ?? []).equals(photo)).toBe(true);
});
