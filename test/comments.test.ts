import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { want } from './harness/client.ts';
import { act, type Somebody, signUp } from './harness/people.ts';
import { type System, startSystem } from './harness/system.ts';

let system: System;
let author: Somebody;
let critic: Somebody;
beforeAll(async () => {
  system = await startSystem();
  [author, critic] = await Promise.all([signUp(system.endpoint, 'author'), signUp(system.endpoint, 'critic')]);
});
afterAll(() => system?.stop());

interface Shown {
  post: { commentCount: number; firstComments: { id: string }[]; comments: { edges: { node: { id: string } }[] } };
}

async function shown(id: string) {
  const { post } = await want<Shown>(
    system.endpoint,
    `query ($id: ID!) { post(id: $id) {
      commentCount firstComments { id } comments(first: 100) { edges { node { id } } }
    } }`,
    { id },
  );
  const all = post.comments.edges.map(({ node }) => node.id);
  return { count: post.commentCount, first: post.firstComments.map((comment) => comment.id), all };
}

const comment = async (postId: string) =>
  (await act(system.endpoint, critic, 'addComment', { postId, text: 'nice' })).comment?.id ?? '';
const remove = (commentId: string) => act(system.endpoint, critic, 'deleteComment', { commentId });

test('a post shows its first three comments, whatever is added and deleted at the same moment', async () => {
  for (let round = 0; round < 10; round++) {
    const { post } = await act(system.endpoint, author, 'publishPost', { text: `round ${round}` });
    const id = post?.id ?? '';
    const there = [await comment(id), await comment(id), await comment(id)];
    await Promise.all([remove(there[round % 3] ?? ''), comment(id), comment(id)]);
    const { count, first, all } = await shown(id);
    expect(count).toBe(4);
    expect(all).toHaveLength(4);
    expect(first).toEqual(all.slice(0, 3));
  }
});

test('a comment is deleted by its author or the author of the post, and by nobody else', async () => {
  const { post } = await act(system.endpoint, author, 'publishPost', { text: 'mine' });
  const id = post?.id ?? '';
  const stranger = await signUp(system.endpoint, 'stranger');
  const [byCritic, byAuthor] = [await comment(id), await comment(id)];
  const refused = await act(system.endpoint, stranger, 'deleteComment', { commentId: byCritic });
  expect(refused.userErrors[0]?.code).toBe('FORBIDDEN');
  expect((await act(system.endpoint, critic, 'deleteComment', { commentId: byCritic })).deletedCommentId).toBe(
    byCritic,
  );
  expect((await act(system.endpoint, author, 'deleteComment', { commentId: byAuthor })).deletedCommentId).toBe(
    byAuthor,
  );
  const again = await act(system.endpoint, author, 'deleteComment', { commentId: byAuthor });
  expect(again.userErrors[0]?.code).toBe('NOT_FOUND');
  expect(await shown(id)).toEqual({ count: 0, first: [], all: [] });
});

test('a deleted post takes its comments and likes along', async () => {
  const { post } = await act(system.endpoint, author, 'publishPost', { text: 'not for long' });
  const id = post?.id ?? '';
  await comment(id);
  await act(system.endpoint, critic, 'likePost', { postId: id });
  await act(system.endpoint, author, 'deletePost', { postId: id });
  expect(
    await want(
      system.endpoint,
      `{ post(id: "${id}") { id } user(id: "${author.id}") { posts { edges { node { id } } } } }`,
    ),
  ).not.toMatchObject({ post: { id } });
  expect((await act(system.endpoint, critic, 'likePost', { postId: id })).userErrors[0]?.code).toBe('NOT_FOUND');
  expect((await act(system.endpoint, critic, 'addComment', { postId: id, text: 'x' })).userErrors[0]?.code).toBe(
    'NOT_FOUND',
  );
});

test('a page of the longest texts in the widest letters is judged like any other', async () => {
  const text = `${'가'.repeat(4_990)} ok`;
  for (let index = 0; index < 75; index++) await act(system.endpoint, author, 'publishPost', { text });
  const { user } = await want<{ user: { posts: { edges: { node: { spamVerdict: object | null } }[] } } }>(
    system.endpoint,
    `{ user(id: "${author.id}") { posts(first: 80) { edges { node { spamVerdict { isSpam } } } } } }`,
  );
  expect(user.posts.edges.length).toBeGreaterThan(74);
  expect(user.posts.edges.filter(({ node }) => node.spamVerdict === null)).toEqual([]);
}, 60_000);
