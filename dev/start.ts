import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Child, startChild } from './child.ts';
import { loadKeys } from './keys.ts';
import { takenPorts } from './ports.ts';
import { listServices, type Service } from './services.ts';

/** Starts the whole house on one machine, each part a process, and stops it in reverse order on Ctrl-C. */

const startedAt = performance.now();
const seconds = () => `${((performance.now() - startedAt) / 1_000).toFixed(1)} s`;
const say = (line: string) => process.stdout.write(`${line}\n`);
const startLimitMs = 60_000;

const dataDir = resolve(process.env.DATA_DIR || '.data');
const services = listServices(process.env, dataDir, await loadKeys(resolve(dataDir, 'keys')));

const taken = await takenPorts(services);
if (taken.length > 0) {
  process.stderr.write(`${taken.join('\n')}\n`);
  process.exit(1);
}

const children: Child[] = [];
let stopping: Promise<void> | undefined;

async function stopAll() {
  say('\nStopping …');
  const [aws, ...rest] = children;
  const gateway = rest.pop();
  await gateway?.stop();
  await Promise.all(rest.map((child) => child.stop()));
  await aws?.stop();
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

say('Starting Banyan …');
try {
  const [aws, ...rest] = services;
  if (aws) await start(aws);
  await Promise.all(rest.map(start));
} catch (error) {
  process.stderr.write(
    `Banyan did not start: ${(error as Error).message}. Its log is in ${resolve(dataDir, 'logs')}.\n`,
  );
  await stopAll();
  process.exit(1);
}

if (!stopping) {
  say(`Banyan is up after ${seconds()}. Open ${services.at(-1)?.addresses[0]} in a browser; stop with Ctrl-C.`);
  say(`Data and logs are in ${dataDir}. A small world to look at: "npm run seed" in another terminal.`);
}
