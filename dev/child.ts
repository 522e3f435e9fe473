import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { prettyFactory } from 'pino-pretty';
import type { Service } from './services.ts';

const warning = 40;
const firstPauseMs = 250;
const maxPauseMs = 10_000;
/** A child that ran this long had started well: its next death begins the backoff anew. */
const healthyMs = 30_000;
const stopMs = 12_000;

const pretty = prettyFactory({ colorize: process.stdout.isTTY, ignore: 'pid,hostname', translateTime: 'HH:MM:ss' });

/** A service in a process of its own, started again whenever it dies. */
export interface Child {
  service: Service;
  pid(): number | undefined;
  /** Says that it has started: from now on it is started again when it dies. */
  markReady(): void;
  /** Resolves when it dies before it was ready. */
  failed: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a service. Its log goes to a file, warnings and errors to the terminal too. It is in a process group of its own, so that
 * Ctrl-C reaches us alone and we stop things in order; when we die, the channel closes and it ends by itself.
 */
export function startChild(service: Service, logDir: string, say: (line: string) => void): Child {
  mkdirSync(logDir, { recursive: true });
  const file = createWriteStream(join(logDir, `${service.name}.log`), { flags: 'a' });
  let stopping = false;
  let ready = false;
  const failed = Promise.withResolvers<void>();
  let running: ChildProcess;
  let restarts = 0;

  function launch() {
    const startedAt = Date.now();
    const child = spawn(process.execPath, [service.main], {
      env: service.env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    running = child;
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface(stream).on('line', handleLine);
    }
    child.once('close', async (code, signal) => {
      if (stopping) return;
      if (!ready) return failed.resolve();
      if (Date.now() - startedAt > healthyMs) restarts = 0;
      const pause = Math.min(maxPauseMs, firstPauseMs * 2 ** restarts++);
      say(`${service.name} ended (${signal ?? `exit code ${code}`}). It starts again in ${pause} ms.`);
      await wait(pause);
      if (stopping) return;
      launch();
      say(`${service.name} runs again (pid ${running.pid}).`);
    });
  }

  function handleLine(line: string) {
    file.write(`${line}\n`);
    const level = /^\{"level":(\d+)/.exec(line)?.[1];
    if (level === undefined) say(`${service.name}: ${line}`);
    else if (Number(level) >= warning) process.stdout.write(pretty(line));
  }

  launch();
  return {
    service,
    pid: () => running.pid,
    failed: failed.promise,
    markReady() {
      ready = true;
    },
    async stop() {
      stopping = true;
      if (running.exitCode === null && running.signalCode === null) {
        const ended = once(running, 'exit');
        running.kill('SIGTERM');
        const timer = setTimeout(() => running.kill('SIGKILL'), stopMs);
        await ended;
        clearTimeout(timer);
      }
      file.end();
    },
  };
}
