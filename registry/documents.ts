import { createHash } from 'node:crypto';
import { addAbortSignal, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchBucket,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { failure, StartError } from '@banyan/kit';
import { LRUCache } from 'lru-cache';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

const callMs = 10_000;
const checkMs = 1_500;
const mebibyte = 1024 * 1024;
/** Of one document, before it is compressed. */
const maxDocumentBytes = 64 * mebibyte;
const knownIds = 100_000;

/** The id of a text: the sha256 of its UTF-8, as lowercase hex. */
export const documentId = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const idPattern = /^[0-9a-f]{64}$/;

const keyOf = (id: string) => `documents/${id}.gz`;

/**
 * Texts by what is in them, in a bucket: a document never changes, and the same text is there once whoever put it. What refers to
 * one is written after it. Where S3 is, the SDK reads from the environment (`AWS_ENDPOINT_URL_S3` for the embedded one). On AWS the
 * role needs `s3:ListBucket`, or S3 answers 403 instead of 404 for what is not there.
 * @param options.cacheBytes how much of what was put and read last stays in memory.
 */
export function createDocuments(bucket: string, { cacheBytes = 128 * mebibyte } = {}) {
  const client = new S3Client({
    maxAttempts: 3,
    forcePathStyle: Boolean(process.env.AWS_ENDPOINT_URL_S3),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 500, httpAgent: { keepAlive: true }, httpsAgent: { keepAlive: true } },
  });
  /** What is in the bucket for sure. */
  const known = new LRUCache<string, true>({ max: knownIds });
  const texts = new LRUCache<string, string>({
    maxSize: cacheBytes,
    sizeCalculation: (text) => Math.max(1, Buffer.byteLength(text)),
    // Whoever asks for a document while it is being read waits for the same read.
    fetchMethod: async (id) => {
      const text = await read(id);
      known.set(id, true);
      return text;
    },
  });

  /** @throws SUBGRAPH_TIMEOUT when `work` takes longer than `ms`. */
  async function within<T>(ms: number, work: (options: { abortSignal: AbortSignal }) => Promise<T>): Promise<T> {
    const abortSignal = AbortSignal.timeout(ms);
    try {
      return await work({ abortSignal });
    } catch (error) {
      throw abortSignal.aborted ? failure('SUBGRAPH_TIMEOUT') : error;
    }
  }

  async function read(id: string): Promise<string> {
    const bytes = await within(callMs, async (options) => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(id) }), options);
      return buffer(addAbortSignal(options.abortSignal, Body as Readable));
    }).catch((error) => {
      throw error instanceof NoSuchKey ? new Error(`document ${id} is not there`) : error;
    });
    const text = (await decompress(bytes, { maxOutputLength: maxDocumentBytes })).toString('utf8');
    if (documentId(text) !== id) throw new Error(`document ${id} is not what its id says`);
    return text;
  }

  async function write(id: string, text: string): Promise<void> {
    const Body = await compress(text);
    const command = new PutObjectCommand({ Bucket: bucket, Key: keyOf(id), Body, ContentType: 'application/gzip' });
    await within(callMs, (options) => client.send(command, options));
  }

  return {
    /** Stores a text, and answers when it is there. @returns its id. */
    async put(text: string): Promise<string> {
      // UTF-8 has no lone surrogates: what is stored, kept and hashed must be one and the same.
      const whole = text.toWellFormed();
      if (Buffer.byteLength(whole) > maxDocumentBytes) throw failure('BAD_USER_INPUT', 'The document is too large.');
      const id = documentId(whole);
      if (!known.has(id)) await write(id, whole);
      known.set(id, true);
      texts.set(id, whole);
      return id;
    },

    /** The text with this id, which is what the id says. @throws when there is none. */
    async get(id: string): Promise<string> {
      if (!idPattern.test(id)) throw new Error('this is not the id of a document');
      const text = await texts.fetch(id);
      if (text === undefined) throw new Error(`document ${id} was not read`);
      return text;
    },

    /**
     * Sees to it that documents can be put. A bucket is created only where buckets are ours to create: on the embedded S3, that is
     * where `AWS_ENDPOINT_URL_S3` is set. On AWS it comes from infrastructure code.
     * @throws StartError when there is no bucket.
     */
    async ensure(): Promise<void> {
      try {
        await write(emptyId, '');
      } catch (error) {
        if (!(error instanceof NoSuchBucket)) throw error;
        if (!process.env.AWS_ENDPOINT_URL_S3) throw new StartError(`There is no bucket ${bucket} (REGISTRY_BUCKET).`);
        await create();
        await write(emptyId, '');
      }
    },

    /** @throws when the bucket does not answer or is not there. */
    async check(): Promise<undefined> {
      const command = new HeadObjectCommand({ Bucket: bucket, Key: keyOf(emptyId) });
      await within(checkMs, (options) => client.send(command, options));
    },

    close: (): void => client.destroy(),
  };

  async function create(): Promise<void> {
    try {
      await within(callMs, (options) => client.send(new CreateBucketCommand({ Bucket: bucket }), options));
    } catch (error) {
      // Another instance may have been first, and some stand-ins are told their buckets when they start.
      const { name, message } = error as Error;
      if (name === 'BucketAlreadyOwnedByYou') return;
      throw new StartError(`There is no bucket ${bucket} (REGISTRY_BUCKET), and none can be made: ${message}`);
    }
  }
}

/** Written when a service starts, to see whether it can. */
const emptyId = documentId('');

export type Documents = ReturnType<typeof createDocuments>;
