import { type ConnectionArgs, mutation, type Page, requireViewer } from '@banyan/kit';
import type {
  BlockedUrlResolvers,
  BlockUrlInput,
  MutationResolvers,
  QueryResolvers,
  UnblockUrlInput,
} from '../__generated__/resolvers.ts';
import { block, checkReason, checkUrl, type Decide, unblock } from '../blocklist.ts';
import type { Context } from '../context.ts';
import { idOf } from '../store/keys.ts';
import { requireModerator } from './moderator.ts';

/** A mutation by which a moderator changes the blocklist. */
const moderation = (decide: Decide) =>
  mutation(async (input: BlockUrlInput | UnblockUrlInput, context: Context) => {
    requireModerator(context);
    const reason = checkReason(input.reason);
    const change = { url: input.url.trim(), reason, by: requireViewer(context), at: new Date().toISOString() };
    return { blockedUrl: await context.store.blocklist.change(decide, checkUrl(input.url), change) };
  });

export const Query = {
  blockedUrl: async (_, { url }, context) => {
    requireModerator(context);
    return (await context.store.blocklist.entry(checkUrl(url))) ?? null;
  },
  blockedUrls: (_, args: ConnectionArgs, context) => {
    requireModerator(context);
    return context.connections.connect('blockedUrls', args, context.store.blocklist.blocked, (entry) => entry.sk);
  },
} satisfies QueryResolvers;

export const Mutation = {
  blockUrl: moderation(block),
  unblockUrl: moderation(unblock),
} satisfies MutationResolvers;

export const BlockedUrl: BlockedUrlResolvers = {
  id: ({ expression }) => idOf(expression),
  blockedBy: ({ by }) => ({ id: by }),
  blockedAt: ({ at }) => at,
  history: async ({ expression }, args, { store, connections }) => {
    const fetch = (page: Page) => store.blocklist.history(expression, page);
    const page = await connections.connect(`history:${idOf(expression)}`, args, fetch, (change) => change.sk);
    return {
      ...page,
      edges: page.edges.map(({ cursor, node }) => ({ cursor, node: { ...node, by: { id: node.by } } })),
    };
  },
};
