import { setting } from '@banyan/kit';
import { z } from 'zod';

/** What the operator can set of usage reporting. The first three together turn it on. */
export const usageSettings = z.object({
  /** Opens the registry to us. */
  APOLLO_KEY: z.string().optional(),
  /** Of what we report: `graph@variant`. */
  APOLLO_GRAPH_REF: z.string().optional(),
  /** Where reports go: the registry's base URL, to which the plugin adds `/api/ingress/traces`. */
  APOLLO_USAGE_ENDPOINT: z
    .url()
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** The share of requests, 0 to 1, whose every field is traced, in all subgraphs. All requests are counted, whatever it is. */
  USAGE_SAMPLE: z.coerce.number().min(0).max(1).default(0.01),
  /** How often a report is sent. */
  USAGE_INTERVAL_MS: setting.milliseconds.default(10_000),
});

export type UsageConfig = z.output<typeof usageSettings>;
