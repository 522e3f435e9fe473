import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until, want } from './harness/client.ts';
import { act, type Somebody, signUp, signUpWith } from './harness/people.ts';
import { startSilent } from './harness/silent.ts';
import { type System, startSystem } from './harness/system.ts';

/** Spam is refused on publishing; where nobody knew of it in time it is hidden later, and comes back when its URL is unblocked. */

let system: System;
let author: Somebody;
let reader: Somebody;
let moderator: Somebody;

beforeAll(async () => {
  system = await startSystem();
  author = await signUp(system.endpoint, 'author');
  reader = await signUp(system.endpoint, 'reader');
  moderator = await signUpWith(['spam:moderate'], system.endpoint, 'moderator');
  await act(system.endpoint, reader, 'followUser', { userId: author.id });
});
afterAll(() => system?.stop());

const publish = (text: string, who = author) => act(system.endpoint, who, 'publishPost', { text });
const comment = (postId: string, text: string) => act(system.endpoint, reader, 'addComment', { postId, text });
const moderate = (what: 'blockUrl' | 'unblockUrl', url: string) =>
  act(system.endpoint, moderator, what, { url, reason: 'phishing' });
/** Why, in words for people. */
const why = 'It links to something that is known as spam.';
const refused = [{ code: 'BAD_USER_INPUT', field: 'text' }];

async function publishGood(): Promise<string> {
  const { post, userErrors } = await publish('nothing but words');
  expect(userErrors).toEqual([]);
  return post?.id ?? '';
}

/** Where somebody, or nobody, sees a post. */
async function sees(postId: string, who?: Somebody) {
  const { post, user, postsByHashtag } = await want<{
    post: object | null;
    user: { posts: { edges: { node: { id: string } }[] } };
    postsByHashtag: { edges: { node: { id: string } }[] };
  }>(
    system.endpoint,
    `query ($id: ID!, $author: ID!) {
      post(id: $id) { id }
      user(id: $author) { posts(first: 100) { edges { node { id } } } }
      postsByHashtag(hashtag: "sale", first: 100) { edges { node { id } } }
    }`,
    { id: postId, author: author.id },
    who?.token,
  );
  const has = ({ edges }: typeof postsByHashtag) => edges.some(({ node }) => node.id === postId);
  return { post: post !== null, list: has(user.posts), hashtag: has(postsByHashtag) };
}
const everywhere = { post: true, list: true, hashtag: true };
const nowhere = { post: false, list: false, hashtag: false };

async function hasAtHome(who: Somebody, postId: string): Promise<boolean> {
  const query = '{ homeFeed(first: 100) { edges { node { id } } } }';
  const { homeFeed } = await want<{ homeFeed: { edges: { node: { id: string } }[] } }>(
    system.endpoint,
    query,
    {},
    who.token,
  );
  return homeFeed.edges.some(({ node }) => node.id === postId);
}

/** A post's comments: how many, the first, and all. */
async function commentsOf(postId: string, who: Somebody) {
  const { post } = await want<{
    post: {
      commentCount: number;
      firstComments: { text: string }[];
      comments: { edges: { node: { text: string } }[] };
    };
  }>(
    system.endpoint,
    'query ($id: ID!) { post(id: $id) { commentCount firstComments { text } comments { edges { node { text } } } } }',
    { id: postId },
    who.token,
  );
  const { commentCount, firstComments, comments } = post;
  return [commentCount, firstComments.map(({ text }) => text), comments.edges.map(({ node }) => node.text)];
}

/** What somebody has been told of what they wrote and is hidden; and whether what they have not read, which is all, is counted right. */
async function toldOfSpam(who: Somebody) {
  const { notifications, unreadNotificationCount } = await want<{
    notifications: { edges: { node: { kind: string; reason: string; post: { id: string } | null } }[] };
    unreadNotificationCount: number;
  }>(
    system.endpoint,
    '{ notifications(first: 100) { edges { node { kind reason post { id } } } } unreadNotificationCount }',
    {},
    who.token,
  );
  const nodes = notifications.edges.map(({ node }) => node);
  const spam = nodes.filter(({ kind }) => kind === 'SPAM_HIDDEN');
  return {
    isCounted: unreadNotificationCount === nodes.length,
    posts: spam.map(({ post }) => post?.id),
    reasons: spam.map((n) => n.reason),
  };
}

test('known spam is refused with a user error, beside a neighbour that passes', async () => {
  await moderate('blockUrl', 'http://refused.example/bad/');
  const postId = await publishGood();
  const links = ['http://refused.example/bad/1', 'HTTP://Refused.EXAMPLE:80/x/../b%61d/'];
  for (const link of links) {
    expect(await publish(`look: ${link}`)).toMatchObject({ post: null, userErrors: refused });
    expect(await comment(postId, `look: ${link}`)).toMatchObject({ comment: null, userErrors: refused });
  }
  const neighbour = 'look: http://refused.example/good/1';
  expect(await publish(neighbour)).toMatchObject({ post: { id: expect.any(String) }, userErrors: [] });
  expect(await comment(postId, neighbour)).toMatchObject({ comment: { id: expect.any(String) }, userErrors: [] });
  expect(await commentsOf(postId, author)).toEqual([1, [neighbour], [neighbour]]);
  expect(await toldOfSpam(author)).toMatchObject({ posts: [] });

  await moderate('unblockUrl', 'http://refused.example/bad/');
  expect(await publish(`look: ${links[0]}`)).toMatchObject({ post: { id: expect.any(String) }, userErrors: [] });
});

/** How spam can be away, each with what brings it back. */
const absences = {
  stopped: async () => () => system.startSubgraph('spam'),
  silent: async () => {
    // The budget as it is where nobody has set it.
    await system.stopSubgraph('feed');
    await system.startSubgraph('feed', { SPAM_BUDGET_MS: '' });
    const silent = await startSilent(system.subgraphUrl('spam'));
    return async () => {
      await silent.stop();
      expect(silent.waited).toHaveLength(2);
      expect(Math.max(...silent.waited)).toBeLessThan(1_500);
      await system.startSubgraph('spam');
      await system.stopSubgraph('feed');
      await system.startSubgraph('feed');
    };
  },
};

/** Publishes spam while it is away, and looks at where it is seen; ends when spam is back. */
async function publishSpam(absence: keyof typeof absences, url: string, good: string): Promise<string> {
  await system.stopSubgraph('spam');
  const comeBack = await absences[absence]();
  try {
    const { post, userErrors } = await publish(`#sale at ${url}`);
    const said = await comment(good, `see ${url}`);
    expect([userErrors, said.userErrors]).toEqual([[], []]);
    await isShown(post?.id ?? '', url, good);
    return post?.id ?? '';
  } finally {
    await comeBack();
  }
}

async function isShown(spam: string, url: string, good: string): Promise<void> {
  await until('it is in the home feed of a follower', () => hasAtHome(reader, spam));
  expect([await sees(spam), await sees(spam, reader)]).toEqual([everywhere, everywhere]);
  await until('the comment is there', async () => (await commentsOf(good, author))[0] === 1);
  expect(await commentsOf(good, author)).toEqual([1, [`see ${url}`], [`see ${url}`]]);
}

async function isHidden(spam: string, good: string): Promise<void> {
  await until('it is gone', async () => !(await hasAtHome(reader, spam)));
  expect([await sees(spam), await sees(spam, reader)]).toEqual([nowhere, nowhere]);
  expect([await sees(spam, author), await hasAtHome(author, spam)]).toEqual([everywhere, true]);
  await until('the comment is gone', async () => (await commentsOf(good, author))[0] === 0);
  expect(await commentsOf(good, reader)).toEqual([0, [], []]);
}

const areToldOf = (count: number) =>
  until(`both authors are told of ${count}`, async () => {
    const told = await Promise.all([author, reader].map(toldOfSpam));
    return told.every(({ posts, isCounted }) => posts.length === count && isCounted);
  });

test.each(Object.keys(absences) as (keyof typeof absences)[])(
  'with spam %s it is accepted; hidden, which its author is told, when spam is back; shown again when its URL is unblocked',
  async (absence) => {
    const url = `http://${absence}.example/win`;
    await moderate('blockUrl', url);
    const good = await publishGood();
    const spam = await publishSpam(absence, url, good);

    await isHidden(spam, good);
    await areToldOf(1);
    expect(await toldOfSpam(author)).toMatchObject({ posts: [spam], reasons: [why] });
    expect(await toldOfSpam(reader)).toMatchObject({ posts: [good], reasons: [why] });
    expect(await publish(`#sale at ${url}`)).toMatchObject({ post: null, userErrors: refused });

    const mine = act(system.endpoint, author, 'unblockUrl', { url, reason: 'it is mine' });
    await expect(mine).rejects.toThrow('FORBIDDEN');
    await moderate('unblockUrl', url);
    await isShown(spam, url, good);
    await areToldOf(0);
  },
);
