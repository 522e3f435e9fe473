import { readFile } from 'node:fs/promises';

/** What Linux counts processor time in. */
const msPerTick = 10;

/** What a process has used so far; undefined where there is no `/proc`. */
export async function cpuMs(pid: number): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The name in the second place can hold anything, the rest are numbers: user and system time are the 14th and 15th.
  const [user, system] =
    stat
      ?.slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number) ?? [];
  return user === undefined || system === undefined ? undefined : (user + system) * msPerTick;
}

/** The memory that a process holds now, in MiB. */
export async function memoryMib(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kib = /^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1];
  return kib === undefined ? undefined : Number(kib) / 1_024;
}
