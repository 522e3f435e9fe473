import { ensureTable, type Logger } from '@banyan/kit';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { createUsageReader, type UsageReader } from './ask.ts';
import { createReportReader } from './reader.ts';
import { addUsageRoutes, type UsageRoutes } from './routes.ts';
import { createStore, type Store } from './store.ts';
import { createUsageWriter, type WriterOptions } from './writer.ts';

const mib = 1024 * 1024;

/** What the operator can set. */
export const usageSettings = z.object({
  /** How long usage is kept. */
  USAGE_RETENTION_DAYS: z.coerce.number().int().min(1).max(3_650).default(90),
  /** The most bytes of a report as it is sent, and as it is unpacked: a trace alone may have 10 MiB. */
  USAGE_REPORT_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(8 * mib),
  USAGE_UNPACKED_REPORT_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(16 * mib),
});

export type UsageConfig = z.output<typeof usageSettings>;

export interface Usage extends UsageReader {
  store: Store;
  /** Adds the address where reports are taken. */
  addRoutes(app: FastifyInstance, authorize: UsageRoutes['authorize']): void;
  /** Writes what was taken, and ends. To be called after the last request. */
  stop(): Promise<void>;
}

/** The usage of graphs: takes reports and answers questions about them. */
export async function startUsage(
  table: string,
  config: UsageConfig,
  log: Logger,
  options?: Partial<WriterOptions>,
): Promise<Usage> {
  const store = createStore(table, config.USAGE_RETENTION_DAYS);
  await ensureTable(store.client, table);
  const reader = createReportReader(config.USAGE_UNPACKED_REPORT_BYTES);
  const writer = createUsageWriter(store, log, options);
  return {
    ...createUsageReader(store),
    store,
    addRoutes: (app, authorize) =>
      addUsageRoutes(app, { reader, writer, authorize, bodyLimit: config.USAGE_REPORT_BYTES }),
    async stop() {
      await writer.stop();
      await reader.stop();
      store.client.destroy();
    },
  };
}
