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

/** What a run costs, without what the background happens to read meanwhile (a sweep of the outbox): the cheapest of three. */
async function costOf(work: () => Promise<unknown>) {
  const runs = [await observe(work), await observe(work), await observe(work)];
  return runs.reduce((least, run) => (run.all < least.all ? run : least));
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
 * What feed reads for a page, in two steps: the posts; then of each the four shares of its counts, the viewer's like and its first
 * comments, and whether each author and the viewer have blocked each other. People, photos, verdicts and notifications are as many
 * keys for 5 posts as for 50 here, as four people wrote them all.
 */
function batchesOfFeed({ homeFeed }: HomeFeed): number {
  const nodes = (homeFeed?.edges ?? []).map(({ node }) => node);
  const comments = nodes.reduce((sum, { firstComments }) => sum + firstComments.length, 0);
  const steps = [nodes.length, nodes.length * (4 + 1) + comments + 2 * authors];
  return steps.reduce((sum, keys) => sum + Math.ceil(keys / 100), 0);
}

test('the home feed costs the same requests for 5 posts as for 50, and only batch reads of DynamoDB', async () => {
  const few = await costOf(() => read(5));
  const many = await costOf(() => read(50));
  console.info(JSON.stringify({ few, many }));

  expect(few.subgraphs).toBe(8);
  expect(many.subgraphs).toBe(8);

  // The page's own queries: whom the reader follows, each author's list and the reader's own, the notifications and their count.
  const own = 1 + (authors + 1) + 2;
  expect(few.queries).toBe(own);
  expect(many.queries).toBe(own);
  expect(many.batches - few.batches).toBe(batchesOfFeed(await read(50)) - batchesOfFeed(await read(5)));
  // Beside queries and batches there is one read of a single item: the reader's inbox of notifications.
  for (const { all, queries, batches } of [few, many]) expect(all - queries - batches).toBe(1);
});
