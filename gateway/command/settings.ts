import { serviceSettings } from '@banyan/kit';
import { z } from 'zod';
import { errorSettings } from '../errors.ts';
import { gatewaySettings } from '../gateway.ts';

/** The same settings as those of the house's gateway, with the defaults that suit a graph that is not ours. */
export const commandSettings = gatewaySettings.extend({
  /** Required here, unless a registry delivers: nobody wants to serve another file than the one that he has in mind. */
  SUPERGRAPH: z.string().optional(),
  LOG_LEVEL: serviceSettings.shape.LOG_LEVEL.unwrap().default('warn'),
  /** Whoever wrote the subgraphs has codes and messages of his own. */
  SUBGRAPH_ERRORS: errorSettings.shape.SUBGRAPH_ERRORS.unwrap().default('passed'),
  TOKEN_ISSUER: z.string().optional(),
  TOKEN_AUDIENCE: z.string().optional(),
});

export type CommandConfig = z.output<typeof commandSettings>;
