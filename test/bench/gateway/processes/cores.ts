import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Which core is the gateways', and which that of the load and the subgraphs. */
export interface Cores {
  gateway: number;
  load: number;
}

/** The first two cores that we may use, or why processes cannot be bound to them. */
export function findCores(): Cores | string {
  if (spawnSync('taskset', ['--version']).error) return 'taskset is not installed';
  const allowed = /^Cpus_allowed_list:\s*(.*)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '';
  const [gateway, load] = allowed.split(',').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  return gateway === undefined || load === undefined ? 'there is only one core' : { gateway, load };
}

/** Binds this process, and what it starts from now on, to the load's core. */
export function bindSelf({ load }: Cores): void {
  const { status, stderr } = spawnSync('taskset', [
    '--all-tasks',
    '--cpu-list',
    '--pid',
    String(load),
    String(process.pid),
  ]);
  if (status !== 0) throw new Error(`this process cannot be bound to core ${load}: ${stderr}`);
}

/** @returns the command that runs on the gateways' core. */
export const onGatewayCore = (cores: Cores | string, command: readonly string[]): readonly string[] =>
  typeof cores === 'string' ? command : ['taskset', '--cpu-list', String(cores.gateway), ...command];
