import type { Resolvers } from './__generated__/resolvers.ts';
import * as blocklist from './resolvers/blocklist.ts';
import * as cases from './resolvers/cases.ts';
import * as status from './resolvers/status.ts';
import { Comment, checkSpam, Post } from './resolvers/verdicts.ts';

export const resolvers: Resolvers = {
  Query: { checkSpam, ...blocklist.Query, ...cases.Query, ...status.Query },
  Mutation: { ...blocklist.Mutation, ...cases.Mutation },
  Post,
  Comment,
  BlockedUrl: blocklist.BlockedUrl,
  SpamCase: cases.SpamCase,
  Review: cases.Review,
};
