import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const binary = resolve(import.meta.dirname, '../../node_modules/.bin/rover');
const limitMs = 60_000;

export interface RoverRun {
  /** The exit code. */
  code: number;
  stdout: string;
  stderr: string;
}

/** The stock rover, unmodified, against a registry. */
export interface Rover {
  (args: string[], options?: { key?: string; stdin?: string; env?: NodeJS.ProcessEnv }): Promise<RoverRun>;
  /** Its answer as JSON. @throws when it did not succeed. */
  json<Data>(args: string[], stdin?: string): Promise<Data>;
  close(): Promise<void>;
}

/** @param url the registry's endpoint. @param key the API key, unless a run says otherwise. */
export async function createRover(url: string, key: string): Promise<Rover> {
  const home = await mkdtemp(join(tmpdir(), 'banyan-rover-'));
  const base = {
    PATH: process.env.PATH,
    APOLLO_REGISTRY_URL: url,
    APOLLO_HOME: home,
    APOLLO_CONFIG_HOME: home,
    APOLLO_TELEMETRY_DISABLED: 'true',
    NO_COLOR: '1',
  };

  const rover: Rover = (args, { key: other = key, stdin = '', env = {} } = {}) =>
    new Promise((done) => {
      const child = execFile(
        binary,
        [...args, '--skip-update-check'],
        { env: { ...base, APOLLO_KEY: other, ...env }, timeout: limitMs, maxBuffer: 64 * 1024 * 1024 },
        (error, stdout, stderr) => done({ code: error ? Number(error.code ?? -1) : 0, stdout, stderr }),
      );
      child.stdin?.on('error', () => {});
      child.stdin?.end(stdin);
    });
  rover.json = async <Data>(args: string[], stdin?: string) => {
    const { code, stdout, stderr } = await rover([...args, '--format', 'json'], { stdin });
    if (code !== 0) throw new Error(`rover ${args.join(' ')}: ${code}\n${stdout}\n${stderr}`);
    return JSON.parse(stdout).data as Data;
  };
  rover.close = () => rm(home, { recursive: true, force: true });
  return rover;
}
