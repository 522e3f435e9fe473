import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { want } from './harness/client.ts';
import { act, type Somebody, signUp } from './harness/people.ts';
import { type System, startSystem } from './harness/system.ts';

const people = 50;
const conflictRate = 0.25;

let system: System;
beforeAll(async () => {
  // 200 at once on the same items: each has to wait for its turn, on any machine.
  system = await startSystem({ REQUEST_DEADLINE_MS: '50000', SUBGRAPH_TIMEOUT_MS: '55000' });
});
afterAll(() => system?.stop());

interface Counts {
  user: { followerCount: number; followers: { edges: object[] } };
  post: { likeCount: number; commentCount: number };
}

test('200 follows and likes of the same by 50 people at once leave right counts, with conflicts in the store', async () => {
  const star = await signUp(system.endpoint, 'star');
  const crowd: Somebody[] = [];
  while (crowd.length < people) {
    crowd.push(...(await Promise.all(Array.from({ length: 10 }, () => signUp(system.endpoint, 'fan')))));
  }
  const post = (await act(system.endpoint, star, 'publishPost', { text: 'like me' })).post?.id ?? '';
  const target = { userId: star.id };
  const it = { postId: post };

  system.aws.dynamodb.conflictRate = conflictRate;
  // Everybody follows twice and likes twice at once: 200 requests, of which half must change nothing.
  const done = await Promise.all(
    crowd.flatMap((fan) => [
      act(system.endpoint, fan, 'followUser', target),
      act(system.endpoint, fan, 'followUser', target),
      act(system.endpoint, fan, 'likePost', it),
      act(system.endpoint, fan, 'likePost', it),
    ]),
  );
  expect(done).toHaveLength(200);
  expect(done.flatMap(({ userErrors }) => userErrors)).toEqual([]);

  const counts = () =>
    want<Counts>(
      system.endpoint,
      `{ user(id: "${star.id}") { followerCount followers(first: 100) { edges { cursor } } }
         post(id: "${post}") { likeCount commentCount } }`,
    );
  const all = await counts();
  expect(all.user.followers.edges).toHaveLength(people);
  expect(all).toMatchObject({ user: { followerCount: people }, post: { likeCount: people, commentCount: 0 } });

  // A third changes its mind while another third comments.
  await Promise.all(
    crowd.flatMap((fan, index) => {
      if (index % 3 === 0) {
        return [act(system.endpoint, fan, 'unfollowUser', target), act(system.endpoint, fan, 'unlikePost', it)];
      }
      return index % 3 === 1 ? [act(system.endpoint, fan, 'addComment', { ...it, text: 'me too' })] : [];
    }),
  );
  system.aws.dynamodb.conflictRate = 0;
  const third = Math.ceil(people / 3);
  const after = await counts();
  expect(after.user.followers.edges).toHaveLength(people - third);
  expect(after).toMatchObject({
    user: { followerCount: people - third },
    post: { likeCount: people - third, commentCount: third },
  });
}, 120_000);
