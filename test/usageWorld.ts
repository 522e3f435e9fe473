import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttp, createLog, listen } from '@banyan/kit';
import { startAws } from '../dev/aws/aws.ts';
import { awsEnvironment } from '../dev/services.ts';
import { startUsage, usageSettings } from '../registry/usage/usage.ts';
import type { WriterOptions } from '../registry/usage/writer.ts';

export const graphRef = 'shop@current';
export const apiKey = 'service:shop:secret';

/** The part of the registry that takes usage, alone, with data and ports of its own. */
export async function startUsageWorld() {
  const before = { ...process.env };
  const path = await mkdtemp(join(tmpdir(), 'banyan-usage-'));
  const aws = await startAws({ path, dynamodbPort: 0, kinesisPort: 0, s3Port: 0, buckets: [] });
  const port = (url: string) => Number(new URL(url).port);
  const ports = { DynamoDB: port(aws.dynamodbUrl), Kinesis: port(aws.kinesisUrl), S3: port(aws.s3Url) };
  Object.assign(process.env, awsEnvironment(ports));
  const log = createLog('usage', 'silent');
  const running = new Set<() => Promise<void>>();

  return {
    aws,
    /** An instance of the registry; several share the table. */
    async start({ options = {}, ...settings }: { options?: Partial<WriterOptions>; USAGE_REPORT_BYTES?: number } = {}) {
      const usage = await startUsage('of-a-test-registry-usage', usageSettings.parse(settings), log, {
        gatherMs: 20,
        ...options,
      });
      const app = createHttp(log, async () => undefined);
      usage.addRoutes(app, async (key, ref) => key === apiKey && ref.startsWith('shop@'));
      const url = await listen(app, '127.0.0.1', 0);
      const stop = async () => {
        running.delete(stop);
        await app.close();
        await usage.stop();
      };
      running.add(stop);
      return { url, usage, stop };
    },
    async stop() {
      await Promise.all([...running].map((stop) => stop()));
      await aws.close();
      await rm(path, { recursive: true, force: true });
      process.env = before;
    },
  };
}

export type UsageWorld = Awaited<ReturnType<typeof startUsageWorld>>;

/** Sends a report as the stock plugin does. */
export const post = (url: string, body: Uint8Array, headers: Record<string, string> = {}) =>
  fetch(`${url}/api/ingress/traces`, {
    method: 'POST',
    headers: { 'x-api-key': apiKey, 'content-encoding': 'gzip', accept: 'application/json', ...headers },
    body: body as Uint8Array<ArrayBuffer>,
  });
