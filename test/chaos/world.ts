import type { Random } from '../../dev/random.ts';
import { ask, until } from '../harness/client.ts';
import { act, type Somebody } from '../harness/people.ts';
import type { Program } from '../harness/program.ts';
import type { Model } from './model.ts';

/** Where people act: the service, and what the model has of it. */
export interface World {
  program: Program;
  model: Model;
  /** What people do is drawn from it; it repeats as far as the service answers the same. */
  random: Random;
  people: Somebody[];
  moderator: Somebody;
  maxUploads: number;
  /** What became of links that were blocked when they were published. */
  blocked: { refused: number; accepted: number };
}

/** Does a thing until it is done, whatever dies meanwhile. */
export const insist = <T>(what: string, work: () => Promise<T>): Promise<T> =>
  until(
    what,
    () =>
      work()
        .then((value) => ({ value }))
        .catch(() => undefined),
    120_000,
  ).then(({ value }) => value);

interface Texts {
  edges: { node: { id: string; text: string } }[];
}
const idOf = (texts: Texts | undefined, text: string) => texts?.edges.find(({ node }) => node.text === text)?.node.id;

/**
 * Publishes a text once: after an answer that was lost, it is looked for before it is published again.
 * @returns undefined where it is refused as spam.
 */
export function publish(
  { program: { endpoint } }: World,
  who: Somebody,
  text: string,
  photoIds: string[],
): Promise<string | undefined> {
  return insist('a post', async () => {
    const { data, errors } = await ask<{ user: { posts: Texts } }>(
      endpoint,
      `{ user(id: "${who.id}") { posts(first: 100) { edges { node { id text } } } } }`,
      {},
      who.token,
    );
    if (errors) throw new Error('not known');
    const there = idOf(data.user.posts, text);
    if (there) return there;
    const { post, userErrors } = await act(endpoint, who, 'publishPost', { text, photoIds });
    if (userErrors.some(({ code, field }) => code !== 'BAD_USER_INPUT' || field !== 'text')) {
      throw new Error(JSON.stringify(userErrors));
    }
    return post?.id;
  });
}

/** Adds a comment once, in the same way. @returns undefined where the post cannot be seen (any more, or yet). */
export function comment(
  { program: { endpoint } }: World,
  who: Somebody,
  postId: string,
  text: string,
): Promise<string | undefined> {
  return insist('a comment', async () => {
    const { data, errors } = await ask<{ post: { comments: Texts } | null }>(
      endpoint,
      `{ post(id: "${postId}") { comments(first: 100) { edges { node { id text } } } } }`,
      {},
      who.token,
    );
    if (errors) throw new Error('not known');
    const there = idOf(data.post?.comments, text);
    if (there) return there;
    const { comment: made, userErrors } = await act(endpoint, who, 'addComment', { postId, text });
    return userErrors[0]?.code === 'NOT_FOUND' ? undefined : made?.id;
  });
}
