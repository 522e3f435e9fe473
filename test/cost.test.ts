import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until, want } from './harness/client.ts';
import { type HomeFeed, homeFeedQuery } from './harness/homeFeed.ts';
import { act, type Somebody, signUp } from './harness/people.ts';
import { uploadPhoto } from './harness/photo.ts';
import { type System, startSystem } from './harness/system.ts';

const authors = 4;
const posts = 52;

let system: System;
let reader: Somebody;

const read = (first: number) => want<HomeFeed>(system.endpoint, homeFeedQuery, { first }, reader.token);

beforeAll(async () => {
  system = await startSystem();
  reader = await signUp(system.endpoint, 'reader');
  const crowd = await Promise.all(Array.from({ length: authors }, () => signUp(system.endpoint, 'author')));
  for (const author of crowd) await act(system.endpoint, reader, 'followUser', { userId: author.id });
  const photos = await Promise.all(crowd.map((author) => uploadPhoto(system.endpoint, author)));
  for (let index = 0; index < posts; index++) {
    const author = crowd[index % authors] as Somebody;
    const input = { text: `look ${index} at example.com/${index}`, photoIds: [photos[index % authors]] };
    const { post } = await act(system.endpoint, author, 'publishPost', input);
    const critics = crowd.slice(0, index % 4);
    const comment = { postId: post?.id, text: `nice ${index}, see www.example.org` };
    await Promise.all(critics.map((critic) => act(system.endpoint, critic, 'addComment', comment)));
  }
  await until('all are followed', async () => (await read(100)).homeFeed?.edges.length === posts);
}, 120_000);
afterAll(() => system?.stop());

interface Message {
  request: ClientRequest & { origin: string; path: string };
}

/** The requests to subgraphs and the calls of DynamoDB that this process makes meanwhile. */
async function observe(work: () => Promise<unknown>) {
  const subgraphs: string[] = [];
  const calls: string[] = [];
  const onFetch = (message: unknown) => {
    const { origin, path } = (message as Message).request;
    if (path === '/graphql' && origin !== system.gatewayUrl) subgraphs.push(origin);
  };
  const onHttp = (message: unknown) => {
    const target = (message as Message).request.getHeader('x-amz-target');
    if (target) calls.push(String(target).split('.')[1] ?? '');
  };
  subscribe('undici:request:create', onFetch);
  subscribe('http.client.request.start', onHttp);
  await work();
  unsubscribe('undici:request:create', onFetch);
  unsubscribe('http.client.request.start', onHttp);
  const background = new Set(['GetRecords', 'GetShardIterator', 'PutRecords', 'ListShards']);
  const reads = calls.filter((call) => !background.has(call));
  const of = (name: string) => reads.filter((call) => call === name).length;
  return { subgraphs: subgraphs.length, queries: of('Query'), batches: of('BatchGetItem'), all: reads.length };
}

/**
 * feed: its posts; then, of each, 4 shares of counts, the viewer's like, the author's block both ways and 3 comments; then the comments'
 * authors. user: people and relations, then counts, once for posts and once for comments. photo and notification: one. spam: one for
 * posts and one for comments.
 */
const keysOfFeed = (count: number) => [count, count * (4 + 1 + 3) + 2 * authors];
const batchesFor = (keys: number) => Math.ceil(keys / 100);

test('the home feed costs the same requests for 5 posts as for 50, and only batch reads of DynamoDB', async () => {
  await read(50);
  const few = await observe(() => read(5));
  const many = await observe(() => read(50));
  expect((await read(50)).homeFeed?.edges).toHaveLength(50);

  expect(few.subgraphs).toBeGreaterThan(0);
  expect(many.subgraphs).toBe(few.subgraphs);

  // The page's own queries: whom the reader follows, one list for each author and the reader's own, and the notifications.
  const own = 1 + (authors + 1) + 1;
  expect(few.queries).toBe(own);
  expect(many.queries).toBe(own);
  const other = few.batches - keysOfFeed(5).reduce((sum, keys) => sum + batchesFor(keys), 0);
  expect(many.batches).toBeLessThanOrEqual(other + keysOfFeed(50).reduce((sum, keys) => sum + batchesFor(keys), 0) + 1);
  console.info(`5 posts: ${JSON.stringify(few)}; 50 posts: ${JSON.stringify(many)}`);
});
