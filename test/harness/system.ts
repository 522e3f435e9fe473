import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { feedSettings, startFeed } from '@banyan/feed';
import { gatewaySettings, startGateway } from '@banyan/gateway';
import { type Running, readConfig } from '@banyan/kit';
import { notificationSettings, startNotification } from '@banyan/notification';
import { photoSettings, startPhoto } from '@banyan/photo';
import { spamSettings, startSpam } from '@banyan/spam';
import { startUser, userSettings } from '@banyan/user';
import { type Aws, startAws } from '../../dev/aws/aws.ts';
import { type Keys, makeKeys } from '../../dev/keys.ts';
import { awsEnvironment } from '../../dev/services.ts';

const root = resolve(import.meta.dirname, '../..');

/** How each subgraph starts, from an environment. */
const starters = {
  user: (env: NodeJS.ProcessEnv) => startUser(readConfig(userSettings, env)),
  feed: (env: NodeJS.ProcessEnv) => startFeed(readConfig(feedSettings, env)),
  spam: (env: NodeJS.ProcessEnv) => startSpam(readConfig(spamSettings, env)),
  photo: (env: NodeJS.ProcessEnv) => startPhoto(readConfig(photoSettings, env)),
  notification: (env: NodeJS.ProcessEnv) => startNotification(readConfig(notificationSettings, env)),
};

export type SubgraphName = keyof typeof starters;
export const subgraphNames = Object.keys(starters) as SubgraphName[];

/** The whole system in this process, with data and ports of its own. */
export interface System {
  /** The gateway's endpoint. */
  endpoint: string;
  gatewayUrl: string;
  aws: Aws;
  keys: Keys;
  env: NodeJS.ProcessEnv;
  subgraphUrl(name: SubgraphName): string;
  stopSubgraph(name: SubgraphName): Promise<void>;
  /** Starts it again, where it was; where it is to have other settings than the rest, with these. */
  startSubgraph(name: SubgraphName, settings?: NodeJS.ProcessEnv): Promise<void>;
  stop(): Promise<void>;
}

export async function startSystem(settings: NodeJS.ProcessEnv = {}): Promise<System> {
  const dataDir = await mkdtemp(join(tmpdir(), 'banyan-'));
  const keys = await makeKeys();
  const aws = await startAws({
    path: dataDir,
    dynamodbPort: 0,
    kinesisPort: 0,
    s3Port: 0,
    buckets: ['banyan-photos'],
  });
  const portOf = (url: string) => Number(new URL(url).port);
  const ports = { DynamoDB: portOf(aws.dynamodbUrl), Kinesis: portOf(aws.kinesisUrl), S3: portOf(aws.s3Url) };
  // The SDK reads its endpoints from the process's own environment.
  Object.assign(process.env, awsEnvironment(ports));

  const running = new Map<SubgraphName, Running>();
  const urls = new Map<SubgraphName, string>();
  // A busy machine must not look like a broken one: deadlines are tested where a test sets them.
  const patience = { REQUEST_DEADLINE_MS: '20000', SUBGRAPH_TIMEOUT_MS: '25000', SPAM_BUDGET_MS: '5000' };
  const env = { LOG_LEVEL: 'silent', EVENT_POLL_MS: '50', PORT: '0', ...patience, ...keys, ...settings };

  async function startOne(name: SubgraphName, own: NodeJS.ProcessEnv = {}) {
    const port = urls.has(name) ? new URL(urls.get(name) ?? '').port : '0';
    const service = await starters[name]({ ...env, PORT: port, SPAM_URL: `${urls.get('spam')}/graphql`, ...own });
    running.set(name, service);
    urls.set(name, service.url);
  }
  async function stopOne(name: SubgraphName) {
    await running.get(name)?.stop();
    running.delete(name);
  }

  async function startAll() {
    // feed is told where spam is.
    await startOne('spam');
    await Promise.all(subgraphNames.filter((name) => name !== 'spam').map((name) => startOne(name)));
    for (const [name, url] of urls) process.env[`${name.toUpperCase()}_URL`] = `${url}/graphql`;
    return startGateway(
      readConfig(gatewaySettings, {
        SUPERGRAPH: join(root, 'supergraph.yaml'),
        TOKEN_JWKS_URL: `${urls.get('user')}/.well-known/jwks.json`,
        ...env,
      }),
    );
  }
  async function endAll() {
    await Promise.all(subgraphNames.map(stopOne));
    await aws.close();
    await rm(dataDir, { recursive: true, force: true });
  }
  const gateway = await startAll().catch(async (error) => {
    // What has started would keep the test's process alive for ever.
    await endAll();
    throw error;
  });

  return {
    endpoint: `${gateway.url}/graphql`,
    gatewayUrl: gateway.url,
    aws,
    keys,
    env,
    subgraphUrl: (name) => `${urls.get(name)}/graphql`,
    stopSubgraph: stopOne,
    startSubgraph: startOne,
    async stop() {
      await gateway.stop();
      await endAll();
    },
  };
}
