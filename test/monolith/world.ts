import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gatewaySettings, startGateway } from '@banyan/gateway';
import { createLog, type RequestContext, type Running, readConfig, startSubgraph, subgraphSettings } from '@banyan/kit';
import { compose } from '@banyan/kit/composition';
import { startIssuer } from '../harness/issuer.ts';
import { monolith } from './monolith.ts';
import { overridingPhoto } from './overridingPhoto.ts';

/** A subgraph that gives fields up, or takes them over. */
export interface MovingSubgraph {
  name: string;
  schema: string;
  resolvers: object;
}

/** The gateway over the monolith and the photo domain, in this process. */
export interface World {
  endpoint: string;
  /** How many requests each subgraph has had. */
  asked: Record<string, number>;
  /** An access token of a person. */
  tokenOf(person: string): Promise<string>;
  /** Puts another file of shares in the place of the one that there is, at once and whole. */
  setShares(shares: Record<string, number>): Promise<void>;
  stop(): Promise<void>;
}

export async function startWorld(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'banyan-monolith-'));
  const started: Pick<Running, 'stop'>[] = [];
  const stop = async () => {
    for (const running of started.reverse()) await running.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const sharesFile = join(folder, 'shares.json');
  async function setShares(shares: Record<string, number>) {
    await writeFile(`${sharesFile}.new`, JSON.stringify(shares));
    await rename(`${sharesFile}.new`, sharesFile);
  }
  try {
    const asked: Record<string, number> = {};
    const issuer = await startIssuer();
    started.push(issuer);
    const sources = [];
    for (const subgraph of [await monolith(), await overridingPhoto()]) {
      const running = await serve(subgraph, issuer.settings, asked);
      started.push(running);
      sources.push({ name: subgraph.name, url: `${running.url}/graphql`, sdl: subgraph.schema });
    }
    const build = compose(sources);
    if (!build.ok) throw new Error(build.errors.map(({ message }) => message).join('\n'));
    const supergraphFile = join(folder, 'supergraph.graphql');
    await writeFile(supergraphFile, build.supergraphSdl);
    await setShares({ 'photo-move': 0 });
    const gateway = await startGateway(
      readConfig(gatewaySettings, {
        ...issuer.settings,
        PORT: '0',
        LOG_LEVEL: 'silent',
        GATEWAY_EXECUTOR: 'engine',
        SUPERGRAPH: supergraphFile,
        OVERRIDE_SHARES: sharesFile,
        TRUSTED_PROXIES: '127.0.0.1',
        // A busy machine must not look like a failure.
        SUBGRAPH_TIMEOUT_MS: '25000',
      }),
    );
    started.push(gateway);
    return { endpoint: `${gateway.url}/graphql`, asked, tokenOf: issuer.tokenOf, setShares, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function serve(subgraph: MovingSubgraph, keys: NodeJS.ProcessEnv, asked: Record<string, number>): Promise<Running> {
  asked[subgraph.name] = 0;
  const context = (request: RequestContext) => {
    asked[subgraph.name] = (asked[subgraph.name] ?? 0) + 1;
    return request;
  };
  const config = { ...readConfig(subgraphSettings, { ...keys }), REQUEST_DEADLINE_MS: 20_000, PORT: 0 };
  return startSubgraph({ ...subgraph, context, ready: async () => undefined }, config, createLog('test', 'silent'));
}
