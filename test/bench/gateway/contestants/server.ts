import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startProcess, stopProcess } from '../processes/children.ts';
import { type Cores, onGatewayCore } from '../processes/cores.ts';
import type { Contestant, World } from './contestant.ts';

const startMs = 60_000;

/** A contestant that runs. */
export interface Server {
  contestant: Contestant;
  port: number;
  pid: number;
  stop(): Promise<void>;
}

/**
 * Starts a contestant on the gateways' core. All get the same few variables and nothing else of our environment; what they print goes to a
 * file, which costs them what it costs in production and us nothing.
 */
export async function startServer(contestant: Contestant, world: World, cores: Cores | string): Promise<Server> {
  const port = await freePort();
  const { argv, cwd, env } = contestant.command(world, port);
  const logs = join(world.folder, 'logs');
  await mkdir(logs, { recursive: true });
  const file = join(logs, `${contestant.name}.log`);
  const log = openSync(file, 'w');
  const { PATH = '', HOME = '' } = process.env;
  const child = startProcess(onGatewayCore(cores, argv), {
    cwd,
    env: { PATH, HOME, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', log, log],
  });
  closeSync(log);

  const output = () => readFile(file, 'utf8');
  const deadline = Date.now() + startMs;
  while (!(await answers(port))) {
    const hasEnded = child.exitCode !== null || child.signalCode !== null;
    if (hasEnded || Date.now() > deadline)
      throw new Error(`${contestant.name} did not start:\n${(await output()).slice(-2_000)}`);
    await wait(100);
  }
  const objection = contestant.objection?.(await output());
  if (objection) throw new Error(`${contestant.name}: ${objection}`);
  return { contestant, port, pid: child.pid ?? 0, stop: () => stopProcess(child) };
}

async function answers(port: number): Promise<boolean> {
  const headers = { 'content-type': 'application/json', connection: 'close' };
  const body = JSON.stringify({ query: '{ __typename }' });
  const answer = fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body });
  return answer.then(
    ({ ok }) => ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await once(server.close(), 'close');
  return port;
}
