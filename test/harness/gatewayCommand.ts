import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { until } from './client.ts';

const main = resolve(import.meta.dirname, '../../gateway/command/main.ts');

/** The gateway's command, as a person types it. */
export interface Command {
  child: ChildProcess;
  output(): string;
  errors(): string;
  /** The address that it prints. */
  endpoint(): Promise<string>;
  ended: Promise<number | null>;
}

const commands = new Set<Command>();
/** Nothing of the shell that runs the tests is to say anything to it. */
const { PATH, HOME } = process.env;

export function start(args: string[], env: NodeJS.ProcessEnv = {}): Command {
  const child = spawn(process.execPath, [main, ...args], { env: { PATH, HOME, ...env }, cwd: tmpdir() });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const command: Command = {
    child,
    output: () => output,
    errors: () => errors,
    ended: once(child, 'close').then(([code]) => code),
    endpoint: () =>
      until('it prints its address', async () => {
        if (child.exitCode !== null) throw new Error(`it ended: ${output}${errors}`);
        return /http:\S+\/graphql/.exec(output)?.[0];
      }),
  };
  commands.add(command);
  return command;
}

/** What it says and leaves with, where it does not stay. */
export async function refused(args: string[], env: NodeJS.ProcessEnv = {}) {
  const command = start(args, env);
  const code = await command.ended;
  return { code, output: command.output(), errors: command.errors() };
}

/** Nothing that a test has started outlives it. */
export function endAll(): void {
  for (const { child } of commands) child.kill('SIGKILL');
}
