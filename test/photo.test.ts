import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { newId, type Running, readConfig } from '@banyan/kit';
import { photoSettings, startPhoto } from '@banyan/photo';
import { seedPhotos } from '@banyan/photo/seed';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type Aws, startAws } from '../dev/aws/aws.ts';
import { ask } from './harness/client.ts';

const minute = 60_000;
const maxByteSize = 20 * 1024 * 1024;
const bucket = 'photos-of-a-test';
const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  Buffer.from('0000000d49484452000000010000000108060000001f15c489', 'hex'),
  Buffer.from('0000000a49444154789c63000100000500010d0a2db4', 'hex'),
  Buffer.from('0000000049454e44ae426082', 'hex'),
]);
/** Another PNG of the same size. */
const otherPng = Buffer.from(png).fill(0xff, 40, 50);
const text = Buffer.from('These are just words, not an image at all. '.repeat(2)).subarray(0, png.length);

const environment = { ...process.env };
const keys = await generateKeyPair('EdDSA');
let path: string;
let aws: Aws;
let photo: Running;
let config: ReturnType<typeof readConfig<typeof photoSettings>>;

beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'banyan-photo-'));
  aws = await startAws({ path, dynamodbPort: 0, kinesisPort: 0, s3Port: 0, buckets: [bucket] });
  process.env.AWS_REGION = 'us-east-1';
  process.env.AWS_ACCESS_KEY_ID = 'banyan';
  process.env.AWS_SECRET_ACCESS_KEY = 'banyan';
  process.env.AWS_ENDPOINT_URL_DYNAMODB = aws.dynamodbUrl;
  process.env.AWS_ENDPOINT_URL_S3 = aws.s3Url;
  config = readConfig(photoSettings, {
    PORT: '0',
    LOG_LEVEL: 'silent',
    PHOTO_BUCKET: bucket,
    CURSOR_SECRET: randomBytes(32).toString('base64url'),
    GATEWAY_PUBLIC_JWKS: JSON.stringify({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'gateway' }] }),
    REQUEST_DEADLINE_MS: '10000',
  });
  photo = await startPhoto(config);
});

afterAll(async () => {
  await photo?.stop();
  await aws?.close();
  await rm(path, { recursive: true, force: true });
  process.env = environment;
});

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

interface SignedPut {
  method: string;
  url: string;
  headers: { name: string; value: string }[];
  expiresAt: string;
}
interface Shown {
  id: string;
  status: string;
  url: string;
}
interface Payload {
  photo: Shown;
  upload: SignedPut;
  userErrors: { code: string; field: string; message: string }[];
}
interface Answers {
  photo: Shown | null;
  requestPhotoUpload: Payload;
  completePhotoUpload: Payload;
  _entities: (Shown & { photos?: { edges: { node: Shown }[]; pageInfo: object } })[];
}

/** Asks the subgraph as the gateway does, for a person or for nobody in particular. */
async function as(viewer: string | undefined, query: string, variables: object = {}) {
  const token = await new SignJWT(viewer ? { sub: viewer } : {})
    .setProtectedHeader({ alg: 'EdDSA', kid: 'gateway' })
    .setIssuer('gateway')
    .setAudience('subgraph')
    .setExpirationTime('60s')
    .sign(keys.privateKey);
  return ask<Answers>(`${photo.url}/graphql`, query, variables, token);
}

const requestMutation = `mutation ($input: RequestPhotoUploadInput!) { requestPhotoUpload(input: $input) {
  photo { id status url contentType byteSize owner { id } }
  upload { method url headers { name value } expiresAt }
  userErrors { code field message }
} }`;
const completeMutation = `mutation ($input: CompletePhotoUploadInput!) { completePhotoUpload(input: $input) {
  photo { id status url } userErrors { code field message }
} }`;
const photoQuery = 'query ($id: ID!) { photo(id: $id) { id status url contentType rejectionReason createdAt } }';
const entitiesQuery = `query ($claims: [_Any!]!, $first: Int, $after: String) { _entities(representations: $claims) {
  ... on Photo { id status url }
  ... on User { photos(first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }
} }`;

const request = async (viewer: string, input: object = { contentType: 'IMAGE_PNG', byteSize: png.length }) =>
  (await as(viewer, requestMutation, { input })).data.requestPhotoUpload;
const complete = async (viewer: string, photoId: string) =>
  (await as(viewer, completeMutation, { input: { photoId } })).data.completePhotoUpload;
const show = async (viewer: string | undefined, id: string) => (await as(viewer, photoQuery, { id })).data.photo;

const resolveClaims = (viewer: string | undefined, claims: { id: string; ownerId: string }[]) =>
  as(viewer, entitiesQuery, { claims: claims.map((claim) => ({ __typename: 'Photo', ...claim })) });

async function listOf(owner: string, page: object = {}) {
  const { data, errors } = await as(newId(), entitiesQuery, { claims: [{ __typename: 'User', id: owner }], ...page });
  const photos = data._entities[0]?.photos;
  return { ids: photos?.edges.map(({ node }) => node.id), page: photos?.pageInfo as { endCursor?: string }, errors };
}

/** Sends bytes as the answer of `requestPhotoUpload` says; resolves to the HTTP status. */
async function send({ method, url, headers }: SignedPut, body: Uint8Array, more: Record<string, string> = {}) {
  const own = Object.fromEntries(headers.map(({ name, value }) => [name, value]));
  const response = await fetch(url, { method, headers: { ...own, ...more }, body: new Uint8Array(body) });
  await response.arrayBuffer();
  return response.status;
}

async function bytesAt(url = '') {
  const response = await fetch(url);
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** A ready photo of this person. */
async function publish(owner: string, bytes = png): Promise<string> {
  const { photo: wanted, upload } = await request(owner, { contentType: 'IMAGE_PNG', byteSize: bytes.length });
  expect(await send(upload, bytes)).toBe(200);
  expect((await complete(owner, wanted.id)).userErrors).toEqual([]);
  return wanted.id;
}

describe('an upload', () => {
  test('goes from the wish to a photo that everybody sees', async () => {
    const ann = newId();
    const opened = await request(ann);
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
    expect(await show(ann, id)).toMatchObject({ id, status: 'AWAITING_UPLOAD' });
    expect(await show(newId(), id)).toBeNull();
    expect((await listOf(ann)).ids).toEqual([]);

    expect(await send(opened.upload, png)).toBe(200);
    const done = await complete(ann, id);
    expect(done).toMatchObject({ photo: { id, status: 'READY' }, userErrors: [] });

    for (const viewer of [ann, newId(), undefined]) {
      const seen = await show(viewer, id);
      expect(seen).toMatchObject({ status: 'READY', rejectionReason: null });
      const served = await bytesAt(seen?.url);
      expect(served).toMatchObject({ status: 200, bytes: png });
      expect(served.headers.get('content-type')).toBe('image/png');
    }
    expect((await listOf(ann)).ids).toEqual([id]);
  });

  test('leaves the headers behind that the uploader made up', async () => {
    const ann = newId();
    const { photo: wanted, upload } = await request(ann);
    expect(await send(upload, png, { 'content-disposition': 'attachment; filename=a.html' })).toBe(200);
    const served = await bytesAt((await complete(ann, wanted.id)).photo.url);
    expect(served.headers.get('content-disposition')).toBeNull();
  });

  test.each([
    ['one byte', 1, []],
    ['20 MiB', maxByteSize, []],
    ['nothing', 0, ['BAD_USER_INPUT']],
    ['one byte more than 20 MiB', maxByteSize + 1, ['BAD_USER_INPUT']],
  ])('of %s', async (_, byteSize, codes) => {
    const { userErrors } = await request(newId(), { contentType: 'IMAGE_JPEG', byteSize });
    expect(userErrors.map(({ code }) => code)).toEqual(codes);
  });

  test('of 20 MiB arrives whole', async () => {
    const bytes = Buffer.concat([png, Buffer.alloc(maxByteSize - png.length, 7)]);
    const ann = newId();
    const shown = await show(ann, await publish(ann, bytes));
    expect((await bytesAt(shown?.url)).bytes.equals(bytes)).toBe(true);
  });

  test('is for people who are signed in', async () => {
    const refused = [{ extensions: { code: 'UNAUTHENTICATED' } }];
    const input = { contentType: 'IMAGE_PNG', byteSize: 1 };
    expect((await as(undefined, requestMutation, { input })).errors).toMatchObject(refused);
    expect((await as(undefined, completeMutation, { input: { photoId: newId() } })).errors).toMatchObject(refused);
  });
});

describe('the signed request', () => {
  test('takes what was announced and nothing else', async () => {
    const { upload } = await request(newId());
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
    const { upload } = await request(newId());
    expect(Math.abs(Date.parse(upload.expiresAt) - start - 15 * minute)).toBeLessThan(minute / 2);
    setClock(Date.parse(upload.expiresAt) - 2_000);
    expect(await send(upload, png)).toBe(200);
    setClock(Date.parse(upload.expiresAt) + 1_000);
    expect(await send(upload, png)).toBe(403);
  });

  test('reads a photo for an hour, from the start of its ten minutes', async () => {
    const ann = newId();
    const url = (await show(ann, await publish(ann)))?.url ?? '';
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
    const { photo: wanted, upload } = await request(ann);
    expect(await complete(ann, wanted.id)).toMatchObject({
      photo: null,
      userErrors: [{ code: 'CONFLICT', field: 'photoId' }],
    });
    await send(upload, png);
    expect(await complete(ann, wanted.id)).toMatchObject({ photo: { status: 'READY' }, userErrors: [] });
  });

  test('by somebody else finds nothing and changes nothing', async () => {
    const ann = newId();
    const { photo: wanted, upload } = await request(ann);
    await send(upload, png);
    expect((await complete(newId(), wanted.id)).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: 'photoId' }]);
    expect((await complete(ann, newId())).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await complete(ann, '../../etc/passwd')).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await show(ann, wanted.id)).toMatchObject({ status: 'AWAITING_UPLOAD' });
    expect((await complete(ann, wanted.id)).userErrors).toEqual([]);
  });

  test('twice is once, and later bytes change nothing', async () => {
    const ann = newId();
    const { photo: wanted, upload } = await request(ann);
    await send(upload, png);
    const first = await complete(ann, wanted.id);
    expect(await send(upload, otherPng)).toBe(200);
    const second = await complete(ann, wanted.id);
    expect(second).toMatchObject({ photo: { id: wanted.id, status: 'READY' }, userErrors: [] });
    for (const { url } of [first.photo, second.photo]) expect((await bytesAt(url)).bytes).toEqual(png);
    expect((await listOf(ann)).ids).toEqual([wanted.id]);
  });

  test('many times at once is once, whatever is put meanwhile', async () => {
    const ann = newId();
    const { photo: wanted, upload } = await request(ann);
    await send(upload, png);
    const attempts = Array.from({ length: 8 }, () => complete(ann, wanted.id));
    await Promise.all([...attempts, send(upload, otherPng)]);
    const answers = await Promise.all(attempts);
    expect(answers.map(({ userErrors }) => userErrors)).toEqual(answers.map(() => []));

    const pictures = await Promise.all(answers.map(async (answer) => (await bytesAt(answer.photo.url)).bytes));
    for (const picture of pictures) expect(picture).toEqual(pictures[0]);
    expect((await listOf(ann)).ids).toEqual([wanted.id]);
  });

  test('of text that calls itself an image rejects it for good', async () => {
    const ann = newId();
    const { photo: wanted, upload } = await request(ann);
    expect(await send(upload, text)).toBe(200);
    const reason = 'The contents were announced as image/png, and are of no known kind.';
    const mistake = { photo: null, userErrors: [{ code: 'BAD_USER_INPUT', field: 'photoId', message: reason }] };
    expect(await complete(ann, wanted.id)).toMatchObject(mistake);
    expect(await show(ann, wanted.id)).toMatchObject({ status: 'REJECTED', url: null, rejectionReason: reason });
    expect(await show(newId(), wanted.id)).toBeNull();

    await send(upload, png);
    expect(await complete(ann, wanted.id)).toMatchObject(mistake);
    expect((await listOf(ann)).ids).toEqual([]);
  });

  test('of another kind of image rejects it', async () => {
    const ann = newId();
    const { photo: wanted, upload } = await request(ann, { contentType: 'IMAGE_WEBP', byteSize: png.length });
    await send(upload, png);
    expect((await complete(ann, wanted.id)).userErrors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
  });

  test('is possible for a day', async () => {
    const ann = newId();
    const start = Date.now();
    const [one, other] = [await request(ann), await request(ann)];
    for (const { upload } of [one, other]) await send(upload, png);
    setClock(start + 24 * 60 * minute - 5_000);
    expect((await complete(ann, one.photo.id)).userErrors).toEqual([]);
    setClock(start + 24 * 60 * minute + 30_000);
    expect((await complete(ann, other.photo.id)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await show(ann, other.photo.id)).toBeNull();
    expect(await show(ann, one.photo.id)).toMatchObject({ status: 'READY' });
  });
});

describe('a reference to a photo', () => {
  test('is answered where the owner is right, and tells the one who can mend it where not', async () => {
    const [ann, ben] = [newId(), newId()];
    const [ofAnn, awaiting] = [await publish(ann), (await request(ann)).photo.id];
    const claims = [
      { id: ofAnn, ownerId: ann },
      { id: ofAnn, ownerId: ben },
      { id: awaiting, ownerId: ann },
      { id: newId(), ownerId: ben },
      { id: 'no id', ownerId: ann },
    ];
    const toOthers = await resolveClaims(newId(), claims);
    expect(toOthers.data._entities).toMatchObject([{ id: ofAnn, status: 'READY' }, null, null, null, null]);
    expect(toOthers.errors).toBeUndefined();

    const toBen = await resolveClaims(ben, claims);
    expect(toBen.data._entities).toMatchObject([{ id: ofAnn }, null, null, null, null]);
    const message = `There is no photo of yours with the id ${ofAnn}.`;
    const told = [
      { path: ['_entities', 1], message, extensions: expect.objectContaining({ code: 'NOT_FOUND' }) },
      { path: ['_entities', 3], extensions: expect.objectContaining({ code: 'NOT_FOUND' }) },
    ];
    expect(toBen.errors).toEqual(expect.arrayContaining(told.map((error) => expect.objectContaining(error))));
    expect(toBen.errors).toHaveLength(told.length);
    const toAnn = await resolveClaims(ann, claims);
    expect(toAnn.errors).toMatchObject([{ path: ['_entities', 4], extensions: { code: 'NOT_FOUND' } }]);
  });

  test('costs one batch read for all', async () => {
    const ann = newId();
    const photos = [await publish(ann), await publish(ann), await publish(ann)];
    const calls = jest.spyOn(DynamoDBDocumentClient.prototype, 'send');
    await resolveClaims(
      ann,
      photos.map((id) => ({ id, ownerId: ann })),
    );
    expect(calls.mock.calls.map(([command]) => command.constructor.name)).toEqual(['BatchGetCommand']);
    calls.mockRestore();
  });

  test('without the identity of the gateway is answered to nobody', async () => {
    expect((await ask(`${photo.url}/graphql`, photoQuery, { id: newId() })).status).toBe(401);
  });
});

describe("a person's photos", () => {
  test('come newest first, a page at a time, with cursors of this list alone', async () => {
    const [ann, ben] = [newId(), newId()];
    const world = Array.from({ length: 5 }, (_, index) => ({
      id: newId(),
      ownerId: ann,
      contentType: 'IMAGE_PNG' as const,
      bytes: png,
      createdAt: `2026-01-0${index + 1}T00:00:00.000Z`,
    }));
    await seedPhotos(config, { photos: world });
    await seedPhotos(config, { photos: world });
    const newestFirst = world.map(({ id }) => id).toReversed();

    const first = await listOf(ann, { first: 3 });
    expect(first).toMatchObject({ ids: newestFirst.slice(0, 3), page: { hasNextPage: true } });
    const { endCursor: after } = first.page;
    const second = await listOf(ann, { first: 3, after });
    expect(second).toMatchObject({ ids: newestFirst.slice(3), page: { hasNextPage: false } });
    expect((await listOf(ben, { after })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await show(ben, world[0]?.id ?? '')).toMatchObject({ status: 'READY', createdAt: world[0]?.createdAt });
  });

  test('are none for an id that is none', async () => {
    expect((await listOf('no id')).ids).toBeUndefined();
  });
});
