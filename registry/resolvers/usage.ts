import { failure } from '@banyan/kit';
import type { UsageResolvers } from '../__generated__/resolvers.ts';
import { formatGraphRef } from '../graphs/graphRef.ts';
import type { Latency } from '../usage/histogram.ts';

const maxOperations = 1_000;
const hourMs = 3_600_000;

const latencyOf = ({ p50Ms, p95Ms, p99Ms }: Latency) => ({ p50: p50Ms, p95: p95Ms, p99: p99Ms });

export const Usage: UsageResolvers = {
  from: ({ from }) => new Date(Math.floor(from / hourMs) * hourMs).toISOString(),
  to: ({ to }) => new Date(Math.ceil(to / hourMs) * hourMs).toISOString(),

  async operations({ ref, from, to }, { first }, { usage }) {
    if (!(first >= 0 && first <= maxOperations)) {
      throw failure('BAD_USER_INPUT', `"first" must be between 0 and ${maxOperations}.`);
    }
    const figures = await usage.operationStats(formatGraphRef(ref), from, to);
    return figures.slice(0, first).map(({ id, name, signature, requests, errors, clients, ...latency }) => ({
      id,
      name,
      signature: signature ?? '',
      count: requests,
      errors,
      latency: latencyOf(latency),
      clients: clients.map(({ name, version, requests }) => ({ name, version, count: requests })),
    }));
  },

  async fields({ ref, from, to }, { coordinates }, { usage }) {
    const uses = await usage.fieldUse(formatGraphRef(ref), from, to, coordinates ?? undefined);
    return uses.map(({ parentType, field, requests, executions, errors, ...latency }) => ({
      coordinate: `${parentType}.${field}`,
      requests,
      executions,
      errors,
      latency: latencyOf(latency),
    }));
  },
};
