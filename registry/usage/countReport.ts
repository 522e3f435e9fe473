import type {
  IContextualizedStats,
  IFieldStat,
  ITrace,
  ITracesAndStats,
  Report,
} from '@apollo/usage-reporting-protobuf';
import { BadReport } from './badReport.ts';
import { addTo, bucketOf, emptyHistogram, fromRuns, merge } from './histogram.ts';
import { clipName, describeKey } from './operationKey.ts';
import type { ClientTally, FieldTally, Tally } from './tally.ts';
import { nodesOf } from './trace.ts';

/** More of anything within one report is no report. */
const mostAReport = 2 ** 40;
/** Fields of a subgraph that no client can ask for. https://www.apollographql.com/docs/graphos/reference/federation/subgraph-spec */
const ofSubgraphs = new Set(['_entities', '_service']);

/**
 * Adds up what a report says, whether it tells of an operation by a trace or within statistics: both give the same figures.
 * Names are whatever the reporter likes, so everything that they key is a Map.
 * @throws BadReport for counts that are none.
 */
export function countReport(report: Report): Tally {
  const fields = new Map<string, Map<string, FieldTally>>();
  const ends: number[] = [];
  const operations = Object.entries(report.tracesPerQuery).map(([key, entry]) => {
    // With `tracesPreAggregated` the traces are a sample of what the statistics count already.
    const traces = report.tracesPreAggregated ? [] : ((entry.trace ?? []) as ITrace[]);
    const clients = new Map<string, ClientTally>();
    for (const trace of traces) {
      countTrace(trace, clients, fields);
      if (trace.endTime?.seconds) ends.push(Number(trace.endTime.seconds) * 1_000);
    }
    for (const stats of (entry.statsWithContext ?? []) as IContextualizedStats[]) countStats(stats, clients, fields);
    const counted = [...clients.values()].filter(({ requests }) => requests > 0);
    countReferences(entry, counted, fields);
    return { ...describeKey(key), clients: counted };
  });
  const endedAt = report.endTime?.seconds ? Number(report.endTime.seconds) * 1_000 : ends.sort((a, b) => b - a)[0];
  const counted = [...fields.values()].flatMap((ofType) => [...ofType.values()]);
  // The reporter rounds its estimates down when it sends them; those that we made from its traces follow suit.
  for (const field of counted) field.executions = Math.floor(field.executions);
  for (const { latency } of counted) latency.counts = latency.counts.map(Math.floor);
  const graphRef = report.header?.graphRef ?? '';
  return { graphRef, endedAt, operations: operations.filter(({ clients }) => clients.length > 0), fields: counted };
}

function countTrace(trace: ITrace, clients: Map<string, ClientTally>, fields: Map<string, Map<string, FieldTally>>) {
  const client = clientIn(clients, trace.clientName, trace.clientVersion);
  client.requests++;
  addTo(client.latency, bucketOf(amount(trace.durationNs)), 1);
  // 0 counts as 1: https://github.com/apollographql/apollo-server/blob/main/packages/usage-reporting-protobuf/src/reports.proto
  const weight = amount(trace.fieldExecutionWeight) || 1;
  let failed = false;
  for (const node of nodesOf(trace)) {
    const errors = node.error?.length ?? 0;
    failed ||= errors > 0;
    const name = node.originalFieldName || node.responseName;
    const took = amount(node.endTime) - amount(node.startTime);
    if (!node.parentType || !name || !node.type || took < 0 || ofSubgraphs.has(name)) continue;
    const field = fieldIn(fields, node.parentType, name);
    field.observed++;
    field.executions += weight;
    field.errors += errors;
    addTo(field.latency, bucketOf(took), weight);
  }
  if (failed) client.errors++;
}

function countStats(
  { context, queryLatencyStats: stats, perTypeStat }: IContextualizedStats,
  clients: Map<string, ClientTally>,
  fields: Map<string, Map<string, FieldTally>>,
) {
  const client = clientIn(clients, context?.clientName, context?.clientVersion);
  client.requests += amount(stats?.requestCount);
  client.errors += amount(stats?.requestsWithErrorsCount);
  for (const runs of [stats?.latencyCount, stats?.cacheLatencyCount]) merge(client.latency, histogramOf(runs));
  for (const [type, { perFieldStat }] of Object.entries(perTypeStat ?? {})) {
    for (const [name, stat] of Object.entries(perFieldStat ?? {})) {
      if (!ofSubgraphs.has(name)) countField(fieldIn(fields, type, name), stat);
    }
  }
}

function countField(field: FieldTally, stat: IFieldStat) {
  field.observed += amount(stat.observedExecutionCount);
  field.executions += amount(stat.estimatedExecutionCount);
  field.errors += amount(stat.errorsCount);
  merge(field.latency, histogramOf(stat.latencyCount));
}

function countReferences(
  { referencedFieldsByType }: ITracesAndStats,
  clients: readonly ClientTally[],
  fields: Map<string, Map<string, FieldTally>>,
) {
  const requests = clients.reduce((sum, client) => sum + client.requests, 0);
  for (const [type, { fieldNames }] of Object.entries(referencedFieldsByType ?? {})) {
    for (const name of new Set(fieldNames ?? [])) fieldIn(fields, type, name).requests += requests;
  }
}

function clientIn(clients: Map<string, ClientTally>, givenName?: string | null, givenVersion?: string | null) {
  const [name, version] = [clipName(givenName ?? ''), clipName(givenVersion ?? '')];
  const key = `${name}\0${version}`;
  const client = clients.get(key) ?? { name, version, requests: 0, errors: 0, latency: emptyHistogram() };
  clients.set(key, client);
  return client;
}

function fieldIn(fields: Map<string, Map<string, FieldTally>>, givenType: string, givenField: string): FieldTally {
  const [type, field] = [clipName(givenType), clipName(givenField)];
  let ofType = fields.get(type);
  if (!ofType) {
    ofType = new Map();
    fields.set(type, ofType);
  }
  let found = ofType.get(field);
  if (!found) {
    found = { type, field, requests: 0, observed: 0, executions: 0, errors: 0, latency: emptyHistogram() };
    ofType.set(field, found);
  }
  return found;
}

/** A count or a duration, which a decoder may give as a number or as an object that stands for a long one. */
function amount(given: unknown): number {
  const number = Number(given ?? 0);
  if (!(number >= 0 && number <= mostAReport)) throw new BadReport('a report has an amount that is none');
  return number;
}

function histogramOf(runs: unknown) {
  try {
    return fromRuns(((runs ?? []) as unknown[]).map((run) => Math.sign(Number(run)) * amount(Math.abs(Number(run)))));
  } catch (error) {
    throw new BadReport((error as Error).message);
  }
}
