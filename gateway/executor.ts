import { ApolloGateway, type SupergraphManager } from '@apollo/gateway';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { type Logger, StartError, setting } from '@banyan/kit';
import { z } from 'zod';
import { readRequirements } from './authorization/requirements.ts';
import { createDataSource, type GatewayContext } from './dataSource.ts';
import { createEngineGateway } from './engine/gateway.ts';
import { supergraphFrom, supergraphSettings } from './supergraph/source.ts';
import { transportSettings } from './transport/settings.ts';
import { createTransport } from './transport/transport.ts';

export const executorSettings = z.object({
  ...supergraphSettings,
  ...transportSettings.shape,
  /** What executes query plans: Apollo's own executor, or ours. */
  GATEWAY_EXECUTOR: z.enum(['stock', 'engine']).default('stock'),
  /** How long a client's request may take, all its fetches together. Ours alone keeps to it. */
  REQUEST_TIMEOUT_MS: setting.milliseconds.default(30_000),
});

type ExecutorConfig = z.output<typeof executorSettings>;

/** What Apollo Server executes operations by. */
export interface Executor {
  gateway: GatewayInterface;
  /** Ends what is left after Apollo Server has stopped it. */
  stop(): Promise<void>;
}

export const createExecutor = (config: ExecutorConfig, log: Logger): Executor =>
  config.GATEWAY_EXECUTOR === 'engine' ? engine(config, log) : stock(config, log);

function stock(config: ExecutorConfig, log: Logger): Executor {
  const gateway = new ApolloGateway({
    supergraphSdl: supergraphFrom(config, log),
    buildService: ({ name, url }) => createDataSource(name, url ?? '', config.SUBGRAPH_TIMEOUT_MS),
    logger: log,
  });
  return { gateway: gateway as unknown as GatewayInterface, stop: async () => {} };
}

function engine(config: ExecutorConfig, log: Logger): Executor {
  const transport = createTransport(config, log);
  const gateway = createEngineGateway<GatewayContext>({
    supergraph: withoutRequirements(supergraphFrom(config, log)),
    send: (request, { authorization, correlationId, deadline }) =>
      transport.send(request, { authorization, correlationId, deadline }),
    log: {
      info: (message) => log.info(message),
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
  });
  gateway.onSchemaLoadOrUpdate(() => {
    const { subgraphs } = gateway.preparer().supergraph;
    transport.setSubgraphs(new Map(subgraphs.map(({ name, url }) => [name, url])));
  });
  return { gateway, stop: () => transport.stop() };
}

/**
 * Refuses supergraphs with `@authenticated`, `@requiresScopes` or `@policy`, as the stock gateway does: the engine loads them, and does
 * not enforce them yet.
 */
function withoutRequirements(manager: SupergraphManager): SupergraphManager {
  const refuse = (sdl: string) => {
    const { types, fields } = readRequirements(sdl);
    if (types.size + fields.size > 0) {
      throw new StartError('The supergraph asks for authorisation by directives, which this gateway does not enforce.');
    }
  };
  return {
    async initialize({ update, ...hooks }) {
      const first = await manager.initialize({
        ...hooks,
        update(next) {
          refuse(next);
          update(next);
        },
      });
      refuse(first.supergraphSdl);
      return first;
    },
  };
}
