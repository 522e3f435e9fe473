import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type IFieldStat, type ITracesAndStats, Report } from '@apollo/usage-reporting-protobuf';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { createHttp, createLog, listen } from '@banyan/kit';
import { startAws } from '../../dev/aws/aws.ts';
import { awsEnvironment } from '../../dev/services.ts';
import { startUsage, usageSettings } from '../../registry/usage/usage.ts';

/**
 * `npm run bench:registry`: the time to take the reports of 1,000,000 requests of 1,000 distinct operations, as four gateways send
 * them in 25 batches each, and what is then stored. Afterwards one report for each request, as a serverless function would send it.
 */

const operations = 1_000;
const requests = 1_000_000;
const reports = 100;
const singles = 5_000;
const senders = 4;
const singleSenders = 200;
const limitMs = 120_000;
const graphRef = 'bench@current';
const clients = ['web', 'ios', 'android'];

const path = await mkdtemp(join(tmpdir(), 'banyan-bench-'));
const aws = await startAws({ path, dynamodbPort: 0, kinesisPort: 0, s3Port: 0, buckets: [] });
const port = (url: string) => Number(new URL(url).port);
const ports = { DynamoDB: port(aws.dynamodbUrl), Kinesis: port(aws.kinesisUrl), S3: port(aws.s3Url) };
Object.assign(process.env, awsEnvironment(ports));
const table = 'bench-registry-usage';
const log = createLog('bench', 'warn');
const usage = await startUsage(table, usageSettings.parse({}), log);
const app = createHttp(log, async () => undefined);
usage.addRoutes(app, async () => true);
const url = await listen(app, '127.0.0.1', 0);

/** Fields of 200 types; an operation takes 24 of them, one execution in a hundred is traced. */
const typesOf = (operation: number) => Array.from({ length: 4 }, (_, n) => `Type${(operation * 7 + n * 53) % 200}`);
const fieldsOf = (type: string) => Array.from({ length: 6 }, (_, n) => `${type.toLowerCase()}Field${n}`);

/** Latencies spread over some twenty buckets, so many in all. */
function latencyOf(count: number): number[] {
  const buckets = new Array<number>(20).fill(0);
  for (let n = 0; n < count; n++) {
    const at = Math.floor((Math.random() + Math.random()) * 10);
    buckets[at] = (buckets[at] ?? 0) + 1;
  }
  return [-70, ...buckets];
}

function statsOf(operation: number, requestCount: number, clientName: string) {
  const stat: IFieldStat = {
    returnType: 'String',
    observedExecutionCount: 1,
    estimatedExecutionCount: 100,
    latencyCount: [-40, 100],
  };
  const perTypeStat = Object.fromEntries(
    typesOf(operation).map((type) => [
      type,
      { perFieldStat: Object.fromEntries(fieldsOf(type).map((field) => [field, stat])) },
    ]),
  );
  const queryLatencyStats = { requestCount, latencyCount: latencyOf(requestCount), requestsWithErrorsCount: 0 };
  return { context: { clientName, clientVersion: '1.0' }, queryLatencyStats, perTypeStat };
}

/** A report of so many requests of each of these operations. */
function bodyOf(of: readonly number[], each: number, number: number): Uint8Array<ArrayBuffer> {
  const entries = of.map((operation): [string, ITracesAndStats] => {
    const types = typesOf(operation);
    const text = types.map((type) => `${type.toLowerCase()}{${fieldsOf(type).join(' ')}}`).join('');
    const clientName = clients[(operation + number) % clients.length] ?? '';
    const referencedFieldsByType = Object.fromEntries(types.map((type) => [type, { fieldNames: fieldsOf(type) }]));
    const key = `# Operation${operation}\nquery Operation${operation}{${text}}`;
    return [key, { statsWithContext: [statsOf(operation, each, clientName)], referencedFieldsByType }];
  });
  const header = { graphRef, hostname: `gateway ${number}` };
  const endTime = { seconds: Math.floor(Date.now() / 1_000), nanos: number };
  const bytes = Report.encode({
    header,
    endTime,
    operationCount: of.length * each,
    tracesPerQuery: Object.fromEntries(entries),
  });
  return new Uint8Array(gzipSync(bytes.finish()));
}

/** Sends all, so many at once, again what is refused for now. @returns how long it took, in milliseconds. */
async function sendAll(bodies: readonly Uint8Array<ArrayBuffer>[], atOnce: number): Promise<number> {
  const left = [...bodies];
  const headers = { 'x-api-key': 'bench', 'content-encoding': 'gzip' };
  const start = performance.now();
  const send = async () => {
    for (let body = left.pop(); body; body = left.pop()) {
      const { status } = await fetch(`${url}/api/ingress/traces`, { method: 'POST', headers, body });
      if (status === 503) left.push(body);
      else if (status !== 200) throw new Error(`a report was answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, send));
  return performance.now() - start;
}

async function stored(): Promise<string> {
  let [items, bytes] = [0, 0];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const answer = await usage.store.client.send(new ScanCommand({ TableName: table, ExclusiveStartKey }));
    const kept = (answer.Items ?? []).filter(({ sk }) => sk !== 'REPORT');
    items += kept.length;
    for (const { pk, sk, rows, signature, name = '' } of kept)
      bytes += pk.length + sk.length + name.length + (rows ?? signature ?? []).length;
    ExclusiveStartKey = answer.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return `${items} items, ${Math.round(bytes / 1_024)} KiB`;
}

async function counted(): Promise<number> {
  const sent = await usage.operationsIn(graphRef, 0, Date.now() + 1);
  return sent.reduce((sum, { clients: of }) => sum + of.reduce((all, { count }) => all + count, 0), 0);
}

const all = Array.from({ length: operations }, (_, n) => n);
const each = requests / operations / reports;
const batches = Array.from({ length: reports }, (_, n) => bodyOf(all, each, n));
const kib = Math.round(batches.reduce((sum, { length }) => sum + length, 0) / reports / 1_024);
console.log(`Usage reports, ${new Date().toISOString().slice(0, 10)}, Node ${process.version}`);

const ms = await sendAll(batches, senders);
console.log(
  `${requests} requests of ${operations} operations in ${reports} reports of ${kib} KiB: ${Math.round(ms)} ms, ` +
    `${Math.round((requests / ms) * 1_000)} requests/s, ${Math.round(ms / reports)} ms a report`,
);
console.log(`stored: ${await stored()} (and a mark for each report, for an hour)`);
const asking = performance.now();
const sum = await counted();
console.log(`asked for the operations of all hours: ${Math.round(performance.now() - asking)} ms, ${sum} requests`);

const one = await sendAll(
  Array.from({ length: singles }, (_, n) => bodyOf([n % operations], 1, reports + n)),
  singleSenders,
);
console.log(
  `${singles} reports of one request each: ${Math.round(one)} ms, ${Math.round((singles / one) * 1_000)} reports/s`,
);
console.log(`stored: ${await stored()}`);

const right = sum === requests && (await counted()) === requests + singles;
await app.close();
await usage.stop();
await aws.close();
await rm(path, { recursive: true, force: true });
if (!right) throw new Error('not every request was counted once');
if (ms > limitMs) throw new Error(`it took longer than ${limitMs} ms`);
