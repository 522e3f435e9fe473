import {
  type ConnectionArgs,
  isId,
  mutation,
  newId,
  type Page,
  requireViewer,
  timeOfId,
  UserMistake,
} from '@banyan/kit';
import type {
  DecideReviewInput,
  MutationResolvers,
  QueryResolvers,
  ReportCommentInput,
  ReportPostInput,
  ReviewResolvers,
  SpamCaseResolvers,
} from '../__generated__/resolvers.ts';
import { checkReason } from '../blocklist.ts';
import type { Context } from '../context.ts';
import { report } from '../report.ts';
import { nameOf } from '../store/keys.ts';
import type { TargetRef } from '../target.ts';
import { requireModerator } from './moderator.ts';

const types = { POST: 'post', COMMENT: 'comment' } as const;

const reporting = async (ref: TargetRef, reason: string, context: Context) => {
  const by = requireViewer(context);
  await report(context.store, context.rules, ref, { by, reason, reviewId: newId() });
};

async function decideReview({ reviewId, verdict, reason }: DecideReviewInput, context: Context) {
  requireModerator(context);
  const decision = { status: verdict, by: requireViewer(context), reason: checkReason(reason) };
  const review = isId(reviewId) ? await context.store.work.review(reviewId) : undefined;
  const decided = review && (await context.checks.decide(review, reviewId, decision));
  if (!decided) throw new UserMistake('NOT_FOUND', 'reviewId', 'There is no such review, or it was decided already.');
  return { case: decided };
}

export const Query = {
  spamCase: async (_, { targetType, targetId }, context) => {
    requireModerator(context);
    return isId(targetId) ? ((await context.loaders.target({ type: types[targetType], id: targetId })) ?? null) : null;
  },
  reviews: (_, args: ConnectionArgs, context) => {
    requireModerator(context);
    return context.connections.connect('reviews', args, context.store.work.reviews, (review) => review.sk);
  },
} satisfies QueryResolvers;

export const Mutation = {
  reportPost: mutation(async ({ postId, reason }: ReportPostInput, context: Context) => {
    await reporting({ type: 'post', id: postId }, reason, context);
    return { post: { id: postId } };
  }),
  reportComment: mutation(async ({ commentId, reason }: ReportCommentInput, context: Context) => {
    await reporting({ type: 'comment', id: commentId }, reason, context);
    return { comment: { id: commentId } };
  }),
  decideReview: mutation(decideReview),
} satisfies MutationResolvers;

export const SpamCase: SpamCaseResolvers = {
  id: nameOf,
  post: ({ type, id }) => (type === 'post' ? { id } : null),
  comment: ({ type, id }) => (type === 'comment' ? { id } : null),
  author: ({ authorId }) => ({ id: authorId }),
  text: async (target, _, { loaders }) => (await loaders.text(target)) ?? null,
  status: ({ decision }) => decision.status,
  heldBy: ({ heldBy }) => heldBy ?? null,
  reportCount: ({ reports }) => reports,
  decisions: async (target, args, { store, connections }) => {
    const fetch = (page: Page) => store.targets.decisions(target, page);
    const page = await connections.connect(`decisions:${nameOf(target)}`, args, fetch, (decision) => decision.sk);
    const personOf = (by: string | null) => (by ? { id: by } : null);
    return {
      ...page,
      edges: page.edges.map(({ cursor, node }) => ({ cursor, node: { ...node, by: personOf(node.by) } })),
    };
  },
  reports: async (target, args, { store, connections }) => {
    const fetch = (page: Page) => store.targets.reports(target, page);
    const page = await connections.connect(`reports:${nameOf(target)}`, args, fetch, (each) => each.sk);
    return {
      ...page,
      edges: page.edges.map(({ cursor, node }) => ({ cursor, node: { ...node, by: { id: node.by } } })),
    };
  },
};

export const Review: ReviewResolvers = {
  id: ({ reviewId }) => reviewId,
  openedAt: ({ reviewId }) => timeOfId(reviewId).toISOString(),
  case: async (review, _, { loaders }) => (await loaders.target(review)) ?? null,
};
