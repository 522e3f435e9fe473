import { act, type Somebody } from '../harness/people.ts';
import { uploadPhoto } from '../harness/photo.ts';
import { kill } from './killing.ts';
import type { ModelPost } from './model.ts';
import { casesOf } from './seen.ts';
import { comment, insist, publish, type World } from './world.ts';

/** The things that people do, each to the service and to the model. */

/** What moderators block and unblock, each as it is compared, without its scheme. */
export const urls = Array.from({ length: 4 }, (_, index) => `chaos-${index}.example/win`);

type Relate = 'followUser' | 'unfollowUser' | 'blockUser' | 'unblockUser';
const relate = ({ program }: World, who: Somebody, what: Relate, other: Somebody) =>
  insist(what, () => act(program.endpoint, who, what, { userId: other.id }));

async function follow(world: World, who: Somebody, other: Somebody): Promise<void> {
  await relate(world, who, 'followUser', other);
  world.model.follow(who.id, other.id);
}

async function unfollow(world: World, who: Somebody, other: Somebody): Promise<void> {
  await relate(world, who, 'unfollowUser', other);
  world.model.unfollow(who.id, other.id);
}

async function blockOrUnblock(world: World, who: Somebody, other: Somebody): Promise<void> {
  const { model, random } = world;
  if (model.hidden(who.id, other.id)) {
    await relate(world, who, 'unblockUser', other);
    return model.unblock(who.id, other.id);
  }
  // What somebody was told of another's doings before a block depends on the moment, so only strangers block each other.
  if (random.integer(3) > 0 || model.haveMet(who.id, other.id)) return;
  await relate(world, who, 'blockUser', other);
  model.block(who.id, other.id);
}

/** Publishes a post: some with a photo, some that mention somebody. */
async function publishPost(world: World, who: Somebody, other: Somebody, words: string, url?: string): Promise<void> {
  const { program, model, random } = world;
  const hasPhoto = world.maxUploads > 0 && random.integer(3) === 0;
  const mentions = random.integer(2) === 0 && !model.everBlocked(who.id, other.id) ? [other] : [];
  const photoIds = hasPhoto ? [await insist('a photo', () => uploadPhoto(program.endpoint, who))] : [];
  world.maxUploads -= photoIds.length;
  const text = [words, ...mentions.map(({ handle }) => `@${handle}`), ...(url ? [`http://${url}`] : [])].join(' ');
  const id = await publish(world, who, text, photoIds);
  if (model.isBlocked(url)) world.blocked[id ? 'accepted' : 'refused'] += 1;
  else if (!id) throw new Error(`refused: ${text}`);
  if (id) model.publish(id, { author: who.id, photoIds, mentions: mentions.map((person) => person.id), url });
}

/**
 * Publishes a link that may be blocked, often while spam is dead. Whether it is refused or accepted depends on the moment: the service's
 * answer tells which of the two it was.
 */
async function publishLink(world: World, who: Somebody, other: Somebody, words: string): Promise<void> {
  const url = world.random.pick(urls);
  if (world.random.integer(2) === 0) kill(world.program, 'spam');
  await publishPost(world, who, other, words, url);
}

/**
 * A moderator blocks or unblocks a URL. What was published just before is judged by what is blocked when its event comes, which depends on
 * the moment: so they take one of which spam has judged everything.
 */
async function moderate(world: World): Promise<void> {
  const { program, model, moderator, random } = world;
  const candidates = random.some(urls, urls.length);
  const posts = [...model.posts.values()].filter(({ url }) => url);
  const ids = posts.map(({ id }) => id);
  const cases = await insist('the cases', () => casesOf(program.endpoint, moderator, ids));
  const isJudged = (post: ModelPost) => cases[post.id] === model.caseOf(post);
  const url = candidates.find((each) => posts.filter((post) => post.url === each).every(isJudged));
  if (!url) return;
  const what = model.isBlocked(url) ? 'unblockUrl' : 'blockUrl';
  await insist(what, () => act(program.endpoint, moderator, what, { url: `http://${url}`, reason: 'chaos' }));
  model[what](url);
}

async function deletePost({ program, model }: World, who: Somebody, post: ModelPost | undefined): Promise<void> {
  if (!post || post.author !== who.id) return;
  await insist('a deletion', () => act(program.endpoint, who, 'deletePost', { postId: post.id }));
  model.delete(post.id);
}

/** Whether somebody may answer to a post: what was told of people of whom one has blocked the other depends on the moment. */
const mayAnswer = ({ model }: World, who: Somebody, post: ModelPost): boolean =>
  model.sees(who.id, post) && !model.everBlocked(who.id, post.author);

/** A post that was hidden a moment ago may not be back yet: then there is nothing to like. */
async function like(world: World, who: Somebody, post: ModelPost | undefined): Promise<void> {
  if (!post || !mayAnswer(world, who, post)) return;
  const { endpoint } = world.program;
  const { userErrors } = await insist('a like', () => act(endpoint, who, 'likePost', { postId: post.id }));
  if (userErrors.length === 0) post.likes.add(who.id);
}

async function say(world: World, who: Somebody, post: ModelPost | undefined, words: string): Promise<void> {
  if (!post || !mayAnswer(world, who, post)) return;
  const id = await comment(world, who, post.id, words);
  if (id) post.comments.set(id, who.id);
}

/** One thing that somebody does. */
export function actAtRandom(world: World, index: number): Promise<void> {
  const { model, people, random } = world;
  const who = random.pick(people);
  const other = random.pick(people.filter(({ id }) => id !== who.id));
  const post = random.pick([...model.posts.values()]);
  const words = `${index} of ${who.handle}`;
  switch (random.integer(15)) {
    case 0:
    case 1:
    case 2:
      return follow(world, who, other);
    case 3:
      return unfollow(world, who, other);
    case 4:
      return blockOrUnblock(world, who, other);
    case 5:
    case 6:
    case 7:
      return publishPost(world, who, other, `post ${words}`);
    case 8:
    case 9:
      return publishLink(world, who, other, `link ${words}`);
    case 10:
      return moderate(world);
    case 11:
      return deletePost(world, who, post);
    case 12:
    case 13:
      return like(world, who, post);
    default:
      return say(world, who, post, `comment ${words}`);
  }
}
