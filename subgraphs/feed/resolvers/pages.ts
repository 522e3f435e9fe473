import type { Connection, ConnectionArgs, Item, Page } from '@banyan/kit';
import type { Context } from '../context.ts';
import { idOfEntry } from '../store/keys.ts';
import { visibleComment, visiblePost } from '../visibility.ts';

/** A connection over a list of entries, each resolved to what it stands for; those that are hidden from the viewer are left out. */
async function page<Node>(
  list: string,
  args: ConnectionArgs,
  context: Context,
  fetch: (page: Page) => Promise<Item[]>,
  resolve: (id: string, context: Context) => Promise<Node | null>,
): Promise<Connection<Node>> {
  const { edges, pageInfo } = await context.connections.connect(list, args, fetch, (entry) => entry.sk);
  const resolved = await Promise.all(
    edges.map(async ({ node, cursor }) => ({ node: await resolve(idOfEntry(node), context), cursor })),
  );
  return { edges: resolved.flatMap(({ node, cursor }) => (node ? [{ node, cursor }] : [])), pageInfo };
}

export const postPage = (
  list: string,
  args: ConnectionArgs,
  context: Context,
  fetch: (page: Page) => Promise<Item[]>,
) => page(list, args, context, fetch, visiblePost);

/** The same for a home feed, without what came into it at the same moment as its author was unfollowed. */
export const homePage = (
  list: string,
  args: ConnectionArgs,
  context: Context,
  fetch: (page: Page) => Promise<Item[]>,
) =>
  page(list, args, context, fetch, async (id) => {
    const post = await context.loaders.post(id);
    if (!post) return null;
    const { follows, hidden } = context.loaders;
    const [followed] = await Promise.all([follows(post.authorId), hidden(post.authorId)]);
    return followed || post.authorId === context.identity.userId ? visiblePost(id, context) : null;
  });

export const commentPage = (
  list: string,
  args: ConnectionArgs,
  context: Context,
  fetch: (page: Page) => Promise<Item[]>,
) => page(list, args, context, fetch, visibleComment);
