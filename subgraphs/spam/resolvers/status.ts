import type { QueryResolvers } from '../__generated__/resolvers.ts';
import { sumOf, topDomains } from '../statistics.ts';
import { requireModerator } from './moderator.ts';

const maxReleasesCounted = 100;

export const Query = {
  spamStatus: async (_, _args, context) => {
    requireModerator(context);
    const { statistics, work } = context.store;
    const [hours, { length, firstDueAt }, releases] = await Promise.all([
      statistics.lastDay(),
      work.waiting(),
      work.releases(maxReleasesCounted),
    ]);
    const lateMs = firstDueAt ? Date.now() - Date.parse(firstDueAt) : 0;
    return {
      hours: hours.map(({ hour, counts }) => ({ hour, ...sumOf(counts) })),
      topBlockedDomains: topDomains(hours.map(({ domains }) => domains)),
      retries: { length, lagSeconds: Math.max(0, lateMs) / 1_000 },
      releases: releases.length,
    };
  },
} satisfies QueryResolvers;
