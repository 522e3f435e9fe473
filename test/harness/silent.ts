import { once } from 'node:events';
import { createServer } from 'node:http';

/** A service that hangs: it takes requests and never answers. */
export interface Silent {
  /** For how many milliseconds those who asked have waited until they gave up. */
  waited: readonly number[];
  stop(): Promise<void>;
}

/** Hangs in the place of the service at this address, which has been stopped. */
export async function startSilent(url: string): Promise<Silent> {
  const waited: number[] = [];
  const server = createServer((_, response) => {
    const start = performance.now();
    response.on('close', () => waited.push(performance.now() - start));
  });
  server.listen(Number(new URL(url).port), '127.0.0.1');
  await once(server, 'listening');
  return {
    waited,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
