import { subscribe } from 'node:diagnostics_channel';
import { mkdtemp, rm } from 'node:fs/promises';
import type { ClientRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { batchPut, ensureTable, newId } from '@banyan/kit';
import { startAws } from '../../dev/aws/aws.ts';
import { awsEnvironment } from '../../dev/services.ts';
import { createFanOut } from '../../subgraphs/feed/fanOut.ts';
import { homeFeedEntries } from '../../subgraphs/feed/homeFeed.ts';
import { createPost } from '../../subgraphs/feed/post.ts';
import { followerKey, followKey } from '../../subgraphs/feed/store/keys.ts';
import { createStore } from '../../subgraphs/feed/store.ts';

/** `npm run bench:feed`: what a page of the home feed reads, for 10, 1,000 and 100,000 followed and followers. */

const sizes = [10, 1_000, 100_000];
const threshold = 10_000;
const pageSize = 20;
/** How many of the followed have published: a timeline holds the last 800 whoever wrote them. */
const publishing = 100;

const path = await mkdtemp(join(tmpdir(), 'banyan-bench-'));
const aws = await startAws({ path, dynamodbPort: 0, kinesisPort: 0, s3Port: 0, buckets: [] });
const port = (url: string) => Number(new URL(url).port);
const ports = { DynamoDB: port(aws.dynamodbUrl), Kinesis: port(aws.kinesisUrl), S3: port(aws.s3Url) };
Object.assign(process.env, awsEnvironment(ports));
const store = createStore('bench-feed');
const { client, table } = store;
await ensureTable(client, table);
const fanOut = createFanOut(store, threshold);

const calls = new Map<string, number>();
subscribe('http.client.request.created', (message) => {
  const target = String((message as { request: ClientRequest }).request.getHeader('x-amz-target') ?? '');
  const action = target.split('.')[1] ?? '';
  calls.set(action, (calls.get(action) ?? 0) + 1);
});

async function publish(author: string): Promise<void> {
  const post = createPost(author, { text: 'look' });
  await store.posts.insert(post);
  await fanOut.published(post.id, author);
}

/** Reads a page as the resolver does: entries, then posts, then whether they are still followed. */
async function readPage(reader: string) {
  calls.clear();
  const start = performance.now();
  const entries = await homeFeedEntries(store, reader, { limit: pageSize + 1 });
  const ms = performance.now() - start;
  const reads = Object.fromEntries(calls);
  return { entries: entries.length, reads, ms: Math.round(ms) };
}

console.log(
  `A page of ${pageSize} of the home feed, ${new Date().toISOString().slice(0, 10)}, Node ${process.version}`,
);
console.log('(and two batch reads for its posts and follows, whatever the sizes)\n');

for (const size of sizes) {
  const reader = newId();
  const followed = Array.from({ length: size }, () => newId());
  await batchPut(
    client,
    table,
    followed.flatMap((id) => [followKey(reader, id), followerKey(id, reader)]),
  );
  for (const author of followed.slice(0, publishing)) await publish(author);
  const page = await readPage(reader);
  console.log(`${String(size).padStart(7)} followed:  ${JSON.stringify(page)}`);
}
for (const size of sizes) {
  const [author, reader] = [newId(), newId()];
  const followers = [reader, ...Array.from({ length: size - 1 }, () => newId())];
  await batchPut(
    client,
    table,
    followers.flatMap((id) => [followKey(id, author), followerKey(author, id)]),
  );
  calls.clear();
  await publish(author);
  const writes = calls.get('BatchWriteItem') ?? 0;
  await publish(author);
  const page = await readPage(reader);
  const star = await store.timelines.reach(author);
  console.log(
    `${String(size).padStart(7)} followers: ${JSON.stringify(page)}, writes of the first post: ${writes}${star ? ' (a star: its followers are told once)' : ''}`,
  );
}
await aws.close();
await rm(path, { recursive: true, force: true });
process.exit(0);
