import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { batchPut, currentRequest, newId, newTraceId, traceparentFor } from '@banyan/kit';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { createPost } from '../subgraphs/feed/post.ts';
import { followKey, idOfEntry, starKey } from '../subgraphs/feed/store/keys.ts';
import { createStore, type Store } from '../subgraphs/feed/store.ts';
import { ask, until } from './harness/client.ts';
import { act, type Somebody, signUp } from './harness/people.ts';
import { beforeCommands } from './harness/spam.ts';
import { type System, startSystem } from './harness/system.ts';

/** Whom more than two people follow is a star here: home feeds merge their posts at read. */
const threshold = 2;

let system: System;
let store: Store;
beforeAll(async () => {
  system = await startSystem({ STAR_FOLLOWERS: String(threshold) });
  store = createStore('banyan-feed');
});
afterAll(() => system?.stop());

const signUpMany = (count: number) => Promise.all(Array.from({ length: count }, () => signUp(system.endpoint)));
const publish = async (who: Somebody) =>
  (await act(system.endpoint, who, 'publishPost', { text: 'look' })).post?.id ?? '';

async function followersOf(who: Somebody): Promise<string[]> {
  const followers: string[] = [];
  for await (const page of store.relations.followers(who.id, 100)) followers.push(...page);
  return followers;
}

/** Somebody follows another, or does not any more; ends when feed knows. */
async function relate(what: 'followUser' | 'unfollowUser' | 'blockUser', by: Somebody, about: Somebody): Promise<void> {
  await act(system.endpoint, by, what, { userId: about.id });
  const follows = what === 'followUser';
  await until('feed knows', async () => (await followersOf(about)).includes(by.id) === follows);
}

interface HomePage {
  homeFeed: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

async function homePage(who: Somebody, first: number, after?: string | null, traceId = newTraceId()) {
  const query = `query ($first: Int, $after: String) {
    homeFeed(first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } }
  }`;
  const headers = { traceparent: traceparentFor(traceId) };
  const { data } = await ask<HomePage>(system.endpoint, query, { first, after }, who.token, headers);
  return { ids: data.homeFeed.edges.map(({ node }) => node.id), ...data.homeFeed.pageInfo };
}

/** The same, with how many Queries it costs: those of its own trace, whatever else goes on. */
async function costlyPage(...[who, first, after]: Parameters<typeof homePage>) {
  const traceId = newTraceId();
  // What is read trims the home feed now and then, at random: not now.
  const chance = jest.spyOn(Math, 'random').mockReturnValue(0.5);
  let queries = 0;
  const commands = beforeCommands((command) => {
    if (command instanceof QueryCommand && currentRequest()?.correlationId === traceId) queries += 1;
    return undefined;
  });
  const page = await homePage(who, first, after, traceId);
  commands.mockRestore();
  chance.mockRestore();
  return { ...page, queries };
}

const home = async (who: Somebody) => (await homePage(who, 100)).ids;
const hasAtHome = (who: Somebody, ...ids: string[]) =>
  until('the home feed is as it should be', async () => (await home(who)).join() === ids.join());

/** Which posts were fanned out to somebody. */
const fannedOut = async (who: Somebody) => (await store.timelines.page(who.id, { limit: 100 })).map(idOfEntry);
const starsOf = (who: Somebody) => store.timelines.stars(who.id, 100);

test('a star’s posts are not fanned out; home feeds merge them at read, in order, over pages', async () => {
  const [reader, star, common, ...fans] = (await signUpMany(3 + threshold)) as [Somebody, Somebody, Somebody];
  for (const fan of [reader, ...fans]) await relate('followUser', fan, star);
  await relate('followUser', reader, common);

  const posts: Record<string, string[]> = { star: [], common: [], reader: [] };
  const all: string[] = [];
  for (const who of [star, star, common, reader, star, common, common, star, reader, star, star]) {
    const id = await publish(who);
    all.unshift(id);
    posts[who === star ? 'star' : who === common ? 'common' : 'reader']?.unshift(id);
  }
  await hasAtHome(reader, ...all);
  expect([await store.timelines.reach(star.id), await store.timelines.reach(common.id)]).toEqual(['star', undefined]);
  expect(await fannedOut(reader)).toEqual(posts.common);
  for (const fan of fans) expect([await home(fan), await fannedOut(fan)]).toEqual([posts.star, []]);

  for (const first of [1, 2, 3, 5]) {
    const pages: string[][] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await homePage(reader, first, after);
      pages.push(page.ids);
      after = page.endCursor;
      more = page.hasNextPage;
    }
    expect(pages.flat()).toEqual(all);
    expect(pages.map(({ length }) => length).slice(0, -1)).toEqual(pages.slice(1).map(() => first));
  }

  await act(system.endpoint, star, 'deletePost', { postId: posts.star?.[0] });
  expect(await home(reader)).toEqual(all.filter((id) => id !== posts.star?.[0]));
});

test('home feeds are right when an author rises above the threshold, falls below it, and rises again', async () => {
  const [author, reader, ...others] = (await signUpMany(2 + threshold)) as [Somebody, Somebody, Somebody, Somebody];
  const [second, third] = others;
  await relate('followUser', reader, author);
  await relate('followUser', second, author);
  const first = await publish(author);
  await hasAtHome(reader, first);
  expect(await fannedOut(reader)).toEqual([first]);

  await relate('followUser', third, author);
  const above = await publish(author);
  for (const who of [reader, second, third]) await hasAtHome(who, above, first);
  await until('all are told of the star', async () => (await starsOf(third)).includes(author.id));
  expect([await fannedOut(reader), await starsOf(reader)]).toEqual([[first], [author.id]]);

  for (const other of others) await relate('unfollowUser', other, author);
  const below = await publish(author);
  await hasAtHome(reader, below, above, first);
  for (const other of others) await hasAtHome(other);

  for (const other of others) await relate('followUser', other, author);
  const again = await publish(author);
  for (const who of [reader, second, third]) await hasAtHome(who, again, below, above, first);
  expect(await fannedOut(reader)).toEqual([first]);
});

test('unfollowing a star, and a block either way, take the posts out of that home feed, and leave those of others', async () => {
  const [star, unfollows, blocks, isBlocked, stays] = (await signUpMany(5)) as [
    Somebody,
    Somebody,
    Somebody,
    Somebody,
    Somebody,
  ];
  const everybody = [unfollows, blocks, isBlocked, stays];
  for (const who of everybody) await relate('followUser', who, star);
  const post = await publish(star);
  for (const who of everybody) await hasAtHome(who, post);

  await relate('unfollowUser', unfollows, star);
  await relate('blockUser', blocks, star);
  await act(system.endpoint, star, 'blockUser', { userId: isBlocked.id });
  for (const who of [unfollows, blocks, isBlocked]) {
    await hasAtHome(who);
    await until('the star is forgotten', async () => (await starsOf(who)).length === 0);
  }
  expect([await home(stays), await starsOf(stays)]).toEqual([[post], [star.id]]);

  await relate('followUser', unfollows, star);
  await hasAtHome(unfollows, post);
  expect(await starsOf(unfollows)).toEqual([star.id]);
});

test('one page is merged from 50 stars at most, however many are followed: 53 Queries', async () => {
  const [reader] = (await signUpMany(1)) as [Somebody];
  const stars = Array.from({ length: 55 }, () => newId()).sort();
  const { client, table, posts } = store;
  const entries = stars.flatMap((star) => [followKey(reader.id, star), starKey(reader.id, star)]);
  await batchPut(client, table, entries);
  const ids: string[] = [];
  for (const star of stars) {
    for (const text of ['older', 'newer']) {
      const post = createPost(star, { text });
      await posts.insert(post);
      ids.push(post.id);
    }
  }
  const merged = ids.slice(0, 2 * 50).reverse();

  const page = await costlyPage(reader, 60);
  expect(page).toMatchObject({ ids: merged.slice(0, 60), hasNextPage: true, queries: 53 });
  const next = await costlyPage(reader, 60, page.endCursor);
  expect(next).toMatchObject({ ids: merged.slice(60), hasNextPage: false, queries: 53 });
});
