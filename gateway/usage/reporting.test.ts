import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { ApolloServer } from '@apollo/server';
import { type IReport, Report } from '@apollo/usage-reporting-protobuf';
import { createLog } from '@banyan/kit';
import { afterEach, describe, expect, test } from '@jest/globals';
import { usageReporting } from './reporting.ts';
import { usageSettings } from './settings.ts';

const typeDefs = 'enum Order { NEW OLD } type Query { posts(order: Order, first: Int): [String] }';
const query = 'query Posts { posts(order: NEW, first: 7) }';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A registry's stand-in: what it was sent, and when it was asked. */
async function startRegistry(answer: RequestListener) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that reports, with what it logs. */
async function startServer(env: Record<string, string>) {
  const lines: { level: number; msg: string }[] = [];
  const log = createLog('gateway', 'info', { write: (line: string) => void lines.push(JSON.parse(line)) });
  const config = usageSettings.parse({ APOLLO_KEY: 'key', APOLLO_GRAPH_REF: 'shop@current', ...env });
  const resolvers = { Query: { posts: () => ['one'] } };
  const plugins = [usageReporting(config, log)];
  const server = new ApolloServer({ typeDefs, resolvers, plugins, stopOnTerminationSignals: false });
  await server.start();
  const ask = async (client = 'web') => {
    const headers = new Map([['apollographql-client-name', client]]) as never;
    const http = { method: 'POST', headers, search: '', body: {} };
    const { body } = await server.executeOperation({ query, http });
    return body.kind === 'single' ? body.singleResult : undefined;
  };
  return { server, ask, lines, stop: () => server.stop() };
}

async function reportsOf(
  env: Record<string, string>,
  use: (ask: (client?: string) => Promise<unknown>) => Promise<void>,
) {
  const reports: (IReport & { key?: string | string[] })[] = [];
  const url = await startRegistry(async (request, response) => {
    const body = await buffer(request);
    reports.push({ ...Report.decode(gunzipSync(body)), key: request.headers['x-api-key'] });
    response.end();
  });
  const { ask, stop } = await startServer({ APOLLO_USAGE_ENDPOINT: `${url}/`, ...env });
  await use(ask);
  await stop();
  return reports;
}

const figures = (report?: IReport) => {
  const [[key, entry] = []] = Object.entries(report?.tracesPerQuery ?? {});
  const stats = (entry?.statsWithContext ?? []) as {
    context?: { clientName?: string };
    queryLatencyStats?: { requestCount?: unknown };
    perTypeStat?: object;
  }[];
  return { key, entry, stats, requests: stats.map(({ queryLatencyStats }) => Number(queryLatencyStats?.requestCount)) };
};

describe('what is reported', () => {
  test('every request, under our signature, in one report, whatever share is traced', async () => {
    const reports = await reportsOf({ USAGE_SAMPLE: '0' }, async (ask) => {
      for (let n = 0; n < 20; n++) await ask();
    });
    expect(reports).toHaveLength(1);
    expect(reports[0]?.key).toBe('key');
    expect(reports[0]?.header?.graphRef).toBe('shop@current');
    const { key, entry, stats, requests } = figures(reports[0]);
    expect(key).toBe('# Posts\nquery Posts{posts(first:0 order:NEW)}');
    expect(requests).toEqual([20]);
    expect(entry?.referencedFieldsByType?.Query?.fieldNames).toEqual(['posts']);
    expect(stats[0]?.perTypeStat).toEqual({});
  });

  test('with every field of the share that is traced', async () => {
    const [report] = await reportsOf({ USAGE_SAMPLE: '1' }, async (ask) => {
      for (let n = 0; n < 3; n++) await ask();
    });
    const { stats, requests } = figures(report);
    expect(requests).toEqual([3]);
    expect(stats[0]?.perTypeStat).toMatchObject({ Query: { perFieldStat: { posts: {} } } });
  });

  test('a client under its own name, cut where it goes on for long', async () => {
    const [report] = await reportsOf({}, async (ask) => {
      await ask('ios');
      await ask('x'.repeat(9_000));
    });
    expect(figures(report).stats.map(({ context }) => context?.clientName)).toEqual(['ios', 'x'.repeat(64)]);
  });
});

describe('what costs no request', () => {
  test('a registry that is away: said once, and when it is back', async () => {
    let away = true;
    let refusals = 0;
    const url = await startRegistry((_request, response) => {
      if (away) refusals++;
      response.writeHead(away ? 503 : 200).end();
    });
    const { ask, lines, stop } = await startServer({ APOLLO_USAGE_ENDPOINT: url, USAGE_INTERVAL_MS: '5' });
    const askUntil = async (isSo: () => boolean) => {
      while (!isSo()) {
        expect(await ask()).toMatchObject({ data: { posts: ['one'] } });
        await setImmediate();
      }
    };
    const said = (level: number) => lines.filter((line) => line.level >= level).map(({ msg }) => msg);
    // Three attempts for each report, so these are several reports.
    await askUntil(() => refusals > 12);
    away = false;
    await askUntil(() => said(30).includes('usage reports arrive again'));
    await stop();
    expect(said(40)).toEqual(['usage reports do not arrive and are dropped']);
  });

  test('one that accepts and never answers: the end is not held up by it', async () => {
    const url = await startRegistry(() => {});
    const { ask, lines, stop } = await startServer({ APOLLO_USAGE_ENDPOINT: url });
    await ask();
    const start = performance.now();
    await stop();
    expect(performance.now() - start).toBeLessThan(4_500);
    expect(lines.filter(({ level }) => level >= 40)).toHaveLength(1);
  });

  test('one that nobody has named', async () => {
    const { ask, stop } = await startServer({});
    expect(await ask()).toEqual({ data: { posts: ['one'] }, errors: undefined });
    await stop();
  });
});

test.each([
  [{ APOLLO_USAGE_ENDPOINT: 'http://registry:4010//' }, 'http://registry:4010'],
  [{ APOLLO_USAGE_ENDPOINT: 'http://registry:4010/usage' }, 'http://registry:4010/usage'],
])('%j is read', (env, endpoint) => {
  expect(usageSettings.parse(env)).toMatchObject({ APOLLO_USAGE_ENDPOINT: endpoint, USAGE_SAMPLE: 0.01 });
});

test.each([{ USAGE_SAMPLE: '2' }, { USAGE_SAMPLE: 'much' }, { APOLLO_USAGE_ENDPOINT: 'registry' }])(
  '%j is refused',
  (env) => {
    expect(usageSettings.safeParse(env).success).toBe(false);
  },
);
