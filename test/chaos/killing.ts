import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../../dev/random.ts';
import { isAlive, type Ports, type Program } from '../harness/program.ts';

const killEveryMs = 2_500;
/** A slow machine must get on too: with so many away, no other is killed. */
const maxAway = 2;

/** Who is killed, by what answers when it is there. */
const lifeSigns = (ports: Ports): [service: string, url: string][] => [
  ['aws', `http://127.0.0.1:${ports.DYNAMODB_PORT}/`],
  ['user', `http://127.0.0.1:${ports.USER_PORT}/health/live`],
  ['feed', `http://127.0.0.1:${ports.FEED_PORT}/health/live`],
  ['spam', `http://127.0.0.1:${ports.SPAM_PORT}/health/live`],
  ['photo', `http://127.0.0.1:${ports.PHOTO_PORT}/health/live`],
  ['notification', `http://127.0.0.1:${ports.NOTIFICATION_PORT}/health/live`],
];

const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(1_000) }).then(
    async (response) => {
      await response.text();
      return true;
    },
    () => false,
  );

/** Kills a service (-9), if it lives. The launcher starts it again. */
export function kill(program: Program, service: string): void {
  const pid = program.pids().get(service);
  if (pid && isAlive(pid)) process.kill(pid, 'SIGKILL');
}

/** Kills a service now and then. @returns what stops it. */
export function startKilling(program: Program, ports: Ports, random: Random): () => Promise<void> {
  const stopping = new AbortController();
  const victims = lifeSigns(ports);
  const run = async () => {
    while (!stopping.signal.aborted) {
      await wait(killEveryMs, undefined, { signal: stopping.signal }).catch(() => {});
      const present = await Promise.all(victims.map(([, url]) => answers(url)));
      const away = present.filter((is) => !is).length;
      if (!stopping.signal.aborted && away < maxAway) kill(program, random.pick(victims)[0]);
    }
  };
  const running = run();
  return async () => {
    stopping.abort();
    await running;
  };
}
