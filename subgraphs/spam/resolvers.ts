import { type ConnectionArgs, mutation, type Page, requireScope, requireViewer } from '@banyan/kit';
import type { BlockUrlInput, Resolvers, UnblockUrlInput } from './__generated__/resolvers.ts';
import { block, checkReason, checkUrl, type Decide, unblock } from './blocklist.ts';
import type { Context } from './context.ts';
import { idOf } from './store.ts';
import { checkText, judge, type TextToJudge } from './verdict.ts';

const moderator = 'spam:moderate';

const verdictOn = (text: string, { loaders }: Context) =>
  judge(text, (expression) => loaders.isBlocked.load(expression));

const verdictField = ({ text }: TextToJudge, _args: object, context: Context) => verdictOn(text, context);

/** A mutation by which a moderator changes the blocklist. */
const moderation = (decide: Decide) =>
  mutation(async (input: BlockUrlInput | UnblockUrlInput, context: Context) => {
    requireScope(context, moderator);
    const reason = checkReason(input.reason);
    const change = { url: input.url.trim(), reason, by: requireViewer(context), at: new Date().toISOString() };
    return { blockedUrl: await context.store.change(decide, checkUrl(input.url), change) };
  });

export const resolvers: Resolvers = {
  Query: {
    checkSpam: (_, { text }, context) => {
      checkText(text);
      return verdictOn(text, context);
    },
    blockedUrl: async (_, { url }, context) => {
      requireScope(context, moderator);
      return (await context.store.entry(checkUrl(url))) ?? null;
    },
    blockedUrls: (_, args: ConnectionArgs, context) => {
      requireScope(context, moderator);
      return context.connections.connect('blockedUrls', args, context.store.blocked, (entry) => entry.sk);
    },
  },
  Mutation: {
    blockUrl: moderation(block),
    unblockUrl: moderation(unblock),
  },
  Post: {
    spamVerdict: verdictField,
  },
  Comment: {
    spamVerdict: verdictField,
  },
  BlockedUrl: {
    id: ({ expression }) => idOf(expression),
    blockedBy: ({ by }) => ({ id: by }),
    blockedAt: ({ at }) => at,
    history: async ({ expression }, args, { store, connections }) => {
      const fetch = (page: Page) => store.history(expression, page);
      const page = await connections.connect(`history:${idOf(expression)}`, args, fetch, (change) => change.sk);
      return {
        ...page,
        edges: page.edges.map(({ cursor, node }) => ({ cursor, node: { ...node, by: { id: node.by } } })),
      };
    },
  },
};
