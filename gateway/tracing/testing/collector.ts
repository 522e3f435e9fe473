import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { createLog } from '@banyan/kit';
import { tracingSettings } from '../settings.ts';
import { createTracing, type Tracing } from '../tracing.ts';

/** A span as OTLP has it in JSON. https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding */
export interface SentSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  traceState?: string;
  name: string;
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: { key: string; value: { stringValue?: string; intValue?: number; boolValue?: boolean } }[];
  status: { code: number };
}

interface Request {
  resourceSpans: {
    resource: { attributes: SentSpan['attributes'] };
    scopeSpans: { spans: SentSpan[] }[];
  }[];
}

export const attributesOf = ({ attributes }: Pick<SentSpan, 'attributes'>): Record<string, unknown> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue ?? value.boolValue]));

/** A collector of OpenTelemetry: what it was sent. */
export interface Collector {
  url: string;
  spans: SentSpan[];
  resources: Record<string, unknown>[];
  paths: string[];
  close(): Promise<void>;
}

/** @param answer comes after a request was read */
export async function startCollector(
  answer: RequestListener = (_, response) => response.end('{}'),
): Promise<Collector> {
  const collector: Omit<Collector, 'url' | 'close'> = { spans: [], resources: [], paths: [] };
  const server = createServer(async (request, response) => {
    collector.paths.push(request.url ?? '');
    const { resourceSpans } = (await json(request)) as Request;
    for (const { resource, scopeSpans } of resourceSpans) {
      collector.resources.push(attributesOf(resource));
      collector.spans.push(...scopeSpans.flatMap(({ spans }) => spans));
    }
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    ...collector,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Tracing under settings, by default of everything, and what it logs. */
export async function startTracing(env: Record<string, string>): Promise<{ tracing: Tracing; logged: string[] }> {
  const logged: string[] = [];
  const log = createLog('gateway', 'info', { write: (line: string) => void logged.push(JSON.parse(line).msg) });
  const config = tracingSettings.parse({ OTEL_TRACES_SAMPLER_ARG: '1', ...env });
  return { tracing: await createTracing(config, log), logged };
}
