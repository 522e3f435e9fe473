import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { internet, type Network } from '@banyan/spam';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from './harness/client.ts';
import { caseOf, moderate, mutate, newComment, newPost, type SpamHouse, startSpamHouse } from './harness/spam.ts';

let house: SpamHouse;
let shortener: Server;
let port: number;
let isDnsDown = false;
/** Where the links of the shortener lead, by their path. */
const leads = new Map<string, string>();

beforeAll(async () => {
  shortener = createServer((request, response) => {
    const location = leads.get(request.url ?? '');
    response.writeHead(location ? 301 : 404, location ? { location } : {}).end();
  }).listen(0, '127.0.0.1');
  await once(shortener, 'listening');
  port = (shortener.address() as AddressInfo).port;
  const network: Network = {
    async resolve(hostname) {
      if (isDnsDown) throw new Error('the name server is down');
      return hostname === 'bit.ly' ? ['127.0.0.1'] : [];
    },
    isAllowed: (address, at) => (address === '127.0.0.1' && at === port) || internet.isAllowed(address, at),
  };
  house = await startSpamHouse({ EXPAND_RETRY_MS: '100', EXPAND_TRIES: '3' }, network);
  await moderate(house, 'blockUrl', 'bad.example');
});

afterAll(async () => {
  await house?.stop();
  shortener.close();
});

/** A link of the shortener. */
function shorten(path: string, to?: string): string {
  if (to) leads.set(path, to);
  return `http://bit.ly:${port}${path}`;
}
const toldOf = async (id: string) => (await house.told()).filter(({ data }) => data.targetId === id);
const typesOf = async (id: string) => (await toldOf(id)).map(({ type }) => type);
const isTold = (id: string, ...types: string[]) =>
  until(`told ${types}`, async () => (await typesOf(id)).join() === types.join());

describe('what was published', () => {
  test('is checked: spam is told of with its author, what is clean is not', async () => {
    const bad = newPost('보세요 bad.example/x');
    const good = newPost('보세요 good.example/x');
    const comment = newComment('http://bad.example');
    await house.send(bad.published, good.published, comment.added);
    const found = await caseOf(house, bad.id, 'SPAM');
    expect(found).toMatchObject({ heldBy: 'bad.example/', author: { id: bad.authorId } });
    expect(found.decisions.edges.map(({ node }) => node)).toEqual([
      { status: 'SPAM', reason: 'BLOCKED_URL', detail: 'bad.example/x (bad.example/)', by: null },
    ]);
    await caseOf(house, good.id, 'CLEAN');
    await caseOf(house, comment.id, 'SPAM', 'COMMENT');
    await isTold(bad.id, 'spam.detected');
    await isTold(comment.id, 'spam.detected');
    const [ofPost] = await toldOf(bad.id);
    expect([ofPost?.subject, ofPost?.sequence]).toEqual([`post:${bad.id}`, 1]);
    const about = { postId: bad.id, authorId: bad.authorId, reason: 'BLOCKED_URL' };
    expect(ofPost?.data).toEqual({ targetType: 'post', targetId: bad.id, ...about });
    const { data } = (await toldOf(comment.id))[0] ?? {};
    expect(data).toMatchObject({ targetType: 'comment', postId: comment.postId, authorId: comment.authorId });
    expect(await typesOf(good.id)).toEqual([]);
  });

  test('is checked once however often its event comes, also when writes conflict and spam is started again', async () => {
    house.aws.dynamodb.conflictRate = 0.3;
    const bad = newPost('bad.example/again');
    const last = newPost('nothing');
    for (let times = 0; times < 5; times++) await house.send(bad.published, bad.published);
    await house.stopSpam();
    await house.send(bad.published);
    await house.startSpam();
    await house.send(bad.published, last.published);
    await caseOf(house, last.id, 'CLEAN');
    const marker = newPost('bad.example/marker');
    await house.send(marker.published);
    await isTold(marker.id, 'spam.detected');
    await isTold(bad.id, 'spam.detected');
    house.aws.dynamodb.conflictRate = 0;
    expect((await caseOf(house, bad.id, 'SPAM')).decisions.edges).toHaveLength(1);
  });

  test('and deleted is let go of, and does not come back', async () => {
    const bad = newPost('bad.example/deleted');
    await house.send(bad.published);
    await caseOf(house, bad.id, 'SPAM');
    await house.send(bad.deleted);
    expect(await caseOf(house, bad.id, 'DELETED')).toMatchObject({ heldBy: null, text: null });
    const last = newPost('nothing');
    await house.send(bad.published);
    await house.send(last.published);
    await caseOf(house, last.id, 'CLEAN');
    expect((await caseOf(house, bad.id, 'DELETED')).decisions.edges).toHaveLength(2);
    expect(await typesOf(bad.id)).toEqual(['spam.detected']);
  });
});

describe('short links', () => {
  const verdictOn = async (text: string) => {
    const query = 'query ($text: String!) { checkSpam(text: $text) { isSpam isUnknown reason } }';
    return (await house.want<{ checkSpam: object }>(house.reader, query, { text })).checkSpam;
  };

  test('are followed after publishing, and from then on known', async () => {
    const text = `보세요 ${shorten('/bad', 'http://bad.example/landing')}`;
    expect(await verdictOn(text)).toEqual({ isSpam: false, isUnknown: true, reason: null });
    const post = newPost(text);
    await house.send(post.published);
    expect(await caseOf(house, post.id, 'SPAM')).toMatchObject({ heldBy: 'bad.example/' });
    await isTold(post.id, 'spam.detected');
    expect(await verdictOn(text)).toEqual({ isSpam: true, isUnknown: false, reason: 'BLOCKED_URL' });
  });

  test('to good places are clean', async () => {
    const text = shorten('/good', 'https://good.example/landing');
    const post = newPost(text);
    await house.send(post.published);
    await caseOf(house, post.id, 'CLEAN');
    expect(await verdictOn(text)).toEqual({ isSpam: false, isUnknown: false, reason: null });
    expect(await typesOf(post.id)).toEqual([]);
  });

  test('are unknown while the name server is down, tried again, and spam when it is back', async () => {
    isDnsDown = true;
    const post = newPost(shorten('/later', 'http://bad.example/later'));
    await house.send(post.published);
    expect((await caseOf(house, post.id, 'UNKNOWN')).decisions.edges[0]?.node.detail).toContain('name server is down');
    isDnsDown = false;
    await caseOf(house, post.id, 'SPAM');
    await isTold(post.id, 'spam.detected');
    const { edges } = (await caseOf(house, post.id, 'SPAM')).decisions;
    expect(edges.map(({ node }) => node.status)).toEqual(['SPAM', 'UNKNOWN', 'PENDING']);
  });

  test('that are dead stay unknown, and at last a moderator decides', async () => {
    const post = newPost(shorten('/dead'));
    await house.send(post.published);
    type Reviews = { reviews: { edges: { node: { id: string; cause: string; case: { post: { id: string } } } }[] } };
    const query = '{ reviews { edges { node { id cause case { post { id } } } } } }';
    const review = await until('a review', async () => {
      const { reviews } = await house.want<Reviews>(house.moderator, query);
      return reviews.edges.find(({ node }) => node.case.post.id === post.id)?.node;
    });
    expect(review.cause).toBe('UNKNOWN_LINKS');
    await caseOf(house, post.id, 'UNKNOWN');
    const input = { reviewId: review.id, verdict: 'CLEAN', reason: 'a typo' };
    await mutate(house, house.moderator, ['decideReview', input, 'case { status }']);
    expect(await caseOf(house, post.id, 'CLEAN')).toMatchObject({ text: shorten('/dead') });
    expect(await typesOf(post.id)).toEqual([]);
  });
});
