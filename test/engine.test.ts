import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask, until, want } from './harness/client.ts';
import { act, signUp } from './harness/people.ts';
import { type System, startSystem } from './harness/system.ts';

/** The same house with our own executor instead of Apollo's. */
let system: System;

beforeAll(async () => {
  system = await startSystem({ GATEWAY_EXECUTOR: 'engine' });
});
afterAll(() => system?.stop());

describe('with our own executor', () => {
  test('a post crosses the domains to a follower’s home feed', async () => {
    const [author, reader] = await Promise.all([signUp(system.endpoint, 'author'), signUp(system.endpoint, 'reader')]);
    await act(system.endpoint, reader, 'followUser', { userId: author.id });
    const { post } = await act(system.endpoint, author, 'publishPost', { text: 'Hello #engine' });
    await act(system.endpoint, reader, 'likePost', { postId: post?.id });
    const query = `query Feed($first: Int!, $withVerdict: Boolean!) {
      homeFeed(first: $first) { edges { node {
        words: text hashtags likeCount author { handle viewerFollows } spamVerdict @include(if: $withVerdict) { isSpam } __typename
      } } }
      __schema { queryType { name } }
    }`;
    const feed = () =>
      want<{ homeFeed: { edges: { node: object }[] } }>(
        system.endpoint,
        query,
        { first: 5, withVerdict: true },
        reader.token,
      );
    const shown = await until('the post is there', async () => {
      const found = await feed();
      return found.homeFeed.edges.length > 0 && found;
    });
    expect(shown).toEqual({
      homeFeed: {
        edges: [
          {
            node: {
              words: 'Hello #engine',
              hashtags: ['engine'],
              likeCount: 1,
              author: { handle: author.handle, viewerFollows: true },
              spamVerdict: { isSpam: false },
              __typename: 'Post',
            },
          },
        ],
      },
      __schema: { queryType: { name: 'Query' } },
    });
  });

  test('a domain that is down costs its own fields, with one error that names it', async () => {
    const author = await signUp(system.endpoint, 'author');
    const { post } = await act(system.endpoint, author, 'publishPost', { text: 'Still here' });
    await system.stopSubgraph('spam');
    const { data, errors } = await ask(
      system.endpoint,
      'query ($id: ID!) { post(id: $id) { text author { handle } spamVerdict { isSpam } } }',
      { id: post?.id },
      author.token,
    );
    expect(data).toEqual({ post: { text: 'Still here', author: { handle: author.handle }, spamVerdict: null } });
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'spam' } }]);
    await system.startSubgraph('spam');
  });
});
