import { ApolloGateway } from '@apollo/gateway';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { type Logger, refusal, setting } from '@banyan/kit';
import { z } from 'zod';
import type { GatewayContext } from './context.ts';
import { createDataSource } from './dataSource.ts';
import { createEngineGateway, type EngineGateway } from './engine/gateway.ts';
import type { SendToSubgraph } from './engine/subgraphs.ts';
import type { EngineSupergraph } from './engine/supergraph.ts';
import type { OverrideShares } from './override/shares.ts';
import { measure } from './pipeline/measuring.ts';
import { createServed, type Served } from './pipeline/served.ts';
import { Replays } from './replay/replays.ts';
import { supergraphFrom, supergraphSettings } from './supergraph/source.ts';
import { withoutRequirements } from './supergraph/withoutRequirements.ts';
import { withSpans } from './tracing/requestSpans.ts';
import { observeForUsage } from './tracing/usageObserver.ts';
import { transportSettings } from './transport/settings.ts';
import { createTransport } from './transport/transport.ts';

export const executorSettings = z.object({
  ...supergraphSettings,
  ...transportSettings.shape,
  /** What executes query plans: our own executor, or Apollo's, which knows less and is the reference. */
  GATEWAY_EXECUTOR: z.enum(['engine', 'stock']).default('engine'),
  /** How long a client's request may take, all its fetches together. Ours alone keeps to it. */
  REQUEST_TIMEOUT_MS: setting.milliseconds.default(30_000),
  /** Whether answers say what their operation was estimated to cost and has cost, by `@cost` and `@listSize`. */
  OPERATION_COSTS: z.enum(['untold', 'told']).default('untold'),
  /** Equal queries of one caller that are under way share one execution. */
  REQUEST_DEDUPLICATION: z.stringbool().default(true),
});

type ExecutorConfig = z.output<typeof executorSettings>;

/** What Apollo Server executes operations by. */
export interface Executor {
  gateway: GatewayInterface;
  /** Where it is ours: what the fronts beside Apollo Server need of it. */
  engine?: Engine;
  /** Ends what is left after Apollo Server has stopped it. */
  stop(): Promise<void>;
}

export interface Engine {
  gateway: EngineGateway;
  served(supergraph: EngineSupergraph): Served;
  send: SendToSubgraph<GatewayContext>;
  replays: Replays;
  /** Where a subgraph is. */
  urlOf(subgraph: string): string | undefined;
}

export const createExecutor = (config: ExecutorConfig, shares: OverrideShares, log: Logger): Executor =>
  config.GATEWAY_EXECUTOR === 'engine' ? engine(config, shares, log) : stock(config, log);

function stock(config: ExecutorConfig, log: Logger): Executor {
  const gateway = new ApolloGateway({
    supergraphSdl: withoutRequirements(supergraphFrom(config, log)),
    buildService: ({ name, url }) => createDataSource(name, url ?? '', config.SUBGRAPH_TIMEOUT_MS),
    logger: log,
  });
  return { gateway: gateway as unknown as GatewayInterface, stop: async () => {} };
}

const withoutStream = () =>
  refusal('BAD_USER_INPUT', 'Subscriptions are answered as text/event-stream, or over a WebSocket.');

function engine(config: ExecutorConfig, shares: OverrideShares, log: Logger): Executor {
  const transport = createTransport(config, log);
  const served = createServed(shares);
  const send = withSpans((request, context) => transport.send(request, context));
  const gateway = createEngineGateway<GatewayContext>({
    supergraph: supergraphFrom(config, log),
    send,
    log: {
      info: (message) => log.info(message),
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
    admit: ({ document, operation, request, context, metrics }, supergraph) => {
      // Apollo Server hands over operations that are not there, too, whatever its types say.
      if (operation?.operation === 'subscription') throw withoutStream();
      if (metrics.captureTraces) context.trace = true;
      return served(supergraph).access.decide(document, request.operationName, request.variables, context);
    },
    ...(config.OPERATION_COSTS === 'told' && { measure }),
    onFetch: ({ metrics }, prepared) => observeForUsage(prepared, metrics),
  });
  let urls: ReadonlyMap<string, string> = new Map();
  let latest: EngineSupergraph | undefined;
  gateway.onSchemaLoadOrUpdate(() => {
    if (latest) served(latest).documents.clear();
    latest = gateway.preparer().supergraph;
    const { subgraphs } = latest;
    urls = new Map(subgraphs.map(({ name, url }) => [name, url]));
    transport.setSubgraphs(urls);
  });
  return {
    gateway,
    engine: {
      gateway,
      served,
      send,
      replays: new Replays(transport, config.SUBGRAPH_MEMO_BYTES),
      urlOf: (subgraph) => urls.get(subgraph),
    },
    stop: () => transport.stop(),
  };
}
