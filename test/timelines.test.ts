import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { newId } from '@banyan/kit';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { idOfEntry, timelineEntry } from '../subgraphs/feed/store/keys.ts';
import { timelineLength } from '../subgraphs/feed/store/timelines.ts';
import { createStore, type Store } from '../subgraphs/feed/store.ts';
import { until, want } from './harness/client.ts';
import { act, signUp } from './harness/people.ts';
import { beforeCommands } from './harness/spam.ts';
import { type System, startSystem } from './harness/system.ts';

/** A home feed keeps its newest 800 posts: what is behind them is deleted lazily. */

let system: System;
let store: Store;
beforeAll(async () => {
  system = await startSystem();
  store = createStore('banyan-feed');
});
afterAll(() => system?.stop());
afterEach(() => {
  jest.restoreAllMocks();
});

const entriesOf = async (userId: string) => (await store.timelines.page(userId, { limit: 5_000 })).map(idOfEntry);

/** Fills somebody's home feed with so many posts. @returns their ids, newest first. */
async function fill(userId: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  await store.timelines.fill(userId, ids, newId());
  return ids.sort().reverse();
}

test('trimming keeps the newest 800, and leaves what is shorter as it is', async () => {
  expect(timelineLength).toBe(800);
  const [short, long] = [newId(), newId()];
  const [few, many] = [await fill(short, 800), await fill(long, 801)];
  await store.timelines.trim(short);
  await store.timelines.trim(long);
  expect(await entriesOf(short)).toEqual(few);
  expect(await entriesOf(long)).toEqual(many.slice(0, 800));
});

test('a home feed that is longer than one trimming reads is trimmed by the next', async () => {
  const reader = newId();
  const ids = await fill(reader, 1_900);
  await store.timelines.trim(reader);
  expect((await entriesOf(reader)).slice(0, 800)).toEqual(ids.slice(0, 800));
  await store.timelines.trim(reader);
  expect(await entriesOf(reader)).toEqual(ids.slice(0, 800));
});

test('publishing reads no home feed, however long; looking at one trims it, now and then', async () => {
  const [reader, author] = [await signUp(system.endpoint, 'reader'), await signUp(system.endpoint, 'author')];
  await act(system.endpoint, reader, 'followUser', { userId: author.id });
  await until('feed knows of the follow', () => store.relations.follows(reader.id, author.id));
  const before = await fill(reader.id, timelineLength + 5);

  const read: string[] = [];
  const commands = beforeCommands((command) => {
    const pk = command instanceof QueryCommand && command.input.ExpressionAttributeValues?.[':pk'];
    if (pk === `TIMELINE#${reader.id}`) read.push(pk);
    return undefined;
  });
  const post = (await act(system.endpoint, author, 'publishPost', { text: 'look' })).post?.id ?? '';
  const { client, table } = store;
  await until('it is fanned out', async () => {
    const Key = { ...timelineEntry(reader.id, post) };
    return (await client.send(new GetCommand({ TableName: table, Key }))).Item;
  });
  expect(read).toEqual([]);
  commands.mockRestore();

  const look = () =>
    want<{ homeFeed: { edges: { node: { id: string } }[] } }>(
      system.endpoint,
      '{ homeFeed(first: 1) { edges { node { id } } } }',
      {},
      reader.token,
    );
  const chance = jest.spyOn(Math, 'random').mockReturnValue(0.5);
  expect((await look()).homeFeed.edges).toEqual([{ node: { id: post } }]);
  expect(await entriesOf(reader.id)).toEqual([post, ...before]);
  chance.mockReturnValue(0);
  expect((await look()).homeFeed.edges).toEqual([{ node: { id: post } }]);
  await until('it is trimmed', async () => (await entriesOf(reader.id)).length === timelineLength);
  expect(await entriesOf(reader.id)).toEqual([post, ...before].slice(0, timelineLength));
});
