import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

interface S3Object {
  bucket: string;
  key: string;
  content: Readable | Buffer;
  metadata: Record<string, string>;
}

/** The parts of s3rver's file store that storing an object takes. */
export interface Store {
  getResourcePath(bucket: string, key: string, resource: string): string;
  putContent(path: string, content: Readable | Buffer): Promise<[size: number, md5: string]>;
  putMetadata(bucket: string, key: string, metadata: Record<string, string>, md5: string): Promise<void>;
  putObject(object: S3Object): Promise<{ size: number; md5: string }>;
}

/**
 * Makes an object appear whole or not at all, as S3 promises. s3rver writes an upload in place, so that an aborted one
 * leaves half an object, and destroys the one that was there.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html#ConsistencyModel
 */
export function putAtOnce(store: Store, parts: string): void {
  store.putObject = async ({ bucket, key, content, metadata }) => {
    const target = store.getResourcePath(bucket, key, 'object');
    const part = join(parts, randomUUID());
    try {
      const [size, md5] = await store.putContent(part, content);
      await mkdir(dirname(target), { recursive: true });
      await store.putMetadata(bucket, key, metadata, md5);
      await rename(part, target);
      return { size, md5 };
    } finally {
      await rm(part, { force: true });
    }
  };
}
