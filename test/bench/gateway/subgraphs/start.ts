import { join } from 'node:path';
import { startProcess, stopProcess } from '../processes/children.ts';

/** The process with the subgraphs, seen from outside. */
export interface Subgraphs {
  url: string;
  pid: number;
  /** How many requests subgraphs have had so far. */
  requests(): Promise<number>;
  /** Whether the bytes of an answer are never the same twice, though it says the same. */
  setChanging(isChanging: boolean): void;
  stop(): Promise<void>;
}

export async function startSubgraphs(): Promise<Subgraphs> {
  const child = startProcess([process.execPath, join(import.meta.dirname, 'main.ts')], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let waiting = Promise.withResolvers<number>();
  child.on('message', (number) => waiting.resolve(Number(number)));
  child.once('exit', () => waiting.reject(new Error('the subgraphs have ended')));
  const url = `http://127.0.0.1:${await waiting.promise}`;
  return {
    url,
    pid: child.pid ?? 0,
    async requests() {
      waiting = Promise.withResolvers<number>();
      child.send('requests');
      return waiting.promise;
    },
    setChanging(isChanging) {
      child.send(isChanging ? 'changing' : 'constant');
    },
    stop: () => stopProcess(child),
  };
}
