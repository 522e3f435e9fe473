import { randomBytes } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { currentRequest } from '@banyan/kit';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ask, until, want } from './harness/client.ts';
import { type HomeFeed, homeFeedQuery } from './harness/homeFeed.ts';
import { act, type Somebody, signUp } from './harness/people.ts';
import { uploadPhoto } from './harness/photo.ts';
import { type System, startSystem } from './harness/system.ts';

/** Each post has an author, a photo and links of its own, and comments by others: nothing that a cache could save. */
const posts = 50;

let system: System;
let reader: Somebody;

const read = (first: number) => want<HomeFeed>(system.endpoint, homeFeedQuery, { first }, reader.token);

async function publishOne(author: Somebody, index: number) {
  await act(system.endpoint, reader, 'followUser', { userId: author.id });
  const photoIds = [await uploadPhoto(system.endpoint, author)];
  const text = `look ${index} at site-${index}.example/${index}`;
  return (await act(system.endpoint, author, 'publishPost', { text, photoIds })).post?.id ?? '';
}

beforeAll(async () => {
  system = await startSystem();
  reader = await signUp(system.endpoint, 'reader');
  for (let done = 0; done < posts; done += 10) {
    const batch = Array.from({ length: 10 }, (_, index) => done + index);
    const authors = await Promise.all(batch.map(() => signUp(system.endpoint, 'author')));
    const ids = await Promise.all(authors.map((author, index) => publishOne(author, done + index)));
    await Promise.all(
      ids.map(async (postId, index) => {
        for (let place = 0; place < index % 4; place++) {
          const critic = authors[(index + place + 1) % 10] as Somebody;
          await act(system.endpoint, critic, 'addComment', { postId, text: `see critic-${index}-${place}.example` });
        }
      }),
    );
  }
  await until('all are followed', async () => (await read(100)).homeFeed?.edges.length === posts);
}, 180_000);
afterAll(() => system?.stop());

interface Reads {
  queries: number;
  /** The keys of each batch read. */
  batches: number[];
  others: string[];
}

interface Message {
  request: ClientRequest & { origin: string; path: string };
}

/** The requests to subgraphs that a page costs, and what it reads of each table: what belongs to its own trace, whatever else goes on. */
async function observe(first: number) {
  const correlationId = randomBytes(16).toString('hex');
  const tables: Record<string, Reads> = {};
  let subgraphs = 0;
  const isOurs = () => currentRequest()?.correlationId === correlationId;
  const onFetch = (message: unknown) => {
    const { origin, path } = (message as Message).request;
    if (path === '/graphql' && origin !== system.gatewayUrl && isOurs()) subgraphs += 1;
  };
  const onHttp = (message: unknown) => {
    const { request } = message as Message;
    const [service, action = ''] = String(request.getHeader('x-amz-target') ?? '').split('.');
    if (!service?.startsWith('DynamoDB') || !isOurs()) return;
    const end = request.end.bind(request);
    request.end = ((body: string | Uint8Array) => {
      note(action, JSON.parse(Buffer.from(body).toString()));
      return end(body);
    }) as typeof request.end;
  };
  function note(action: string, body: { TableName?: string; RequestItems?: Record<string, { Keys: object[] }> }) {
    const [table = '', request] = Object.entries(body.RequestItems ?? {})[0] ?? [body.TableName];
    tables[table] ??= { queries: 0, batches: [], others: [] };
    const reads = tables[table];
    if (action === 'Query') reads.queries += 1;
    else if (action === 'BatchGetItem') reads.batches.push(request?.Keys.length ?? 0);
    else reads.others.push(action);
  }
  // What is read trims the home feed now and then, at random: not now.
  const chance = jest.spyOn(Math, 'random').mockReturnValue(0.5);
  subscribe('undici:request:create', onFetch);
  subscribe('http.client.request.created', onHttp);
  const traceparent = `00-${correlationId}-00f067aa0ba902b7-00`;
  const { errors } = await ask(system.endpoint, homeFeedQuery, { first }, reader.token, { traceparent });
  unsubscribe('undici:request:create', onFetch);
  unsubscribe('http.client.request.created', onHttp);
  chance.mockRestore();
  expect(errors).toBeUndefined();
  return { subgraphs, tables };
}

/** In how many steps each domain reads for the page: each step is one batch, cut only where it has more than 100 keys. */
const steps: Record<string, number> = {
  // The posts; whether the reader follows their authors, and who has blocked whom; counts, likes and first comments; blocks again.
  feed: 4,
  // People and relations, then counts: of the authors, of the commenters, and of the reader.
  user: 4,
  photo: 1,
  // The verdicts on posts, and those on comments.
  spam: 2,
};

test('the home feed costs the same requests for 5 posts as for 50, and only batch reads of DynamoDB', async () => {
  const few = await observe(5);
  const many = await observe(50);
  console.info(JSON.stringify({ few, many }));

  expect(few.subgraphs).toBe(6);
  expect(many.subgraphs).toBe(6);

  for (const { tables } of [few, many]) {
    for (const [domain, limit] of Object.entries(steps)) {
      const { batches = [] } = tables[`banyan-${domain}`] ?? {};
      const keys = batches.reduce((sum, size) => sum + size, 0);
      expect([domain, batches.length <= limit - 1 + Math.ceil(keys / 100), keys > 0]).toEqual([domain, true, true]);
    }
    // The page's own: the timeline, the reader's posts and the stars whom they follow; the notifications and their count.
    const queries = Object.entries(tables).flatMap(([table, reads]) =>
      reads.queries > 0 ? [[table, reads.queries]] : [],
    );
    expect(Object.fromEntries(queries)).toEqual({ 'banyan-feed': 3, 'banyan-notification': 2 });
    // And the reader's inbox, a single item.
    expect(Object.values(tables).flatMap(({ others }) => others)).toEqual(['GetItem']);
  }
});
