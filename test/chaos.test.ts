import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRandom } from '../dev/random.ts';
import { ask, until } from './harness/client.ts';
import { createModel, type ModelPost } from './harness/model.ts';
import { act, type Somebody, signUp } from './harness/people.ts';
import { uploadPhoto } from './harness/photo.ts';
import { freePorts, isAlive, type Program, startProgram } from './harness/program.ts';

/**
 * People act while services, the store and the stream are killed (-9) at random and come back: at the end everything is as the model says.
 * `npm run test:chaos` does 500 actions; `CHAOS_SEED` repeats a run.
 */

const actions = Number(process.env.CHAOS_ACTIONS ?? 50);
const seed = Number(process.env.CHAOS_SEED ?? Date.now() % 1_000_000_000);
const peopleCount = 6;
const killEveryMs = 2_500;
const limitMs = 60_000 + actions * 1_500;

const random = createRandom(seed);
const model = createModel();
const maxUploads = Math.ceil(actions / 25);
let uploads = 0;
let dataDir: string;
let program: Program;
let people: Somebody[];

beforeAll(async () => {
  console.info(`CHAOS_SEED=${seed} CHAOS_ACTIONS=${actions}`);
  dataDir = await mkdtemp(join(tmpdir(), 'banyan-chaos-'));
  program = startProgram(dataDir, await freePorts());
  await program.printed('Banyan is up');
  people = await Promise.all(Array.from({ length: peopleCount }, () => signUp(program.endpoint, 'chaos')));
}, 90_000);
afterAll(async () => {
  await program.interrupt();
  await rm(dataDir, { recursive: true, force: true });
}, 30_000);

/** Does a thing until it is done, whatever dies meanwhile. */
const insist = <T>(what: string, work: () => Promise<T>): Promise<T> =>
  until(
    what,
    () =>
      work()
        .then((value) => ({ value }))
        .catch(() => undefined),
    60_000,
  ).then(({ value }) => value);

/** A text is published once: after an answer that was lost, it is looked for before it is published again. */
async function publish(who: Somebody, text: string, photoIds: string[]): Promise<string> {
  return insist('a post', async () => {
    const { data, errors } = await ask<{ user: { posts: { edges: { node: { id: string; text: string } }[] } } }>(
      program.endpoint,
      `{ user(id: "${who.id}") { posts(first: 100) { edges { node { id text } } } } }`,
      {},
      who.token,
    );
    if (errors) throw new Error('not known');
    const there = data.user.posts.edges.find(({ node }) => node.text === text);
    return there?.node.id ?? (await act(program.endpoint, who, 'publishPost', { text, photoIds })).post?.id ?? '';
  });
}

const upload = (who: Somebody) => uploadPhoto(program.endpoint, who);

async function comment(who: Somebody, postId: string, text: string): Promise<string | undefined> {
  return insist('a comment', async () => {
    const { data, errors } = await ask<{
      post: { comments: { edges: { node: { id: string; text: string } }[] } } | null;
    }>(
      program.endpoint,
      `{ post(id: "${postId}") { comments(first: 100) { edges { node { id text } } } } }`,
      {},
      who.token,
    );
    if (errors) throw new Error('not known');
    const there = data.post?.comments.edges.find(({ node }) => node.text === text);
    if (there) return there.node.id;
    const { comment: made, userErrors } = await act(program.endpoint, who, 'addComment', { postId, text });
    return userErrors[0]?.code === 'NOT_FOUND' ? undefined : made?.id;
  });
}

/** One thing that somebody does, to the service and to the model. */
async function actAtRandom(index: number): Promise<void> {
  const who = random.pick(people);
  const other = random.pick(people.filter(({ id }) => id !== who.id));
  const post = random.pick([...model.posts.values()]);
  const visible = post && !model.hidden(who.id, post.author);
  const relate = (what: 'followUser' | 'unfollowUser' | 'blockUser' | 'unblockUser') =>
    insist(what, () => act(program.endpoint, who, what, { userId: other.id }));
  switch (random.integer(12)) {
    case 0:
    case 1:
    case 2:
      await relate('followUser');
      return model.follow(who.id, other.id);
    case 3:
      await relate('unfollowUser');
      return model.unfollow(who.id, other.id);
    case 4: {
      if (model.hidden(who.id, other.id)) {
        await relate('unblockUser');
        return model.unblock(who.id, other.id);
      }
      // What somebody was told of another before a block depends on the moment, so only strangers block each other.
      if (random.integer(3) > 0 || model.haveMet(who.id, other.id)) return;
      await relate('blockUser');
      return model.block(who.id, other.id);
    }
    case 5:
    case 6:
    case 7: {
      const photoIds =
        uploads < maxUploads && random.integer(3) === 0 ? [await insist('a photo', () => upload(who))] : [];
      uploads += photoIds.length;
      return model.publish(await publish(who, `post ${index} of ${who.handle}`, photoIds), who.id, photoIds);
    }
    case 8: {
      if (!post || post.author !== who.id) return;
      await insist('a deletion', () => act(program.endpoint, who, 'deletePost', { postId: post.id }));
      model.posts.delete(post.id);
      return;
    }
    case 9:
    case 10: {
      if (!post || !visible || model.everBlocked(who.id, post.author)) return;
      await insist('a like', () => act(program.endpoint, who, 'likePost', { postId: post.id }));
      post.likes.add(who.id);
      return;
    }
    default: {
      if (!post || !visible || model.everBlocked(who.id, post.author)) return;
      const id = await comment(who, post.id, `comment ${index}`);
      if (id) post.comments.set(id, who.id);
    }
  }
}

/** Kills a service now and then, until stopped. The launcher starts it again. */
function startKilling() {
  const stopping = new AbortController();
  const victims = ['user', 'feed', 'spam', 'photo', 'notification', 'aws'];
  const run = async () => {
    while (!stopping.signal.aborted) {
      await wait(killEveryMs, undefined, { signal: stopping.signal }).catch(() => {});
      const pid = program.pids().get(random.pick(victims));
      if (!stopping.signal.aborted && pid && isAlive(pid)) process.kill(pid, 'SIGKILL');
    }
  };
  const running = run();
  return async () => {
    stopping.abort();
    await running;
  };
}

interface State {
  user: { followerCount: number; followingCount: number };
  homeFeed: {
    edges: {
      node: {
        id: string;
        likeCount: number;
        commentCount: number;
        photos: ({ id: string; url: string | null } | null)[];
        spamVerdict: { isSpam: boolean };
      };
    }[];
  };
  notifications: { edges: { node: { kind: string; post: { id: string } | null; actorCount: number } }[] };
}

/** What somebody was told of the likes and comments of their posts that are still there: `kind post actors`. */
const toldOf = ({ notifications }: State): string[] =>
  notifications.edges
    .filter(({ node }) => node.post && ['POST_LIKED', 'COMMENT_ADDED'].includes(node.kind))
    .map(({ node }) => `${node.kind} ${node.post?.id} ${node.actorCount}`)
    .sort();

/** The same by the rules: one of a kind and post, with everybody who did it, but for oneself. */
function expectedToldOf(id: string): string[] {
  const others = (actors: Iterable<string>) => new Set([...actors].filter((actor) => actor !== id)).size;
  return [...model.posts.values()]
    .filter(({ author }) => author === id)
    .flatMap(({ id: postId, likes, comments }) => {
      const [liked, commented] = [others(likes), others(comments.values())];
      return [
        ...(liked > 0 ? [`POST_LIKED ${postId} ${liked}`] : []),
        ...(commented > 0 ? [`COMMENT_ADDED ${postId} ${commented}`] : []),
      ];
    })
    .sort();
}

async function stateOf({ id, token }: Somebody) {
  const { data, errors } = await ask<State>(
    program.endpoint,
    `{ user(id: "${id}") { followerCount followingCount }
       homeFeed(first: 100) { edges { node { id likeCount commentCount photos { id url } spamVerdict { isSpam } } } }
       notifications(first: 100) { edges { node { kind post { id text } actorCount } } } }`,
    {},
    token,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  const feed = data.homeFeed.edges.map(({ node }) => ({
    ...node,
    photos: node.photos.map((photo) => photo?.url != null && photo.id),
  }));
  return { ...data.user, feed, told: toldOf(data) };
}

const expected = ({ id }: Somebody) => ({
  followerCount: model.followers(id),
  followingCount: model.following(id),
  feed: model
    .homeFeed(id)
    .slice(0, 100)
    .map((postId) => {
      const post = model.posts.get(postId) as ModelPost;
      const counts = { likeCount: post.likes.size, commentCount: post.comments.size };
      return { id: postId, ...counts, photos: post.photoIds, spamVerdict: { isSpam: false } };
    }),
  told: expectedToldOf(id),
});

test(
  'whatever is killed, at the end everything is as the model says',
  async () => {
    const stopKilling = startKilling();
    for (let index = 0; index < actions; index++) await actAtRandom(index);
    await stopKilling();

    for (const who of people) {
      const wanted = expected(who);
      let seen: object | undefined;
      const same = async () => {
        seen = await stateOf(who).catch(() => undefined);
        return JSON.stringify(seen) === JSON.stringify(wanted);
      };
      await until('it is as the model says', same, 30_000).catch(() => expect(seen).toEqual(wanted));
    }
  },
  limitMs,
);
