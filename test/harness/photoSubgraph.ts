import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { type Running, readConfig } from '@banyan/kit';
import { type PhotoConfig, photoSettings, startPhoto } from '@banyan/photo';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { startAws } from '../../dev/aws/aws.ts';
import { awsEnvironment } from '../../dev/services.ts';
import { ask, until } from './client.ts';

export interface SignedPut {
  method: string;
  url: string;
  headers: { name: string; value: string }[];
  expiresAt: string;
}

export interface Shown {
  id: string;
  status: string;
  url: string;
  contentType: string;
  byteSize: number;
  rejectionReason: string | null;
  holdReason: string | null;
  createdAt: string;
  width: number;
  height: number;
  blurHash: string;
  dominantColors: string[];
  labels: string[];
  camera: string | null;
  takenAt: string | null;
  small: { url: string; width: number; height: number; byteSize: number } | null;
}

interface Payload {
  photo: Shown;
  upload: SignedPut;
  userErrors: { code: string; field: string; message: string }[];
}

interface Page {
  edges: { node: Shown }[];
  pageInfo: { hasNextPage: boolean; endCursor?: string };
}

interface Answers {
  photo: Shown | null;
  photosByLabel: Page;
  heldPhotos: Page | null;
  requestPhotoUpload: Payload;
  completePhotoUpload: Payload;
  approvePhoto: Payload;
  rejectPhoto: Payload;
  _entities: (Shown & { photos?: Page })[];
}

const photoFields = `id status url contentType byteSize rejectionReason holdReason createdAt width height blurHash dominantColors
  labels camera takenAt small: rendition(size: SMALL) { url width height byteSize }`;
export const photoQuery = `query ($id: ID!) { photo(id: $id) { ${photoFields} } }`;
export const requestMutation = `mutation ($input: RequestPhotoUploadInput!) { requestPhotoUpload(input: $input) {
  photo { id status url contentType byteSize owner { id } }
  upload { method url headers { name value } expiresAt }
  userErrors { code field message }
} }`;
export const completeMutation = `mutation ($input: CompletePhotoUploadInput!) { completePhotoUpload(input: $input) {
  photo { id status url } userErrors { code field message }
} }`;
const entitiesQuery = `query ($claims: [_Any!]!, $first: Int, $after: String) { _entities(representations: $claims) {
  ... on Photo { id status url }
  ... on User { photos(first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }
} }`;

/** A PNG of one pixel; all of them have the same size. */
export function onePixel(red: number, green: number, blue: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from('00000001000000010802000000', 'hex')),
    chunk('IDAT', deflateSync(Buffer.from([0, red, green, blue]), { level: 0 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const png = onePixel(255, 0, 0);

/** Sends bytes as the answer of `requestPhotoUpload` says; resolves to the HTTP status. */
export async function send({ method, url, headers }: SignedPut, body: Uint8Array, more: Record<string, string> = {}) {
  const own = Object.fromEntries(headers.map(({ name, value }) => [name, value]));
  const response = await fetch(url, { method, headers: { ...own, ...more }, body: new Uint8Array(body) });
  await response.arrayBuffer();
  return response.status;
}

export async function bytesAt(url = '') {
  const response = await fetch(url);
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** The photo subgraph and its embedded AWS, in this process and asked as the gateway asks it. */
export async function startPhotoSubgraph(settings: Record<string, string> = {}) {
  const bucket = 'photos-of-a-test';
  const environment = { ...process.env };
  const keys = await generateKeyPair('EdDSA');
  const path = await mkdtemp(join(tmpdir(), 'banyan-photo-'));
  const aws = await startAws({ path, dynamodbPort: 0, kinesisPort: 0, s3Port: 0, buckets: [bucket] });
  const portOf = (url: string) => Number(new URL(url).port);
  const ports = { DynamoDB: portOf(aws.dynamodbUrl), Kinesis: portOf(aws.kinesisUrl), S3: portOf(aws.s3Url) };
  Object.assign(process.env, awsEnvironment(ports));
  const config: PhotoConfig = readConfig(photoSettings, {
    PORT: '0',
    LOG_LEVEL: 'silent',
    PHOTO_BUCKET: bucket,
    CURSOR_SECRET: randomBytes(32).toString('base64url'),
    GATEWAY_PUBLIC_JWKS: JSON.stringify({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'gateway' }] }),
    REQUEST_DEADLINE_MS: '10000',
    ...settings,
  });
  const closeAll = async () => {
    await aws.close();
    await rm(path, { recursive: true, force: true });
    process.env = environment;
  };
  let running: Running = await startPhoto(config).catch(async (error) => {
    await closeAll();
    throw error;
  });

  /** Asks as the gateway does, for a person or for nobody in particular. */
  async function as(viewer: string | undefined, query: string, variables: object = {}, scope = '') {
    const token = await new SignJWT({ scope, ...(viewer && { sub: viewer }) })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'gateway' })
      .setIssuer('gateway')
      .setAudience('subgraph')
      .setExpirationTime('60s')
      .sign(keys.privateKey);
    return ask<Answers>(`${running.url}/graphql`, query, variables, token);
  }

  const request = async (viewer: string, input: object = { contentType: 'IMAGE_PNG', byteSize: png.length }) =>
    (await as(viewer, requestMutation, { input })).data.requestPhotoUpload;
  const complete = async (viewer: string, photoId: string) =>
    (await as(viewer, completeMutation, { input: { photoId } })).data.completePhotoUpload;
  const show = async (viewer: string | undefined, id: string, scope = '') =>
    (await as(viewer, photoQuery, { id }, scope)).data.photo;

  /** The photo, as soon as it has this status. */
  const become = (status: string, owner: string, id: string) =>
    until(`the photo is ${status}`, async () => {
      const photo = await show(owner, id);
      return photo?.status === status && photo;
    });

  /** Sends a photo and has it processed; resolves to its id. */
  async function upload(owner: string, bytes: Uint8Array, contentType = 'IMAGE_PNG'): Promise<string> {
    const { photo, upload: put } = await request(owner, { contentType, byteSize: bytes.length });
    const status = await send(put, bytes);
    if (status !== 200) throw new Error(`the upload answered ${status}`);
    const { userErrors } = await complete(owner, photo.id);
    if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
    return photo.id;
  }

  return {
    aws,
    config,
    bucket,
    url: () => `${running.url}/graphql`,
    as,
    request,
    complete,
    show,
    become,
    upload,
    /** A ready photo of this person. */
    async publish(owner: string, bytes: Uint8Array = png): Promise<string> {
      const id = await upload(owner, bytes);
      await become('READY', owner, id);
      return id;
    },
    resolveClaims: (viewer: string | undefined, claims: { id: string; ownerId: string }[]) =>
      as(viewer, entitiesQuery, { claims: claims.map((claim) => ({ __typename: 'Photo', ...claim })) }),
    async listOf(owner: string, page: object = {}) {
      const claims = [{ __typename: 'User', id: owner }];
      const { data, errors } = await as(owner, entitiesQuery, { claims, ...page });
      const photos = data._entities[0]?.photos;
      return { ids: photos?.edges.map(({ node }) => node.id), page: photos?.pageInfo, errors };
    },
    stopService: () => running.stop(),
    async startService() {
      running = await startPhoto(config);
    },
    async stop() {
      await running.stop();
      await closeAll();
    },
  };
}

export type PhotoSubgraph = Awaited<ReturnType<typeof startPhotoSubgraph>>;
