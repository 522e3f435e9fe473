import { mkdir, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { listen, stopListening } from '../listen.ts';
import { putAtOnce, type Store } from './objects.ts';

export interface S3Options {
  path: string;
  port: number;
  /** The buckets that there are: none can be made later. */
  buckets: string[];
}

export interface S3 {
  url: string;
  close(): Promise<void>;
}

/** The one key pair that signs: its id and its secret are the same word. */
export const ACCESS_KEY = 'banyan';

interface S3rver {
  store: Store;
  configureBuckets(): Promise<unknown>;
  callback(): RequestListener;
  on(event: 'error', listener: (error: Error) => void): void;
}

const require = createRequire(import.meta.url);

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html: browsers put and get with presigned URLs. */
const cors = `<CORSConfiguration><CORSRule>
  <AllowedOrigin>*</AllowedOrigin>
  <AllowedMethod>GET</AllowedMethod><AllowedMethod>HEAD</AllowedMethod><AllowedMethod>PUT</AllowedMethod>
  <AllowedHeader>*</AllowedHeader>
  <ExposeHeader>ETag</ExposeHeader>
  <MaxAgeSeconds>3000</MaxAgeSeconds>
</CORSRule></CORSConfiguration>`;

/** Starts s3rver on the files under `path`. */
export async function startS3({ path, port, buckets }: S3Options): Promise<S3> {
  const directory = join(path, 'buckets');
  const parts = join(path, 'parts');
  await rm(parts, { recursive: true, force: true });
  await mkdir(parts, { recursive: true });
  await mkdir(directory, { recursive: true });

  const { DUMMY_ACCOUNT } = require('@20minutes/s3rver/lib/models/account.js');
  DUMMY_ACCOUNT.createKeyPair(ACCESS_KEY, ACCESS_KEY);
  const S3rver = require('@20minutes/s3rver') as new (options: object) => S3rver;
  const configureBuckets = buckets.map((name) => ({ name, configs: [cors] }));
  const s3rver = new S3rver({ directory, configureBuckets, silent: true, vhostBuckets: false });
  putAtOnce(s3rver.store, parts);
  await s3rver.configureBuckets();

  const server = createServer(signedOnly(s3rver.callback()));
  const url = await listen(server, 'S3', port);
  return { url, close: () => stopListening(server) };
}

/**
 * s3rver lets everybody in who shows no signature at all, and acts on `x-amz-*` headers that the signature does not cover
 * (`x-amz-copy-source` would make a presigned upload a copy of somebody else's object). A private bucket does neither.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
function signedOnly(handle: RequestListener): RequestListener {
  return (request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://s3');
    const covered = new Set(searchParams.get('X-Amz-SignedHeaders')?.split(';'));
    const presigned =
      searchParams.has('X-Amz-Signature') &&
      Object.keys(request.headers).every((name) => !name.startsWith('x-amz-') || covered.has(name));
    if (request.headers.authorization || presigned || request.method === 'OPTIONS') return handle(request, response);
    request.resume();
    response.writeHead(403, { 'content-type': 'application/xml', 'access-control-allow-origin': '*' });
    response.end('<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>');
  };
}
