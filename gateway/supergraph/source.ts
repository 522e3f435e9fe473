import { type SupergraphManager, UplinkSupergraphManager } from '@apollo/gateway';
import { type Logger, StartError } from '@banyan/kit';
import { z } from 'zod';
import { supergraphFromFiles } from './files.ts';
import { supergraphFromUplink } from './uplink.ts';

const endpoints = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(z.url()).min(1));

/** Where the supergraph comes from. */
export const supergraphSettings = {
  /** A `.yaml` in Rover's format, composed and watched, or a `.graphql` supergraph. Not used with `APOLLO_GRAPH_REF`. */
  SUPERGRAPH: z.string().default('supergraph.yaml'),
  /** `graph@variant`: follow what a registry delivers. */
  APOLLO_GRAPH_REF: z
    .string()
    .regex(/^[a-zA-Z][\w-]{0,63}@.{1,63}$/, 'must be graph@variant')
    .optional(),
  APOLLO_KEY: z.string().optional(),
  /** Registries that deliver by Uplink, separated by commas, asked in turn. */
  APOLLO_SCHEMA_CONFIG_DELIVERY_ENDPOINT: endpoints.default(UplinkSupergraphManager.DEFAULT_UPLINK_ENDPOINTS),
  /** The folder in which the last delivered supergraph is kept, for a start without the registry. */
  SUPERGRAPH_KEPT_IN: z.string().default('.data/supergraphs'),
};

type SupergraphConfig = z.output<z.ZodObject<typeof supergraphSettings>>;

/** The supergraph of a registry where `APOLLO_GRAPH_REF` is set, else of files. */
export function supergraphFrom(config: SupergraphConfig, log: Logger): SupergraphManager {
  const { APOLLO_GRAPH_REF: graphRef, APOLLO_KEY: key } = config;
  if (!graphRef) return supergraphFromFiles(config.SUPERGRAPH, log);
  if (!key)
    throw new StartError('APOLLO_GRAPH_REF is set, and APOLLO_KEY is not: a registry answers nobody without a key.');
  return supergraphFromUplink(
    { key, graphRef, endpoints: config.APOLLO_SCHEMA_CONFIG_DELIVERY_ENDPOINT, keptIn: config.SUPERGRAPH_KEPT_IN },
    log,
  );
}
