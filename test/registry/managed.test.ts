import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { gatewaySettings, startGateway } from '@banyan/gateway';
import { createLog, type RequestContext, type Running, readConfig, startSubgraph, subgraphSettings } from '@banyan/kit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeKeys } from '../../dev/keys.ts';
import { ask, until } from '../harness/client.ts';
import { createFiles, type Files } from './files.ts';
import { type RegistryWorld, startRegistryWorld } from './registryWorld.ts';

const log = createLog('subgraph', 'silent');
const ref = 'shop@main';
const limitMs = 30_000;

/** The schema, with a field more for each number. */
const schemaWith = (numbers: number[]) =>
  `type Query { hello(name: String): String ${numbers.map(fieldOf).join(' ')} }`;
const fieldOf = (number: number) => `field${number}: Int`;

let world: RegistryWorld;
let files: Files;
let subgraph: Running;
let keptIn: string;
let keys: NodeJS.ProcessEnv;
let gatewayKey: string;

beforeAll(async () => {
  [world, files, keptIn] = await Promise.all([
    startRegistryWorld({ UPLINK_MIN_DELAY_SECONDS: '0.2' }),
    createFiles(),
    mkdtemp(join(tmpdir(), 'banyan-kept-')),
  ]);
  keys = { ...(await makeKeys()) };
  subgraph = await startSubgraph<RequestContext>(
    {
      name: 'shop',
      schema: schemaWith(Array.from({ length: 100 }, (_, number) => number)),
      resolvers: { Query: { hello: () => 'Hello.' } },
      context: (request) => request,
      ready: async () => undefined,
    },
    { ...readConfig(subgraphSettings, keys), PORT: 0 },
    log,
  );
  await publish([]);
  const { organization } = await world.want<{ organization: { createKey: { token: string } } }>(
    `mutation { organization(id: "banyan") { createKey(name: "gateway", type: GATEWAY, resources: {
       gateways: [{ graphId: "shop", variantName: "main" }] }) { token } } }`,
  );
  gatewayKey = organization.createKey.token;
});

afterAll(async () => {
  await world?.stop();
  await subgraph?.stop();
  await files?.remove();
  await rm(keptIn, { recursive: true, force: true });
});

/** What rover does, without its process. */
async function publish(numbers: number[], sdl = schemaWith(numbers)): Promise<string[]> {
  const { graph } = await world.want<{ graph: { publishSubgraph: { errors: { message: string }[] } } }>(
    `mutation ($sdl: String!, $url: String!) { graph(id: "shop") {
       publishSubgraph(name: "shop", graphVariant: "main", url: $url, revision: "", activePartialSchema: { sdl: $sdl }) {
         errors { message } } } }`,
    { sdl, url: `${subgraph.url}/graphql` },
  );
  return graph.publishSubgraph.errors.map(({ message }) => message);
}

const followRegistry = (more: NodeJS.ProcessEnv = {}): Promise<Running> =>
  startGateway(
    readConfig(gatewaySettings, {
      ...keys,
      PORT: '0',
      LOG_LEVEL: 'silent',
      SUBGRAPH_TIMEOUT_MS: '20000',
      APOLLO_GRAPH_REF: ref,
      APOLLO_KEY: gatewayKey,
      APOLLO_SCHEMA_CONFIG_DELIVERY_ENDPOINT: `${world.url}/uplink`,
      APOLLO_USAGE_ENDPOINT: world.url,
      USAGE_SAMPLE: '1',
      USAGE_INTERVAL_MS: '200',
      SUPERGRAPH_KEPT_IN: keptIn,
      ...more,
    }),
  );

const knows = (gateway: Running, number: number) => async () =>
  !(await ask(`${gateway.url}/graphql`, `{ field${number} }`)).errors;

const hello = (gateway: Running) =>
  ask<{ hello: string }>(`${gateway.url}/graphql`, 'query Hello { hello }', {}, undefined, {
    'apollographql-client-name': 'web',
    'apollographql-client-version': '3',
  });

test('20 launches under load cost no request', async () => {
  const gateway = await followRegistry();
  let asked = 0;
  const failed: unknown[] = [];
  let isOver = false;
  const load = Array.from({ length: 4 }, async () => {
    while (!isOver) {
      const { data, errors, status } = await hello(gateway).catch((error) => ({
        data: null,
        errors: error,
        status: 0,
      }));
      asked++;
      if (status !== 200 || errors || data?.hello !== 'Hello.') failed.push(errors ?? status);
      await breathe();
    }
  });
  const numbers: number[] = [];
  for (let number = 1; number <= 20; number++) {
    numbers.push(number);
    expect(await publish(numbers)).toEqual([]);
    await until(`launch ${number} is served`, knows(gateway, number), limitMs);
  }
  isOver = true;
  await Promise.all(load);
  expect(failed).toEqual([]);
  expect(asked).toBeGreaterThan(100);
  await gateway.stop();
}, 120_000);

test('what does not compose changes nothing, and a rollback reaches clients', async () => {
  const gateway = await followRegistry();
  await publish([30]);
  await until('the launch is served', knows(gateway, 30), limitMs);
  expect(await publish([], 'type Query { hello(name: Nothing): String }')).not.toEqual([]);
  await publish([30, 31]);
  await until('the next one is served', knows(gateway, 31), limitMs);
  expect(await knows(gateway, 30)()).toBe(true);
  await world.want('mutation { graph(id: "shop") { variant(name: "main") { rollback { id } } } }');
  await until('the one before is served', async () => !(await knows(gateway, 31)()), limitMs);
  expect(await knows(gateway, 30)()).toBe(true);
  await gateway.stop();
});

describe('without the registry', () => {
  const nowhere = 'http://127.0.0.1:1/uplink';

  test('a gateway starts with what it kept, and serves', async () => {
    await (await followRegistry()).stop();
    const gateway = await followRegistry({ APOLLO_SCHEMA_CONFIG_DELIVERY_ENDPOINT: nowhere });
    expect((await hello(gateway)).data.hello).toBe('Hello.');
    await gateway.stop();
  });

  test('a gateway that kept nothing does not start, and says what to do', async () => {
    const settings = { APOLLO_SCHEMA_CONFIG_DELIVERY_ENDPOINT: nowhere, SUPERGRAPH_KEPT_IN: join(keptIn, 'empty') };
    await expect(followRegistry(settings)).rejects.toThrow(/Start the registry/);
  });

  test('a gateway that runs goes on, and takes up what comes after', async () => {
    const registry = await world.startAnother();
    const gateway = await followRegistry({
      APOLLO_SCHEMA_CONFIG_DELIVERY_ENDPOINT: `${registry.url}/uplink`,
      APOLLO_USAGE_ENDPOINT: registry.url,
    });
    const port = new URL(registry.url).port;
    await registry.stop();
    for (let n = 0; n < 20; n++) expect((await hello(gateway)).data.hello).toBe('Hello.');
    await publish([40]);
    const again = await world.startAnother({ PORT: port });
    await until('the launch is served', knows(gateway, 40), limitMs);
    await gateway.stop();
    await again.stop();
  });

  test('a key that was revoked follows no more, and the gateway serves on', async () => {
    const refused = await ask<{ routerConfig: object }>(
      `${world.url}/uplink`,
      'query ($key: String!) { routerConfig(ref: "shop@main", apiKey: $key) { __typename ... on FetchError { code } } }',
      { key: `banyan_${'1'.repeat(32)}_${'1'.repeat(64)}` },
    );
    expect(refused.data.routerConfig).toEqual({ __typename: 'FetchError', code: 'AUTHENTICATION_FAILED' });
    const other = await ask<{ routerConfig: object }>(
      `${world.url}/uplink`,
      'query ($key: String!) { routerConfig(ref: "other@main", apiKey: $key) { __typename ... on FetchError { code } } }',
      { key: gatewayKey },
    );
    expect(other.data.routerConfig).toEqual({ __typename: 'FetchError', code: 'ACCESS_DENIED' });
  });
});

test('what clients ask the gateway is what checks ask about', async () => {
  await publish([]);
  const gateway = await followRegistry();
  for (let n = 0; n < 7; n++) await hello(gateway);
  await gateway.stop();
  const schema = await files.write('type Query { "Another." goodbye: String }');
  const run = await world.rover(['subgraph', 'check', ref, '--name', 'shop', '--schema', schema]);
  expect(run.code).toBe(1);
  expect(run.stdout).toMatch(/Query\.hello[\s\S]*Hello \([\s\S]*web 3/);
  const { variant } = await world.want<{ variant: { usage: { fields: object[]; operations: object[] } } }>(
    `{ variant(ref: "shop@main") { ... on GraphVariant { usage {
         fields(coordinates: ["Query.hello"]) { coordinate requests executions errors latency { p50 p99 } }
         operations { name signature count errors clients { name version count } } } } } }`,
  );
  expect(variant.usage.operations).toContainEqual(
    expect.objectContaining({ name: 'Hello', signature: expect.stringContaining('hello'), errors: 0 }),
  );
  expect(variant.usage.fields).toEqual([expect.objectContaining({ coordinate: 'Query.hello', errors: 0 })]);
});

test('persisted queries are delivered by Uplink in chunks', async () => {
  const operation = { id: 'b'.repeat(64), name: 'Hello', type: 'query', body: 'query Hello { hello }' };
  const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations: [operation] };
  const file = await files.write(JSON.stringify(manifest), 'manifest.json');
  const { code } = await world.rover(['persisted-queries', 'publish', ref, '--manifest', file]);
  expect(code).toBe(0);
  interface Answer {
    persistedQueries: { __typename: string; id: string; chunks?: { id: string; urls: string[] }[] };
  }
  const poll = (ifAfterId: string | null) =>
    ask<Answer>(
      `${world.url}/uplink`,
      `query ($key: String!, $ifAfterId: ID) { persistedQueries(ref: "shop@main", apiKey: $key, ifAfterId: $ifAfterId) {
         __typename ... on PersistedQueriesResult { id chunks { id urls } } ... on Unchanged { id } } }`,
      { key: gatewayKey, ifAfterId },
    );
  const { persistedQueries } = (await poll(null)).data;
  const [chunk] = persistedQueries.chunks ?? [];
  const body = await (await fetch(chunk?.urls[0] ?? '')).json();
  expect(body).toMatchObject({ format: 'apollo-persisted-query-manifest', version: 1 });
  expect(body.operations).toMatchObject([{ id: operation.id, body: operation.body }]);
  const { data } = await poll(persistedQueries.id);
  expect(data.persistedQueries).toEqual({ __typename: 'Unchanged', id: persistedQueries.id });
});
