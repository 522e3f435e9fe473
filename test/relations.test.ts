import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask, until, want } from './harness/client.ts';
import { act, type Somebody, signUp } from './harness/people.ts';
import { type System, startSystem } from './harness/system.ts';

let system: System;
let ann: Somebody;
let ben: Somebody;
let cat: Somebody;
beforeAll(async () => {
  system = await startSystem();
  [ann, ben, cat] = await Promise.all([
    signUp(system.endpoint, 'ann'),
    signUp(system.endpoint, 'ben'),
    signUp(system.endpoint, 'cat'),
  ]);
});
afterAll(() => system?.stop());

interface Profile {
  user: null | {
    handle: string;
    followerCount: number;
    followingCount: number;
    viewerFollows: boolean;
    followsViewer: boolean;
    followers: { edges: { node: { id: string } }[] };
    following: { edges: { node: { id: string } }[] };
  };
}

const profile = async (of: Somebody, by?: Somebody) =>
  (
    await want<Profile>(
      system.endpoint,
      `query ($id: ID!) { user(id: $id) {
        handle followerCount followingCount viewerFollows followsViewer
        followers { edges { node { id } } } following { edges { node { id } } }
      } }`,
      { id: of.id },
      by?.token,
    )
  ).user;

/** The posts that somebody sees of another: by the post itself, in their list, and in the home feed. */
async function sees(who: Somebody, post: string, author: Somebody) {
  const { data } = await ask<{
    post: object | null;
    user: { posts: { edges: object[] } | null } | null;
    homeFeed: { edges: { node: { id: string } }[] };
  }>(
    system.endpoint,
    `query ($post: ID!, $author: ID!) {
      post(id: $post) { id }
      user(id: $author) { posts { edges { node { id } } } }
      homeFeed { edges { node { id } } }
    }`,
    { post, author: author.id },
    who.token,
  );
  return {
    post: data.post !== null,
    list: (data.user?.posts?.edges.length ?? 0) > 0,
    home: data.homeFeed.edges.some(({ node }) => node.id === post),
  };
}

const everywhere = { post: true, list: true, home: true };
const nowhere = { post: false, list: false, home: false };

test('following, twice, and unfollowing, twice', async () => {
  for (const _ of [1, 2]) await act(system.endpoint, ann, 'followUser', { userId: ben.id });
  expect(await profile(ben, ann)).toMatchObject({
    followerCount: 1,
    viewerFollows: true,
    followsViewer: false,
    followers: { edges: [{ node: { id: ann.id } }] },
  });
  expect(await profile(ann, ben)).toMatchObject({ followingCount: 1, followsViewer: true, viewerFollows: false });
  for (const _ of [1, 2]) await act(system.endpoint, ann, 'unfollowUser', { userId: ben.id });
  expect(await profile(ben, ann)).toMatchObject({ followerCount: 0, viewerFollows: false, followers: { edges: [] } });
});

describe('a block', () => {
  let post: string;
  beforeAll(async () => {
    await act(system.endpoint, ann, 'followUser', { userId: ben.id });
    await act(system.endpoint, ben, 'followUser', { userId: ann.id });
    post = (await act(system.endpoint, ben, 'publishPost', { text: 'hello' })).post?.id ?? '';
    await until('the post is in the home feed', async () => (await sees(ann, post, ben)).home);
    await act(system.endpoint, ann, 'addComment', { postId: post, text: 'a comment of ann' });
    expect(await sees(ann, post, ben)).toEqual(everywhere);
    await act(system.endpoint, ben, 'blockUser', { userId: ann.id });
    await until('feed knows of the block', async () => !(await sees(ann, post, ben)).post);
  });

  test('hides each from the other and removes both follows', async () => {
    expect(await profile(ben, ann)).toBeNull();
    expect(await profile(ann, ben)).toBeNull();
    expect(await profile(ben)).toMatchObject({ followerCount: 0, followingCount: 0, following: { edges: [] } });
    expect(await sees(ann, post, ben)).toEqual(nowhere);
  });

  test('hides comments from each other, not from others', async () => {
    const query = `{ post(id: "${post}") { commentCount firstComments { text } comments { edges { node { text } } } } }`;
    const toBen = await want(system.endpoint, query, {}, ben.token);
    expect(toBen).toEqual({ post: { commentCount: 1, firstComments: [], comments: { edges: [] } } });
    const toOthers = await want<{ post: { firstComments: object[] } }>(system.endpoint, query);
    expect(toOthers.post.firstComments).toEqual([{ text: 'a comment of ann' }]);
  });

  test('leaves the blocked one nothing to do: no follow, no block, no like, no comment', async () => {
    for (const what of ['followUser', 'unfollowUser', 'blockUser', 'unblockUser'] as const) {
      const { user, userErrors } = await act(system.endpoint, ann, what, { userId: ben.id });
      expect([what, user, userErrors[0]?.code]).toEqual([what, null, 'NOT_FOUND']);
    }
    expect((await act(system.endpoint, ann, 'likePost', { postId: post })).userErrors[0]?.code).toBe('NOT_FOUND');
    const comment = await act(system.endpoint, ann, 'addComment', { postId: post, text: 'x' });
    expect(comment.userErrors[0]?.code).toBe('NOT_FOUND');
  });

  test('shows who deletes their own comment nothing of the post', async () => {
    const { comment } = await act(system.endpoint, cat, 'addComment', { postId: post, text: 'of cat' });
    await act(system.endpoint, ben, 'blockUser', { userId: cat.id });
    await until('feed knows of the block', async () => !(await sees(cat, post, ben)).post);
    const gone = await want<{ deleteComment: object }>(
      system.endpoint,
      'mutation ($input: DeleteCommentInput!) { deleteComment(input: $input) { deletedCommentId post { text } } }',
      { input: { commentId: comment?.id } },
      cat.token,
    );
    expect(gone.deleteComment).toEqual({ deletedCommentId: comment?.id, post: null });
    await act(system.endpoint, ben, 'unblockUser', { userId: cat.id });
  });

  test('is listed for who has blocked, and can be taken back', async () => {
    const listed = '{ blockedUsers { edges { node { id viewerBlocks } } } }';
    expect(await want(system.endpoint, listed, {}, ben.token)).toEqual({
      blockedUsers: { edges: [{ node: { id: ann.id, viewerBlocks: true } }] },
    });
    await act(system.endpoint, ben, 'unblockUser', { userId: ann.id });
    await until('feed knows of the end of the block', async () => (await sees(ann, post, ben)).post);
    expect(await profile(ben, ann)).toMatchObject({ viewerFollows: false, followsViewer: false });
    expect(await sees(ann, post, ben)).toEqual({ ...everywhere, home: false });
  });
});

test('a list of followers is paged, latest first, and its cursors are of no other list', async () => {
  const star = await signUp(system.endpoint, 'star');
  const fans: Somebody[] = [];
  for (let index = 0; index < 5; index++) {
    const fan = await signUp(system.endpoint, 'fan');
    await act(system.endpoint, fan, 'followUser', { userId: star.id });
    fans.unshift(fan);
  }
  interface Page {
    user: { followers: { edges: { node: { id: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } };
  }
  const query = `query ($id: ID!, $after: String) {
    user(id: $id) { followers(first: 2, after: $after) { edges { node { id } } pageInfo { endCursor hasNextPage } } }
  }`;
  const seen: string[] = [];
  let after: string | undefined;
  for (let more = true; more; ) {
    const { user } = await want<Page>(system.endpoint, query, { id: star.id, after });
    seen.push(...user.followers.edges.map(({ node }) => node.id));
    more = user.followers.pageInfo.hasNextPage;
    after = user.followers.pageInfo.endCursor;
  }
  expect(seen).toEqual(fans.map((fan) => fan.id));
  const foreign = await ask(system.endpoint, query, { id: ann.id, after });
  expect(foreign.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', service: 'user' });
});
