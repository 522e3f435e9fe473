import { addAbortSignal, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { failure, timeLeft } from '@banyan/kit';

/** A PUT request that S3 accepts from whoever has it, until it expires. */
export interface SignedPut {
  method: 'PUT';
  url: string;
  headers: { name: string; value: string }[];
  /** ISO 8601, UTC. */
  expiresAt: string;
}

const putSeconds = 15 * 60;
const getSeconds = 60 * 60;
/** Within one such step an object's URL stays the same, so that browsers find it in their caches. */
const getStepMs = 10 * 60_000;
const callMs = 10_000;
const removalMs = 1_500;

/**
 * The bucket of photo. Where S3 is, the SDK reads from the environment (`AWS_ENDPOINT_URL_S3` for the embedded one). Every call
 * ends with the request that it serves. On AWS the role needs `s3:ListBucket`, or S3 answers 403 instead of 404 for what is not there.
 */
export function createObjects(bucket: string) {
  const client = new S3Client({
    maxAttempts: 3,
    forcePathStyle: Boolean(process.env.AWS_ENDPOINT_URL_S3),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 500, httpAgent: { keepAlive: true }, httpsAgent: { keepAlive: true } },
  });

  /** @throws SUBGRAPH_TIMEOUT when `work` takes longer than `ms`. */
  async function within<T>(ms: number, work: (options: { abortSignal: AbortSignal }) => Promise<T>): Promise<T> {
    const abortSignal = AbortSignal.timeout(Math.max(1, Math.floor(ms)));
    try {
      return await work({ abortSignal });
    } catch (error) {
      throw abortSignal.aborted ? failure('SUBGRAPH_TIMEOUT') : error;
    }
  }

  return {
    /** Signs a PUT of exactly this type and size. */
    async signPut(key: string, mediaType: string, byteSize: number): Promise<SignedPut> {
      const signingDate = new Date();
      const command = new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        ContentType: mediaType,
        ContentLength: byteSize,
      });
      const url = await getSignedUrl(client, command, {
        signingDate,
        expiresIn: putSeconds,
        signableHeaders: new Set(['content-type', 'content-length']),
      });
      return {
        method: 'PUT',
        url,
        headers: [{ name: 'content-type', value: mediaType }],
        expiresAt: new Date(signingDate.getTime() + putSeconds * 1_000).toISOString(),
      };
    },

    /** Signs a GET. */
    signGet(key: string): Promise<string> {
      const signingDate = new Date(Math.floor(Date.now() / getStepMs) * getStepMs);
      const command = new GetObjectCommand({ Bucket: bucket, Key: key });
      return getSignedUrl(client, command, { signingDate, expiresIn: getSeconds });
    },

    /**
     * Copies an object, leaving behind the headers that came with it.
     * @returns false when there is none.
     */
    async copy(from: string, to: string, mediaType: string): Promise<boolean> {
      const command = new CopyObjectCommand({
        Bucket: bucket,
        CopySource: `${bucket}/${from}`,
        Key: to,
        MetadataDirective: 'REPLACE',
        ...served(mediaType),
      });
      try {
        await within(timeLeft(callMs), (options) => client.send(command, options));
        return true;
      } catch (error) {
        if (error instanceof NoSuchKey) return false;
        throw error;
      }
    },

    /** The bytes of an object. */
    async get(key: string): Promise<Uint8Array> {
      const command = new GetObjectCommand({ Bucket: bucket, Key: key });
      return within(timeLeft(callMs), async (options) => {
        const { Body } = await client.send(command, options);
        return buffer(addAbortSignal(options.abortSignal, Body as Readable));
      });
    },

    async put(key: string, mediaType: string, bytes: Uint8Array): Promise<void> {
      const command = new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ...served(mediaType) });
      await within(timeLeft(callMs), (options) => client.send(command, options));
    },

    /** Deletes an object; deleting what is not there is no error. It has its own time, as it tidies up after what ran out of its. */
    async remove(key: string): Promise<void> {
      const command = new DeleteObjectCommand({ Bucket: bucket, Key: key });
      await within(removalMs, (options) => client.send(command, options));
    },
  };
}

const served = (mediaType: string) => ({
  ContentType: mediaType,
  CacheControl: `private, max-age=${getSeconds}, immutable`,
});

export type Objects = ReturnType<typeof createObjects>;
