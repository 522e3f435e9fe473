import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { ApolloServer, type BaseContext } from '@apollo/server';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { type IContextualizedStats, type IFieldStat, Report } from '@apollo/usage-reporting-protobuf';
import { createLog } from '@banyan/kit';
import { usageReporting } from '../../usage/reporting.ts';
import { usageSettings } from '../../usage/settings.ts';

/** Figures of a report: for each field how often it was executed and failed, and of the requests how many. */
export interface Reported {
  fields: Record<string, [executions: number, errors: number]>;
  requests: number;
  failed: number;
  /** Where errors were, one path each. */
  errorPaths: string[];
  /** Whether every field has as many latencies as executions. */
  isTimed: boolean;
}

/** Asks a gateway behind Apollo Server, and gives what its usage reports say. */
export async function reported(
  gateway: GatewayInterface,
  operations: readonly { query: string; variables?: Record<string, unknown> }[],
  sample = 1,
): Promise<Reported> {
  const reports: Report[] = [];
  const registry = createServer(async (request, response) => {
    reports.push(Report.decode(gunzipSync(await buffer(request))));
    response.end();
  }).listen(0, '127.0.0.1');
  await once(registry, 'listening');
  const env = {
    APOLLO_KEY: 'key',
    APOLLO_GRAPH_REF: 'shop@current',
    APOLLO_USAGE_ENDPOINT: `http://127.0.0.1:${(registry.address() as AddressInfo).port}`,
    USAGE_SAMPLE: String(sample),
  };
  const log = createLog('gateway', 'silent');
  const plugins = [usageReporting<BaseContext>(usageSettings.parse(env), log)];
  const server = new ApolloServer({ gateway, plugins, logger: log, stopOnTerminationSignals: false });
  await server.start();
  for (const operation of operations) await server.executeOperation(operation);
  await server.stop();
  registry.closeAllConnections();
  registry.close();
  await once(registry, 'close');
  return figures(reports);
}

function figures(reports: readonly Report[]): Reported {
  const stats = reports
    .flatMap(({ tracesPerQuery }) => Object.values(tracesPerQuery))
    .flatMap(({ statsWithContext }) => (statsWithContext ?? []) as IContextualizedStats[]);
  const found: Reported = { fields: {}, requests: 0, failed: 0, errorPaths: [], isTimed: true };
  for (const { queryLatencyStats, perTypeStat } of stats) {
    found.requests += Number(queryLatencyStats?.requestCount ?? 0);
    found.failed += Number(queryLatencyStats?.requestsWithErrorsCount ?? 0);
    found.errorPaths.push(...pathsOf(queryLatencyStats?.rootErrorStats));
    for (const [type, { perFieldStat }] of Object.entries(perTypeStat ?? {})) {
      for (const [name, stat] of Object.entries(perFieldStat ?? {})) {
        const [executions, errors] = found.fields[`${type}.${name}`] ?? [0, 0];
        const observed = Number(stat.observedExecutionCount);
        found.fields[`${type}.${name}`] = [executions + observed, errors + Number(stat.errorsCount)];
        found.isTimed &&= timesOf(stat) === observed;
      }
    }
  }
  found.errorPaths.sort();
  return found;
}

/** A negative number stands for as many empty buckets. */
const timesOf = ({ latencyCount }: IFieldStat): number =>
  ((latencyCount ?? []) as number[]).reduce((sum, count) => sum + Math.max(0, Number(count)), 0);

interface ErrorPaths {
  children?: Record<string, ErrorPaths> | null;
  errorsCount?: number | null;
}

const pathsOf = (errors: ErrorPaths | null | undefined, path = ''): string[] => [
  ...(errors?.errorsCount ? [`${path} ${errors.errorsCount}`] : []),
  ...Object.entries(errors?.children ?? {}).flatMap(([key, child]) => pathsOf(child, `${path}/${key}`)),
];
