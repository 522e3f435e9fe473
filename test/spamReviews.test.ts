import { newId } from '@banyan/kit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from './harness/client.ts';
import { caseOf, moderate, mutate, newComment, newPost, type SpamHouse, startSpamHouse } from './harness/spam.ts';

let house: SpamHouse;
beforeAll(async () => {
  house = await startSpamHouse();
  await moderate(house, 'blockUrl', 'bad.example');
});
afterAll(() => house?.stop());

interface Review {
  id: string;
  cause: string;
  case: { post: { id: string } | null; comment: { id: string } | null };
}
const reviewsQuery = `query ($first: Int, $after: String) {
  reviews(first: $first, after: $after) {
    edges { node { id cause case { post { id } comment { id } } } } pageInfo { hasNextPage endCursor }
  }
}`;
type Reviews = {
  reviews: { edges: { node: Review }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
};
const reviews = async (variables = {}) => (await house.want<Reviews>(house.moderator, reviewsQuery, variables)).reviews;
const reviewOf = async (id: string) =>
  (await reviews({ first: 100 })).edges.find(({ node }) => [node.case.post?.id, node.case.comment?.id].includes(id))
    ?.node;

const person = () => house.identityOf(newId());
type Target = { id: string } | null;
const reportPost = async (postId: string, token: string, reason = 'spam') =>
  mutate<{ post: Target }>(house, token, ['reportPost', { postId, reason }, 'post { id }']);
const reportComment = async (commentId: string, token: string) =>
  mutate<{ comment: Target }>(house, token, ['reportComment', { commentId, reason: 'spam' }, 'comment { id }']);
const decide = async (reviewId: string, verdict: string, token = house.moderator, reason = 'looked at it') =>
  mutate<{ case: { status: string } | null }>(house, token, [
    'decideReview',
    { reviewId, verdict, reason },
    'case { status }',
  ]);

const toldOf = async (id: string) =>
  (await house.told()).filter(({ data }) => data.targetId === id).map(({ type, data }) => [type, data.reason]);

async function published(text = 'words'): Promise<string> {
  const post = newPost(text);
  await house.send(post.published);
  await caseOf(house, post.id, text.includes('bad.example') ? 'SPAM' : 'CLEAN');
  return post.id;
}

/** A post under review. */
async function reviewed(): Promise<{ postId: string; review: Review }> {
  const postId = await published();
  for (const token of await Promise.all([person(), person(), person()])) await reportPost(postId, token);
  const review = await reviewOf(postId);
  if (!review) throw new Error('no review was raised');
  return { postId, review };
}

describe('reports', () => {
  test('raise a review when three people have reported, each counted once', async () => {
    const postId = await published();
    const [first, second, third] = await Promise.all([person(), person(), person()]);
    expect(await reportPost(postId, first)).toEqual({ post: { id: postId }, userErrors: [] });
    for (let times = 0; times < 3; times++) await reportPost(postId, first);
    await reportPost(postId, second);
    expect([(await caseOf(house, postId, 'CLEAN')).reportCount, await reviewOf(postId)]).toEqual([2, undefined]);
    await reportPost(postId, third);
    expect(await reviewOf(postId)).toMatchObject({ cause: 'REPORTS' });
    expect(await toldOf(postId)).toEqual([]);
  });

  test('raise one review when all come at the same time, also of a comment', async () => {
    house.aws.dynamodb.conflictRate = 0.2;
    const comment = newComment('words');
    await house.send(comment.added);
    await caseOf(house, comment.id, 'CLEAN', 'COMMENT');
    const people = await Promise.all(Array.from({ length: 8 }, person));
    const payloads = await Promise.all(people.map((token) => reportComment(comment.id, token)));
    expect(payloads).toEqual(people.map(() => ({ comment: { id: comment.id }, userErrors: [] })));
    house.aws.dynamodb.conflictRate = 0;
    const all = (await reviews({ first: 100 })).edges.filter(({ node }) => node.case.comment?.id === comment.id);
    expect(all).toHaveLength(1);
    const query = `{ spamCase(targetType: COMMENT, targetId: "${comment.id}") { reports { edges { node { reason by { id } } } } } }`;
    type Reports = { spamCase: { reports: { edges: object[] } } };
    expect((await house.want<Reports>(house.moderator, query)).spamCase.reports.edges).toHaveLength(8);
  });

  test('are refused for what is not there, for one’s own, and without a reason', async () => {
    const author = newId();
    const post = newPost('words', author);
    await house.send(post.published);
    await caseOf(house, post.id, 'CLEAN');
    const code = async (payload: ReturnType<typeof reportPost>) => (await payload).userErrors.map((each) => each.code);
    const reader = await person();
    expect(await code(reportPost(post.id, reader))).toEqual([]);
    expect(await code(reportPost(newId(), reader))).toEqual(['NOT_FOUND']);
    expect(await code(reportPost('no id', reader))).toEqual(['NOT_FOUND']);
    expect(await code(reportPost(post.id, await house.identityOf(author)))).toEqual(['BAD_USER_INPUT']);
    expect(await code(reportPost(post.id, await person(), ''))).toEqual(['BAD_USER_INPUT']);
    expect(await code(reportPost(post.id, await person(), 'x'.repeat(501)))).toEqual(['BAD_USER_INPUT']);
    expect(await code(reportPost(post.id, await person(), 'x'.repeat(500)))).toEqual([]);
    expect(await code(reportComment(post.id, reader) as never)).toEqual(['NOT_FOUND']);
    expect((await caseOf(house, post.id, 'CLEAN')).reportCount).toBe(2);
  });
});

describe('a review', () => {
  test('that finds spam hides it, tells its author, and is over', async () => {
    const { postId, review } = await reviewed();
    expect(await decide(review.id, 'SPAM')).toEqual({ case: { status: 'SPAM' }, userErrors: [] });
    await until('told', async () => (await toldOf(postId)).length > 0);
    expect(await toldOf(postId)).toEqual([['spam.detected', 'MODERATOR']]);
    expect(await reviewOf(postId)).toBeUndefined();
    const [first] = (await caseOf(house, postId, 'SPAM')).decisions.edges;
    const by = { id: house.moderatorId };
    expect(first?.node).toEqual({ status: 'SPAM', reason: 'MODERATOR', detail: 'looked at it', by });
    expect((await decide(review.id, 'CLEAN')).userErrors).toEqual([{ code: 'NOT_FOUND', field: 'reviewId' }]);
    expect((await decide(newId(), 'CLEAN')).userErrors).toEqual([{ code: 'NOT_FOUND', field: 'reviewId' }]);
  });

  test('that finds nothing is over until three others report', async () => {
    const { postId, review } = await reviewed();
    expect(await decide(review.id, 'CLEAN')).toEqual({ case: { status: 'CLEAN' }, userErrors: [] });
    expect(await toldOf(postId)).toEqual([]);
    for (const token of await Promise.all([person(), person()])) await reportPost(postId, token);
    expect(await reviewOf(postId)).toBeUndefined();
    await reportPost(postId, await person());
    expect((await reviewOf(postId))?.id).not.toBe(review.id);
  });

  test('is decided once when moderators decide at the same time', async () => {
    const { postId, review } = await reviewed();
    const payloads = await Promise.all(['SPAM', 'CLEAN', 'SPAM', 'CLEAN'].map((verdict) => decide(review.id, verdict)));
    expect(payloads.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    const status = payloads.find(({ userErrors }) => userErrors.length === 0)?.case?.status ?? '';
    expect((await caseOf(house, postId, status)).decisions.edges).toHaveLength(2);
  });

  test('of a deleted post is over', async () => {
    const post = newPost('words');
    await house.send(post.published);
    await caseOf(house, post.id, 'CLEAN');
    for (const token of await Promise.all([person(), person(), person()])) await reportPost(post.id, token);
    const review = await reviewOf(post.id);
    await house.send(post.deleted);
    await caseOf(house, post.id, 'DELETED');
    expect(await reviewOf(post.id)).toBeUndefined();
    expect((await decide(review?.id ?? '', 'SPAM')).userErrors).toEqual([{ code: 'NOT_FOUND', field: 'reviewId' }]);
    expect((await reportPost(post.id, await person())).userErrors).toEqual([{ code: 'NOT_FOUND', field: 'postId' }]);
  });

  test('waits in a list, the longest waiting first, a page at a time', async () => {
    await reviewed();
    await reviewed();
    const all = await reviews({ first: 100 });
    const first = await reviews({ first: 1 });
    const rest = await reviews({ first: 100, after: first.pageInfo.endCursor });
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
    expect([...first.edges, ...rest.edges]).toEqual(all.edges);
    const ids = all.edges.map(({ node }) => node.id);
    expect(ids).toEqual([...ids].sort());
  });

  test('and what goes with it is for moderators alone; reports are for everybody who is signed in', async () => {
    const id = newId();
    const operations = [
      '{ reviews { edges { cursor } } }',
      '{ spamStatus { releases } }',
      `{ spamCase(targetType: POST, targetId: "${id}") { id } }`,
      `mutation { decideReview(input: { reviewId: "${id}", verdict: SPAM, reason: "x" }) { userErrors { code } } }`,
    ];
    const codeFor = async (token: string, operation: string) =>
      (await house.ask(token, operation)).errors?.[0]?.extensions.code;
    for (const operation of operations) {
      const codes = await Promise.all(
        [house.nobody, house.reader, house.moderator].map((who) => codeFor(who, operation)),
      );
      expect(codes).toEqual(['UNAUTHENTICATED', 'FORBIDDEN', undefined]);
    }
    const report = `mutation { reportPost(input: { postId: "${id}", reason: "x" }) { userErrors { code } } }`;
    expect([await codeFor(house.nobody, report), await codeFor(house.reader, report)]).toEqual([
      'UNAUTHENTICATED',
      undefined,
    ]);
  });
});
