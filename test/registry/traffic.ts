import { gzipSync } from 'node:zlib';
import { Report } from '@apollo/usage-reporting-protobuf';

/** What clients are said to have sent. */
export interface Traffic {
  name: string;
  /** The operation's text, as its signature. */
  query: string;
  client?: string;
  version?: string;
  count?: number;
  /** The fields that it names, by type. */
  fields?: Record<string, string[]>;
}

/** Reports to a registry, as any Apollo Server does, what clients have sent within this hour. */
export async function reportTraffic(url: string, key: string, graphRef: string, traffic: Traffic[]): Promise<void> {
  const now = Date.now();
  const report = Report.create({
    header: { graphRef },
    endTime: { seconds: Math.floor(now / 1_000), nanos: 0 },
    operationCount: traffic.reduce((sum, { count = 1 }) => sum + count, 0),
    tracesPerQuery: Object.fromEntries(
      traffic.map(({ name, query, client = 'web', version = '1.0', count = 1, fields = {} }) => [
        `# ${name}\n${query}`,
        {
          statsWithContext: [
            {
              context: { clientName: client, clientVersion: version },
              queryLatencyStats: { requestCount: count, latencyCount: [0, count] },
            },
          ],
          referencedFieldsByType: Object.fromEntries(
            Object.entries(fields).map(([type, fieldNames]) => [type, { fieldNames, isInterface: false }]),
          ),
        },
      ]),
    ),
  });
  const response = await fetch(`${url}/api/ingress/traces`, {
    method: 'POST',
    headers: { 'x-api-key': key, 'content-encoding': 'gzip' },
    body: gzipSync(Report.encode(report).finish()),
  });
  if (!response.ok) throw new Error(`the report was refused: ${response.status} ${await response.text()}`);
}
