import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { StartError } from '@banyan/kit';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type S3, startS3 } from '../../dev/aws/s3/s3.ts';
import { awsEnvironment } from '../../dev/services.ts';
import { createDocuments, type Documents, documentId } from '../../registry/documents.ts';

const environment = { ...process.env };
const bucket = 'documents-of-a-test';
const opened: Documents[] = [];
let path: string;
let s3: S3;

const open = (cacheBytes?: number, name = bucket): Documents => {
  const documents = createDocuments(name, { cacheBytes });
  opened.push(documents);
  return documents;
};

beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'banyan-documents-'));
  s3 = await startS3({ path, port: 0, buckets: [bucket] });
  Object.assign(process.env, awsEnvironment({ DynamoDB: 1, Kinesis: 1, S3: Number(new URL(s3.url).port) }));
  await open().ensure();
});

afterAll(async () => {
  for (const documents of opened) documents.close();
  await s3?.close();
  process.env = environment;
  await rm(path, { recursive: true, force: true });
});

/** Where a document lies on the embedded server's disk. */
async function fileOf(id: string): Promise<string> {
  const directory = join(path, 'buckets', bucket, 'documents');
  const name = (await readdir(directory)).find((file) => file.startsWith(id) && file.endsWith('object'));
  return join(directory, name ?? 'none');
}

test('a text is found by the sha256 of its UTF-8, by everybody, and lies there compressed', async () => {
  expect(documentId('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  const text = `type Query { a: Int } # 🌳 é\r\n${'x'.repeat(100_000)}`;
  const id = await open().put(text);
  expect(id).toBe(documentId(text));
  expect(await open().get(id)).toBe(text);
  const stored = await readFile(await fileOf(id));
  expect(stored.length).toBeLessThan(1_000);
  expect(gunzipSync(stored).toString()).toBe(text);
});

test('the empty text is one too', async () => {
  expect(await open().get(await open().put(''))).toBe('');
});

test('what is half a character is stored as what UTF-8 makes of it', async () => {
  const documents = open();
  const id = await documents.put('a\ud800b');
  expect(await documents.get(id)).toBe('a\ufffdb');
  expect(id).toBe(documentId('a\ufffdb'));
});

test('what is known to be there is not sent again, and what was read is not read again', async () => {
  const documents = open();
  const id = await documents.put('once');
  await rm(await fileOf(id));
  expect(await documents.put('once')).toBe(id);
  expect(await documents.get(id)).toBe('once');
  await expect(open().get(id)).rejects.toThrow('is not there');
  await open().put('once');
  expect(await open().get(id)).toBe('once');
});

test('memory holds so many bytes and no more', async () => {
  const documents = open(1_000);
  const [small, large] = [await documents.put('s'.repeat(900)), await documents.put('l'.repeat(5_000))];
  await rm(await fileOf(large));
  await expect(documents.get(large)).rejects.toThrow('is not there');
  expect(await documents.get(small)).toBe('s'.repeat(900));
  const other = await documents.put('o'.repeat(900));
  await rm(await fileOf(small));
  await expect(documents.get(small)).rejects.toThrow('is not there');
  expect(await documents.get(other)).toBe('o'.repeat(900));
});

test('what is not what its id says is no answer', async () => {
  const id = await open().put('the truth');
  await writeFile(await fileOf(id), gzipSync('something else'));
  await expect(open().get(id)).rejects.toThrow('is not what its id says');
  await expect(open().get('../secret')).rejects.toThrow('is not the id of a document');
});

test('many ask at once and wait for one read', async () => {
  const id = await open().put('asked for by many');
  const documents = open();
  const answers = await Promise.all(Array.from({ length: 50 }, () => documents.get(id)));
  expect(new Set(answers)).toEqual(new Set(['asked for by many']));
});

test('a service without a bucket does not start', async () => {
  await open().check();
  const documents = open(1_000, 'there-is-no-such-bucket');
  await expect(documents.ensure()).rejects.toThrow(StartError);
  await expect(documents.check()).rejects.toThrow();
});
