import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Child, startChild } from './child.ts';
import { loadKeys, readIfThere, writeSecret } from './keys.ts';
import { takenPorts } from './ports.ts';
import { createRegistryClient, keepPublished } from './publish.ts';
import { listServices, type Service, supergraphFile } from './services.ts';

/** Starts the whole house on one machine, each part a process, and stops it in reverse order on Ctrl-C. */

const startedAt = performance.now();
const seconds = () => `${((performance.now() - startedAt) / 1_000).toFixed(1)} s`;
const say = (line: string) => process.stdout.write(`${line}\n`);
const startLimitMs = 60_000;

const dataDir = resolve(process.env.DATA_DIR || '.data');
const keysDir = resolve(dataDir, 'keys');
const keys = await loadKeys(keysDir);
const source = supergraphFile(process.env);
// A supergraph that is composed already has no subgraphs that could be published.
const isManaged = !process.argv.includes('--no-registry') && !source.endsWith('.graphql');
const { aws, registry, subgraphs, gateway } = listServices(process.env, dataDir, keys, isManaged);

const taken = await takenPorts([aws, ...(registry ? [registry] : []), ...subgraphs, gateway]);
if (taken.length > 0) {
  process.stderr.write(`${taken.join('\n')}\n`);
  process.exit(1);
}

const children: Child[] = [];
let stopping: Promise<void> | undefined;
let publisher: { close(): void } | undefined;

async function stopAll() {
  say('\nStopping …');
  publisher?.close();
  const at = (wanted: Service) => children.find(({ service }) => service.name === wanted.name);
  await at(gateway)?.stop();
  const rest = children.filter(({ service }) => service.name !== aws.name && service.name !== gateway.name);
  await Promise.all(rest.map((child) => child.stop()));
  await at(aws)?.stop();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopping ??= stopAll().then(() => process.exit(0));
  });
}

const start = (service: Service) => {
  const child = startChild(service, resolve(dataDir, 'logs'), say);
  children.push(child);
  const fails = child.failed.then(() => {
    throw new Error(`${service.name} ended before it was ready`);
  });
  return Promise.race([ready(child), fails]);
};

/** Ends when a service answers; says so with its addresses and its process. */
async function ready({ service, pid, markReady }: Child): Promise<void> {
  const { name, addresses, readyUrls } = service;
  const limit = Date.now() + startLimitMs;
  for (const url of readyUrls) {
    while (!stopping && !(await answers(url))) {
      if (Date.now() > limit) throw new Error(`${name} is not ready after ${startLimitMs / 1_000} s`);
      await wait(50);
    }
  }
  if (stopping) return;
  markReady();
  for (const address of addresses) say(`  ${name.padEnd(13)} ${address.padEnd(34)} pid ${pid()}`);
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

/** Publishes the schemas, now and whenever they change, and gives the gateway a key with which it may follow them. */
async function followRegistry({ ports }: Service): Promise<void> {
  const url = `http://127.0.0.1:${ports.registry}/graphql`;
  const client = createRegistryClient(url, keys.REGISTRY_BOOTSTRAP_KEY);
  const file = resolve(keysDir, 'gateway.key');
  const kept = await readIfThere(file);
  const isKnown = kept !== undefined && (await createRegistryClient(url, kept).isKnown());
  const key = isKnown ? kept : await client.createGatewayKey(process.env.REGISTRY_ORGANIZATION || 'banyan');
  if (!isKnown) await writeSecret(file, key);
  await writeSecret(resolve(keysDir, 'registry.key'), keys.REGISTRY_BOOTSTRAP_KEY);
  gateway.env.APOLLO_KEY = key;
  publisher = await keepPublished(client, source, gateway.env, say);
}

say('Starting Banyan …');
try {
  await start(aws);
  const followed = registry && start(registry).then(() => (stopping ? undefined : followRegistry(registry)));
  await Promise.all([followed, ...subgraphs.map(start)]);
  if (!stopping) await start(gateway);
} catch (error) {
  process.stderr.write(
    `Banyan did not start: ${(error as Error).message}. Its log is in ${resolve(dataDir, 'logs')}.\n`,
  );
  await stopAll();
  process.exit(1);
}

if (!stopping) {
  say(`Banyan is up after ${seconds()}. Open ${gateway.addresses[0]} in a browser; stop with Ctrl-C.`);
  if (registry)
    say(`Rover: APOLLO_REGISTRY_URL=${registry.addresses[0]} APOLLO_KEY="$(cat ${join(keysDir, 'registry.key')})"`);
  say(`Data and logs are in ${dataDir}. A small world to look at: "npm run seed" in another terminal.`);
}
