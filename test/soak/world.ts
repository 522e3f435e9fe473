import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gatewaySettings, startGateway } from '@banyan/gateway';
import { readConfig } from '@banyan/kit';
import { ask, until, want } from '../harness/client.ts';
import { operation } from './operations.ts';
import { startSoakSubgraphs } from './subgraphs.ts';

/** The gateway over two small subgraphs, in this process. */
export interface SoakWorld {
  /** Asks so many operations that have never been asked. */
  askNew(count: number): Promise<void>;
  /** Puts another supergraph in the place of the one that is served; ends when it is served. */
  reload(): Promise<void>;
  stop(): Promise<void>;
}

const clients = 4;

export async function startSoakWorld(): Promise<SoakWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'banyan-soak-'));
  const subgraphs = await startSoakSubgraphs();
  const file = join(folder, 'supergraph.graphql');
  let version = 0;
  await writeFile(file, subgraphs.supergraph(version));
  const gateway = await startGateway(
    readConfig(gatewaySettings, {
      PORT: '0',
      LOG_LEVEL: 'silent',
      GATEWAY_EXECUTOR: 'engine',
      SUPERGRAPH: file,
      // Full with fewer operations than what is kept of operations itself.
      SUBGRAPH_MEMO_BYTES: '1000000',
    }),
  );
  const endpoint = `${gateway.url}/graphql`;
  let asked = 0;
  return {
    async askNew(count) {
      const last = asked + count;
      const client = async () => {
        while (asked < last) {
          const number = asked++;
          // Everybody has a token of their own.
          const { people } = await want<{ people?: object[] }>(endpoint, operation(number), { first: 2 }, `${number}`);
          if (people?.length !== 2) throw new Error(`operation ${number} was not answered`);
        }
      };
      await Promise.all(Array.from({ length: clients }, client));
    },
    async reload() {
      version++;
      await writeFile(`${file}.new`, subgraphs.supergraph(version));
      await rename(`${file}.new`, file);
      await until(`supergraph ${version} is served`, async () => {
        const { errors } = await ask(endpoint, `{ version${version} }`);
        return errors === undefined;
      });
    },
    async stop() {
      await gateway.stop();
      await subgraphs.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
