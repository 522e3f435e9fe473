import { resolve } from 'node:path';
import { graphRef } from '../subgraphs/registry.ts';
import type { Contestant } from './contestant.ts';

const root = resolve(import.meta.dirname, '../../../..');

export interface BanyanOptions {
  name: string;
  title: string;
  env: Record<string, string>;
  isSharing?: boolean;
  /** Follows a registry and reports to it what it is asked, as in production; otherwise the supergraph is a file. */
  isReporting: boolean;
}

/** Our own gateway, with these settings. */
export function banyan({ name, title, env, isSharing, isReporting }: BanyanOptions): Contestant {
  return {
    name,
    title,
    isSharing: isSharing ?? false,
    command: ({ url, supergraphFile, folder }, port) => ({
      argv: [process.execPath, resolve(root, 'gateway/main.ts')],
      cwd: root,
      env: {
        PORT: String(port),
        // Fifty clients wait for one core: nobody shall be cut off for that.
        SUBGRAPH_TIMEOUT_MS: '60000',
        ...(isReporting
          ? {
              APOLLO_KEY: 'service:bench:key',
              APOLLO_GRAPH_REF: graphRef,
              APOLLO_SCHEMA_CONFIG_DELIVERY_ENDPOINT: `${url}/uplink`,
              APOLLO_USAGE_ENDPOINT: url,
              // So often that every slice bears its own reports.
              USAGE_INTERVAL_MS: '1000',
              SUPERGRAPH_KEPT_IN: resolve(folder, 'kept', name),
            }
          : { SUPERGRAPH: supergraphFile }),
        REQUEST_DEDUPLICATION: String(isSharing ?? false),
        ...env,
      },
    }),
  };
}
