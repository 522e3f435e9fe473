import type { GatewayGraphQLRequestMetrics } from '@apollo/server-gateway-interface';
import type { Prepared } from '../engine/prepared.ts';
import type { OnFetch } from '../engine/run.ts';
import { isAskedAgain, pathOfLane } from './joinedTrace.ts';
import { createPlanTrace } from './planTrace.ts';

/** What is deeper counts there: reports nest as paths do, and one that is too deep would be lost as a whole. */
const deepestPath = 100;

/**
 * Fills in what Apollo's usage reporting reads of the metrics of a request: for one that is traced (`captureTraces`) the trace of
 * its plan, and for any the errors of subgraphs that no trace tells of, which it would not count otherwise.
 * https://github.com/apollographql/apollo-server/blob/main/packages/server/src/plugin/usageReporting/plugin.ts
 */
export function observeForUsage(prepared: Prepared, metrics: GatewayGraphQLRequestMetrics): OnFetch {
  const plan = metrics.captureTraces ? createPlanTrace(prepared, metrics.startHrTime) : undefined;
  metrics.queryPlanTrace = plan?.root;
  return (nodes, timing, answer, error) => {
    const isTraced = plan?.onFetch(nodes, timing, answer, error);
    if (!answer?.errors?.length || isTraced || isAskedAgain(answer)) return;
    const subgraph = nodes[0]?.serviceName ?? '';
    metrics.nonFtv1ErrorPaths ??= [];
    for (const { path } of answer.errors) {
      metrics.nonFtv1ErrorPaths.push({ subgraph, path: path && pathOfLane(path).slice(0, deepestPath) });
    }
  };
}
