import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { gatewaySettings, startGateway } from '@banyan/gateway';
import {
  createLog,
  newTraceId,
  type RequestContext,
  type Running,
  readConfig,
  startSubgraph,
  subgraphSettings,
} from '@banyan/kit';
import { compose } from '@banyan/kit/composition';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Keys, makeKeys } from '../dev/keys.ts';
import type { GatewayContext } from '../gateway/context.ts';
import { createDataSource } from '../gateway/dataSource.ts';
import { createSubgraphSigner } from '../gateway/identity/subgraphToken.ts';
import { keepSupergraph } from '../gateway/supergraph/kept.ts';
import { usageReporting } from '../gateway/usage/reporting.ts';
import { usageSettings } from '../gateway/usage/settings.ts';
import { apiKey, startUsageWorld, type UsageWorld } from './usageWorld.ts';

const log = createLog('gateway', 'silent');
const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const subgraphs = {
  people: {
    sdl: `${link} type Query { people(order: Order): [Person!]! } enum Order { NEW OLD } type Person @key(fields: "id") { id: ID! name: String! }`,
    resolvers: {
      Query: { people: () => [{ id: '1' }, { id: '2' }] },
      Person: { name: () => 'me' },
    },
  },
  posts: {
    sdl: `${link} type Person @key(fields: "id") { id: ID! posts: [String] broken: String }`,
    resolvers: {
      Person: {
        posts: () => ['one', 'two'],
        broken: () => {
          throw new Error('as it should');
        },
      },
    },
  },
};

let world: UsageWorld;
const running: Running[] = [];
let keys: Keys;
let authorization: string;
let supergraphSdl: string;

beforeAll(async () => {
  world = await startUsageWorld();
  keys = await makeKeys();
  const config = { ...readConfig(subgraphSettings, { ...keys }), PORT: 0 };
  authorization = `Bearer ${await createSubgraphSigner(JSON.parse(keys.GATEWAY_SIGNING_JWK))(undefined, '127.0.0.1')}`;
  const schemas = [];
  for (const [name, { sdl, resolvers }] of Object.entries(subgraphs)) {
    const context = (request: RequestContext) => request;
    const service = { name, schema: sdl, resolvers, context, ready: async () => undefined };
    const started = await startSubgraph<RequestContext>(service, config, log);
    running.push(started);
    schemas.push({ name, url: `${started.url}/graphql`, sdl });
  }
  const build = compose(schemas);
  if (!build.ok) throw new Error(JSON.stringify(build.errors));
  supergraphSdl = build.supergraphSdl;
});
afterAll(async () => {
  await Promise.all(running.map((service) => service.stop()));
  await world.stop();
});

const query = 'query All { people(order: NEW) { name posts broken } }';

async function askThroughGateway(url: string, graphRef: string, sample: string, times: number) {
  const env = { APOLLO_KEY: apiKey, APOLLO_GRAPH_REF: graphRef, APOLLO_USAGE_ENDPOINT: url, USAGE_SAMPLE: sample };
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name, url: at }) => createDataSource(name, at ?? '', 10_000),
    logger: log,
  });
  const plugins = [usageReporting<GatewayContext>(usageSettings.parse(env), log)];
  const server = new ApolloServer<GatewayContext>({ gateway, plugins, logger: log, stopOnTerminationSignals: false });
  await server.start();
  for (let n = 0; n < times; n++) {
    const contextValue: GatewayContext = {
      ...{
        authorization,
        identity: '',
        personKey: '',
        correlationId: newTraceId(),
        deadline: Number.POSITIVE_INFINITY,
      },
      ...{ log, method: 'POST', headers: {}, renewed: async () => contextValue },
    };
    const { body } = await server.executeOperation({ query }, { contextValue });
    expect(body).toMatchObject({
      singleResult: { data: { people: [{ name: 'me', posts: ['one', 'two'], broken: null }, {}] } },
    });
    // What subgraphs tell the gateway stays there.
    expect(JSON.stringify(body)).not.toContain('ftv1');
  }
  await server.stop();
}

/** Our own gateway, which follows a registry that is away and begins with what it has kept. */
async function startOwn(settings: NodeJS.ProcessEnv) {
  const folder = await mkdtemp(join(tmpdir(), 'banyan-kept-'));
  const graphRef = settings.APOLLO_GRAPH_REF ?? '';
  await keepSupergraph(folder, graphRef).write(supergraphSdl);
  const env = {
    ...keys,
    ...{ PORT: '0', LOG_LEVEL: 'silent', SUPERGRAPH_KEPT_IN: folder, APOLLO_KEY: apiKey, SUBGRAPH_TIMEOUT_MS: '10000' },
    ...{ APOLLO_SCHEMA_CONFIG_DELIVERY_ENDPOINT: 'http://127.0.0.1:1', ...settings },
  };
  const gateway = await startGateway(readConfig(gatewaySettings, env));
  return {
    ask: (headers: Record<string, string> = {}) =>
      fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      }).then((response) => response.json()),
    async stop() {
      await gateway.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const usesOf = async (usage: Awaited<ReturnType<UsageWorld['start']>>['usage'], graphRef: string) =>
  (await usage.fieldUse(graphRef, 0, Date.now() + 1)).map(({ parentType, field, requests, executions, errors }) => [
    `${parentType}.${field}`,
    requests,
    executions,
    errors,
  ]);

test('the fields of every subgraph are reported, with executions and errors', async () => {
  const { url, usage } = await world.start();
  await askThroughGateway(url, 'shop@traced', '1', 5);
  expect(await usesOf(usage, 'shop@traced')).toEqual([
    ['Person.broken', 5, 10, 10],
    // Nobody asks for it: it is the key by which the gateway asks the other subgraph.
    ['Person.id', 0, 10, 0],
    ['Person.name', 5, 10, 0],
    ['Person.posts', 5, 10, 0],
    ['Query.people', 5, 5, 0],
  ]);
  expect((await usage.fieldUse('shop@traced', 0, Date.now() + 1))[0]?.p95Ms).toBeGreaterThanOrEqual(0);
  const [operation] = await usage.operationStats('shop@traced', 0, Date.now() + 1);
  expect(operation).toMatchObject({
    name: 'All',
    signature: 'query All{people(order:NEW){broken name posts}}',
    requests: 5,
    errors: 5,
  });
});

test('a gateway that traces nothing still tells which fields are asked for', async () => {
  const { url, usage } = await world.start();
  await askThroughGateway(url, 'shop@untraced', '0', 5);
  expect(
    (await usesOf(usage, 'shop@untraced')).map(([field, requests, executions]) => [field, requests, executions]),
  ).toEqual([
    ['Person.broken', 5, 0],
    ['Person.name', 5, 0],
    ['Person.posts', 5, 0],
    ['Query.people', 5, 0],
  ]);
});

// The lean front answers the one that accepts anything, Apollo Server the other.
test.each(['*/*', 'application/json;q=0.9'])('our own executor reports the same, to who accepts %s', async (accept) => {
  const { url, usage } = await world.start();
  const graphRef = `shop@own-${accept.length}`;
  const gateway = await startOwn({ APOLLO_GRAPH_REF: graphRef, APOLLO_USAGE_ENDPOINT: url, USAGE_SAMPLE: '1' });
  for (let n = 0; n < 5; n++) {
    const answer = await gateway.ask({ accept });
    expect(answer).toMatchObject({ data: { people: [{ name: 'me', posts: ['one', 'two'], broken: null }, {}] } });
    expect(JSON.stringify(answer)).not.toContain('ftv1');
  }
  await gateway.stop();
  const asked = [5, 10];
  expect(await usesOf(usage, graphRef)).toEqual([
    ['Person.broken', ...asked, 10],
    ['Person.id', 0, 10, 0],
    ['Person.name', ...asked, 0],
    ['Person.posts', ...asked, 0],
    ['Query.people', 5, 5, 0],
  ]);
});

test('a request is one trace of OpenTelemetry, which the subgraphs go on with', async () => {
  interface Span {
    name: string;
    traceId: string;
    spanId: string;
    parentSpanId?: string;
  }
  const spans: Span[] = [];
  const collector = createServer(async (request, response) => {
    const { resourceSpans } = (await json(request)) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
    spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const { port } = collector.address() as AddressInfo;
  const gateway = await startOwn({
    APOLLO_GRAPH_REF: 'shop@spans',
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
    OTEL_TRACES_SAMPLER_ARG: '1',
  });
  const [traceId, parent] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7'];
  await gateway.ask({ traceparent: `00-${traceId}-${parent}-00` });
  await gateway.stop();
  collector.close();
  const root = spans.find(({ name }) => name === 'query All');
  expect(root).toMatchObject({ traceId, parentSpanId: parent });
  const below = spans.filter(({ parentSpanId }) => parentSpanId === root?.spanId).map(({ name }) => name);
  expect(below.sort()).toEqual(['fetch people', 'fetch posts', 'plan']);
});
