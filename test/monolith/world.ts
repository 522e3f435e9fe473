import { once } from 'node:events';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gatewaySettings, startGateway } from '@banyan/gateway';
import { createLog, type RequestContext, type Running, readConfig, startSubgraph, subgraphSettings } from '@banyan/kit';
import { compose } from '@banyan/kit/composition';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type Keys, makeKeys } from '../../dev/keys.ts';
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
  const started: Running[] = [];
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
    const keys = await makeKeys();
    const asked: Record<string, number> = {};
    const issuer = await startIssuer();
    started.push(issuer);
    const sources = [];
    for (const subgraph of [await monolith(), await overridingPhoto()]) {
      const running = await serve(subgraph, keys, asked);
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
        ...keys,
        PORT: '0',
        LOG_LEVEL: 'silent',
        GATEWAY_EXECUTOR: 'engine',
        SUPERGRAPH: supergraphFile,
        OVERRIDE_SHARES: sharesFile,
        TOKEN_JWKS_URL: `${issuer.url}/jwks.json`,
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

function serve(subgraph: MovingSubgraph, keys: Keys, asked: Record<string, number>): Promise<Running> {
  asked[subgraph.name] = 0;
  const context = (request: RequestContext) => {
    asked[subgraph.name] = (asked[subgraph.name] ?? 0) + 1;
    return request;
  };
  const config = { ...readConfig(subgraphSettings, { ...keys }), REQUEST_DEADLINE_MS: 20_000, PORT: 0 };
  return startSubgraph({ ...subgraph, context, ready: async () => undefined }, config, createLog('test', 'silent'));
}

/** Who signs people in, and publishes the key for that. */
async function startIssuer(): Promise<Running & Pick<World, 'tokenOf'>> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  const keySet = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'issuer', alg: 'EdDSA' }] });
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(keySet);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tokenOf: (person) =>
      new SignJWT()
        .setProtectedHeader({ alg: 'EdDSA', kid: 'issuer' })
        .setSubject(person)
        .setIssuer('user')
        .setAudience('gateway')
        .setExpirationTime('1h')
        .sign(privateKey),
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
