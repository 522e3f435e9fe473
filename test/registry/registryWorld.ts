import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Running, readConfig } from '@banyan/kit';
import { registrySettings, startRegistry } from '@banyan/registry';
import { startAws } from '../../dev/aws/aws.ts';
import { makeKeys } from '../../dev/keys.ts';
import { awsEnvironment } from '../../dev/services.ts';
import { ask } from '../harness/client.ts';
import { createRover } from './rover.ts';

/** A registry alone, with data and ports of its own, and a rover with the key of its admin. */
export async function startRegistryWorld(settings: NodeJS.ProcessEnv = {}) {
  const path = await mkdtemp(join(tmpdir(), 'banyan-registry-'));
  const aws = await startAws({ path, dynamodbPort: 0, kinesisPort: 0, s3Port: 0, buckets: ['banyan-registry'] });
  const port = (url: string) => Number(new URL(url).port);
  const ports = { DynamoDB: port(aws.dynamodbUrl), Kinesis: port(aws.kinesisUrl), S3: port(aws.s3Url) };
  Object.assign(process.env, awsEnvironment(ports));
  const keys = await makeKeys();
  const env = { ...keys, PORT: '0', LOG_LEVEL: 'silent', UPLINK_MIN_DELAY_SECONDS: '1', ...settings };
  const start = (more: NodeJS.ProcessEnv = {}): Promise<Running> =>
    startRegistry(readConfig(registrySettings, { ...env, ...more }));
  const service = await start();
  const endpoint = `${service.url}/graphql`;
  const adminKey = keys.REGISTRY_BOOTSTRAP_KEY;
  const rover = await createRover(endpoint, adminKey);

  return {
    aws,
    url: service.url,
    endpoint,
    adminKey,
    rover,
    /** Another instance of the registry on the same tables. */
    startAnother: start,
    /** Asks the registry over HTTP. @throws on any error. */
    async want<Data>(query: string, variables: object = {}, key = adminKey): Promise<Data> {
      const { data, errors } = await ask<Data>(endpoint, query, variables, undefined, { 'x-api-key': key });
      if (errors) throw new Error(`unexpected errors: ${JSON.stringify(errors)}`);
      return data;
    },
    async stop() {
      await service.stop();
      await rover.close();
      await aws.close();
      await rm(path, { recursive: true, force: true });
    },
  };
}

export type RegistryWorld = Awaited<ReturnType<typeof startRegistryWorld>>;
