import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask, until } from './harness/client.ts';
import { type HomeFeed, homeFeedQuery } from './harness/homeFeed.ts';
import { act, type Somebody, signUp } from './harness/people.ts';
import { uploadPhoto } from './harness/photo.ts';
import { startSilent } from './harness/silent.ts';
import { type SubgraphName, type System, startSystem } from './harness/system.ts';

const deadlineMs = 2_500;

let system: System;
let reader: Somebody;
const read = () => ask<HomeFeed>(system.endpoint, homeFeedQuery, { first: 5 }, reader.token);

beforeAll(async () => {
  system = await startSystem({ SUBGRAPH_TIMEOUT_MS: String(deadlineMs) });
  reader = await signUp(system.endpoint, 'reader');
  const author = await signUp(system.endpoint, 'author');
  await act(system.endpoint, reader, 'followUser', { userId: author.id });
  const photoIds = [await uploadPhoto(system.endpoint, author)];
  const { post } = await act(system.endpoint, author, 'publishPost', { text: 'look', photoIds });
  await act(system.endpoint, reader, 'addComment', { postId: post?.id, text: 'nice' });
  await until('the post is there', async () => (await read()).data.homeFeed?.edges.length === 1);
});
afterAll(() => system?.stop());

/** What of the first page each domain answers. */
function answered({ homeFeed, viewer, notifications, unreadNotificationCount }: HomeFeed) {
  const post = homeFeed?.edges[0]?.node;
  const comment = post?.firstComments[0];
  return {
    user: viewer !== null && post?.author?.handle !== undefined && comment?.author != null,
    feed: post?.text === 'look' && comment?.text === 'nice',
    spam: post?.spamVerdict != null && comment?.spamVerdict != null,
    photo: post?.photos?.[0]?.url != null,
    notification: notifications !== null && unreadNotificationCount !== null,
  };
}

const all = { user: true, feed: true, spam: true, photo: true, notification: true };
/** Without feed there are no posts for the others to add to. */
const without: Record<SubgraphName, Partial<typeof all>> = {
  user: { user: false },
  feed: { user: false, feed: false, spam: false, photo: false },
  spam: { spam: false },
  photo: { photo: false },
  notification: { notification: false },
};
/** How many fetches fail: user is asked for the viewer, and once for all authors; spam once for posts and comments. */
const failedFetches: Record<SubgraphName, number> = { user: 2, feed: 1, spam: 1, photo: 1, notification: 1 };

test('with all domains there, all answer', async () => {
  const { data, errors } = await read();
  expect({ answered: answered(data), errors }).toEqual({ answered: all, errors: undefined });
});

describe.each(Object.keys(without) as SubgraphName[])('with %s', (name) => {
  const check = async (code: string) => {
    const start = performance.now();
    const { status, data, errors } = await read();
    expect(performance.now() - start).toBeLessThan(3 * deadlineMs + 2_000);
    expect(status).toBe(200);
    const expected = { ...all, ...without[name] };
    if (name === 'feed') expect(data.viewer).not.toBeNull();
    expect(answered(data)).toEqual(expected);
    expect(errors).toHaveLength(failedFetches[name]);
    for (const { extensions } of errors ?? []) {
      expect(extensions).toMatchObject({ code, service: name });
      expect(extensions).not.toHaveProperty('stacktrace');
    }
  };

  test('stopped, its fields alone are null, one error a failed fetch; and all is well when it is back', async () => {
    await system.stopSubgraph(name);
    await check('SUBGRAPH_UNAVAILABLE');
    await system.startSubgraph(name);
    expect(answered((await read()).data)).toEqual(all);
  });

  test('silent, the same within its deadline', async () => {
    await system.stopSubgraph(name);
    const silent = await startSilent(system.subgraphUrl(name));
    await check('SUBGRAPH_TIMEOUT');
    await silent.stop();
    await system.startSubgraph(name);
    expect(answered((await read()).data)).toEqual(all);
  });
});
