import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { until, want } from '../harness/client.ts';
import { act, type Somebody, signUp } from '../harness/people.ts';
import { freePorts, startProgram } from '../harness/program.ts';

/** `npm run bench:fanout`: from `publishPost` to the post in a follower's home feed, at a held rate, on one machine. */

const followers = Number(process.env.FOLLOWERS ?? 100);
const postsASecond = Number(process.env.RATE ?? 2);
const posts = Number(process.env.POSTS ?? 60);

const dataDir = await mkdtemp(join(tmpdir(), 'banyan-bench-'));
const program = startProgram(dataDir, await freePorts());
await program.printed('Banyan is up');
const author = await signUp(program.endpoint, 'author');
const crowd: Somebody[] = [];
while (crowd.length < followers) {
  const more = await Promise.all(Array.from({ length: 10 }, () => signUp(program.endpoint, 'fan')));
  await Promise.all(more.map((fan) => act(program.endpoint, fan, 'followUser', { userId: author.id })));
  crowd.push(...more);
}

async function isShown(fan: Somebody, postId: string): Promise<boolean> {
  const { homeFeed } = await want<{ homeFeed: { edges: { node: { id: string } }[] } }>(
    program.endpoint,
    '{ homeFeed(first: 10) { edges { node { id } } } }',
    {},
    fan.token,
  );
  return homeFeed.edges.some(({ node }) => node.id === postId);
}

const times: number[] = [];
const watching: Promise<void>[] = [];
console.log(`${posts} posts, ${postsASecond} a second, to ${followers} followers each`);
for (let index = 0; index < posts; index++) {
  const start = performance.now();
  watching.push(
    (async () => {
      const { post } = await act(program.endpoint, author, 'publishPost', { text: `post ${index}` });
      const fan = crowd[index % crowd.length] as Somebody;
      await until('it is shown', () => isShown(fan, post?.id ?? ''), 30_000);
      times.push(performance.now() - start);
    })(),
  );
  await wait(1_000 / postsASecond);
}
await Promise.all(watching);
times.sort((a, b) => a - b);
const percentile = (share: number) =>
  Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
console.log(`p50 ${percentile(0.5)} ms, p95 ${percentile(0.95)} ms, worst ${percentile(1)} ms`);
await program.interrupt();
await rm(dataDir, { recursive: true, force: true });
process.exit(0);
