import { want } from '../harness/client.ts';
import type { Somebody } from '../harness/people.ts';
import { type Seen, telling } from './model.ts';

interface Connection<Node> {
  edges: { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** A whole list of the viewer's, whatever its length. */
async function all<Node>(endpoint: string, { token }: Somebody, field: string, selection: string): Promise<Node[]> {
  const query = `query ($after: String) {
    list: ${field}(first: 100, after: $after) { edges { node { ${selection} } } pageInfo { hasNextPage endCursor } }
  }`;
  const found: Node[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { list }: { list: Connection<Node> } = await want(endpoint, query, { after }, token);
    found.push(...list.edges.map(({ node }) => node));
    after = list.pageInfo.endCursor;
    more = list.pageInfo.hasNextPage;
  }
  return found;
}

interface Post {
  id: string;
  likeCount: number;
  commentCount: number;
  photos: ({ id: string; url: string | null } | null)[];
  spamVerdict: { isSpam: boolean };
}

interface Notification {
  kind: string;
  post: { id: string; text: string } | null;
  actorCount: number;
  actors: ({ id: string } | null)[];
}

/** Of what is in another domain more than the id is asked for: whether it can be seen is for that domain to say. */
const toldFields = 'kind post { id text } actorCount actors { id handle }';

const ofPosts = ['POST_LIKED', 'COMMENT_ADDED', 'MENTIONED', 'SPAM_HIDDEN'];

/** Asks the same of many, a page at a time. @returns the answers by id. */
async function askEach<T>(endpoint: string, token: string, ids: string[], ask: (id: string) => string) {
  const answers: [string, T][] = [];
  for (let done = 0; done < ids.length; done += 50) {
    const part = ids.slice(done, done + 50);
    const query = `{ ${part.map((id, index) => `at${index}: ${ask(id)}`).join(' ')} }`;
    const data = await want<Record<string, T>>(endpoint, query, {}, token);
    answers.push(...part.map((id, index): [string, T] => [id, data[`at${index}`] as T]));
  }
  return answers;
}

/** All that a person sees now. @param links the posts with a URL. */
export async function seenBy(endpoint: string, who: Somebody, links: string[]): Promise<Seen> {
  const { user } = await want<{ user: { followerCount: number; followingCount: number } }>(
    endpoint,
    'query ($id: ID!) { user(id: $id) { followerCount followingCount } }',
    { id: who.id },
    who.token,
  );
  const selection = 'id likeCount commentCount photos { id url } spamVerdict { isSpam }';
  const posts = await all<Post>(endpoint, who, 'homeFeed', selection);
  const told = await all<Notification>(endpoint, who, 'notifications', toldFields);
  const found = await askEach<{ id: string } | null>(endpoint, who.token, links, (id) => `post(id: "${id}") { id }`);
  return {
    ...user,
    homeFeed: posts.map(({ photos, spamVerdict, ...post }) => ({
      ...post,
      photos: photos.flatMap((photo) => (photo?.url ? [photo.id] : [])),
      isSpam: spamVerdict.isSpam,
    })),
    told: told
      .filter(({ kind, post }) => kind === 'NEW_FOLLOWER' || (post && ofPosts.includes(kind)))
      .map(({ kind, post, actorCount, actors }) =>
        telling(
          kind,
          post?.id,
          actorCount,
          actors.flatMap((actor) => actor?.id ?? []),
        ),
      )
      .sort(),
    links: found.flatMap(([id, post]) => (post ? [id] : [])).sort(),
  };
}

/** What spam has found of these posts, for a moderator. @returns by id: the status, and what it is hidden by. */
export async function casesOf(endpoint: string, moderator: Somebody, ids: string[]): Promise<Record<string, string>> {
  const found = await askEach<{ status: string; heldBy: string | null } | null>(
    endpoint,
    moderator.token,
    ids,
    (id) => `spamCase(targetType: POST, targetId: "${id}") { status heldBy }`,
  );
  const words = found.map(([id, known]) => [
    id,
    known ? [known.status, known.heldBy ?? []].flat().join(' ') : 'NOT SEEN',
  ]);
  return Object.fromEntries(words.sort());
}
