import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { until } from './client.ts';

const root = resolve(import.meta.dirname, '../..');

const portVariables = [
  'GATEWAY_PORT',
  'USER_PORT',
  'FEED_PORT',
  'SPAM_PORT',
  'PHOTO_PORT',
  'NOTIFICATION_PORT',
  'REGISTRY_PORT',
  'DYNAMODB_PORT',
  'KINESIS_PORT',
  'S3_PORT',
] as const;

export type Ports = Record<(typeof portVariables)[number], string>;

/** Ports that nobody listens on now, one for each part of the house. */
export async function freePorts(): Promise<Ports> {
  const servers = await Promise.all(
    portVariables.map(async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => String((server.address() as AddressInfo).port));
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return Object.fromEntries(portVariables.map((name, index) => [name, ports[index]])) as Ports;
}

/** `npm start`, as a person types it. */
export interface Program {
  process: ChildProcess;
  /** What it has printed. */
  output(): string;
  /** Ends when it has printed this. */
  printed(text: string): Promise<void>;
  endpoint: string;
  /** The lines of a service's log. */
  log(service: string): Promise<Record<string, unknown>[]>;
  /** The processes that it has started, by service. */
  pids(): Map<string, number>;
  /** Ctrl-C; ends when it has ended. */
  interrupt(): Promise<void>;
  /** kill -9 of all of it at once. */
  killAll(): Promise<void>;
}

/** @param args what comes after `npm start --`. */
export function startProgram(
  dataDir: string,
  ports: Ports,
  { args = [], env = {} }: { args?: string[]; env?: NodeJS.ProcessEnv } = {},
): Program {
  const child = spawn('npm', ['start', '--silent', '--', ...args], {
    cwd: root,
    env: { ...process.env, ...ports, DATA_DIR: dataDir, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const ended = once(child, 'exit');
  const group = -(child.pid ?? 0);

  return {
    process: child,
    output: () => output,
    endpoint: `http://127.0.0.1:${ports.GATEWAY_PORT}/graphql`,
    async printed(text) {
      await until(`"${text}" is printed`, async () => output.includes(text) || child.exitCode !== null, 60_000);
      if (!output.includes(text)) throw new Error(`it ended without "${text}":\n${output}`);
    },
    async log(service) {
      const lines = (await readFile(join(dataDir, 'logs', `${service}.log`), 'utf8')).split('\n');
      return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
    },
    pids() {
      const started = output.matchAll(/^ {2}(\w+) .* pid (\d+)$/gm);
      const again = output.matchAll(/^(\w+) runs again \(pid (\d+)\)/gm);
      return new Map([...started, ...again].map(([, name = '', pid]) => [name, Number(pid)]));
    },
    async interrupt() {
      process.kill(group, 'SIGINT');
      await ended;
    },
    async killAll() {
      process.kill(group, 'SIGKILL');
      for (const pid of [...this.pids().values()].filter(isAlive)) process.kill(pid, 'SIGKILL');
      await ended;
    },
  };
}

/** Whether a process with this id is still there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
