import type { SupergraphManager } from '@apollo/gateway';
import type { QueryPlannerConfig } from '@apollo/query-planner';
import type {
  GatewayExecutionResult,
  GatewayGraphQLRequestContext,
  GatewayInterface,
  GatewaySchemaLoadOrUpdateCallback,
} from '@apollo/server-gateway-interface';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { type EngineResult, execute } from './execute.ts';
import { type PrepareOptions, Preparer, type PrepareSettings } from './prepare.ts';
import type { Prepared } from './prepared.ts';
import type { OnFetch } from './run.ts';
import type { SendToSubgraph } from './subgraphs.ts';
import { type EngineSupergraph, loadSupergraph } from './supergraph.ts';
import { defaultWarming, type Warming, warm } from './warming.ts';

/** What is to be executed for a request, beside the operation as it stands. */
export interface Admission
  extends Pick<PrepareOptions, 'planned' | 'projection' | 'refused' | 'extraKey' | 'overrides'> {
  /** Told with the answer. */
  errors?: readonly GraphQLError[];
}

type Request<Context> = GatewayGraphQLRequestContext & { context: Context };

export interface EngineGatewayOptions<Context> {
  supergraph: SupergraphManager;
  send: SendToSubgraph<Context>;
  log: Record<'info' | 'warn' | 'error', (message: string) => void>;
  planning?: QueryPlannerConfig;
  prepare?: PrepareSettings;
  warming?: Partial<Warming>;
  /** Decides before planning what of an operation may be executed, and how. To refuse all of it, throw a GraphQLError. */
  admit?: (request: Request<Context>, supergraph: EngineSupergraph) => Admission | Promise<Admission>;
  /** What is done with the result of an operation that is about to be executed. */
  measure?: (
    prepared: Prepared,
    variables: Record<string, unknown> | undefined,
  ) => (result: EngineResult) => EngineResult;
  /** For a request that is traced: what is told of its fetches. */
  onFetch?: (request: Request<Context>, prepared: Prepared) => OnFetch | undefined;
}

/** A gateway for Apollo Server, and what handlers beside it need. */
export interface EngineGateway extends GatewayInterface {
  /** What prepares operations of the supergraph that is served now. */
  preparer(): Preparer;
  /** The one of the supergraph that `schema` is the API of: an operation is executed on what it was validated against. */
  preparerFor(schema: GraphQLSchema): Preparer;
}

/**
 * Serves a supergraph, and every later one that its manager brings. One that does not load is refused to the manager, and logged;
 * the old one stays. One that does is warmed with the operations that the old one has been asked for most, and then takes over.
 */
export function createEngineGateway<Context>(options: EngineGatewayOptions<Context>): EngineGateway {
  const { log, send } = options;
  const listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  const warming = { ...defaultWarming, ...options.warming };
  /** By API schema, so that a request that began before a change ends on the old supergraph. */
  const preparers = new WeakMap<GraphQLSchema, Preparer>();
  let current: Preparer | undefined;
  let upcoming: Preparer | undefined;
  let cleanup: (() => Promise<void>) | undefined;
  let isStopped = false;

  function serve(preparer: Preparer): void {
    const previous = current;
    current = preparer;
    const { apiSchema, sdl } = preparer.supergraph;
    preparers.set(apiSchema, preparer);
    for (const listener of listeners) {
      try {
        listener({ apiSchema, coreSupergraphSdl: sdl });
      } catch (error) {
        log.error(`a listener for new supergraphs failed: ${(error as Error).message}`);
      }
    }
    // Apollo Server holds the first schema for ever, and by it what belongs to it here.
    previous?.clear();
  }

  function load(sdl: string): Preparer {
    try {
      return new Preparer(loadSupergraph(sdl, options.planning), options.prepare);
    } catch (error) {
      // Without an old one nothing is served: whoever starts us says so.
      if (current) log.error(`a supergraph cannot be loaded, the old one stays: ${(error as Error).message}`);
      throw error;
    }
  }

  function update(sdl: string): void {
    if (isStopped) throw new Error('The gateway has been stopped.');
    if ((upcoming ?? current)?.supergraph.sdl === sdl) return;
    const next = load(sdl);
    const operations = current?.mostUsed(warming.operations) ?? [];
    if (operations.length === 0) {
      upcoming = undefined;
      serve(next);
      return;
    }
    upcoming = next;
    // An even newer one takes its place.
    const isObsolete = () => isStopped || upcoming !== next;
    void warm(next, operations, warming.milliseconds, isObsolete).then((count) => {
      if (isObsolete()) return;
      upcoming = undefined;
      serve(next);
      log.info(`a new supergraph is served, with ${count} operations prepared`);
    });
  }

  function preparer(): Preparer {
    if (!current) throw new Error('The gateway has no supergraph yet.');
    return current;
  }

  const preparerFor = (schema: GraphQLSchema): Preparer => preparers.get(schema) ?? preparer();

  async function executor(context: GatewayGraphQLRequestContext): Promise<GatewayExecutionResult> {
    const request = context as Request<Context>;
    const known = preparerFor(request.schema);
    try {
      const { errors, ...admission } = (await options.admit?.(request, known.supergraph)) ?? {};
      const prepared = known.prepare(request.document, {
        operationName: request.request.operationName,
        source: request.queryHash,
        ...admission,
      });
      const onFetch = options.onFetch?.(request, prepared);
      const { variables } = request.request;
      const measured = options.measure?.(prepared, variables);
      const result = await execute(prepared, { variables, context: request.context, send, onFetch, errors });
      return measured ? measured(result) : result;
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  }

  return {
    preparer,
    preparerFor,
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load() {
      const hooks = { update, healthCheck: notOffered, getDataSource: notOffered };
      const first = await options.supergraph.initialize(hooks);
      cleanup = first.cleanup;
      // What the manager has brought meanwhile is newer than what it began with.
      if (!current) serve(load(first.supergraphSdl));
      return { executor };
    },
    async stop() {
      isStopped = true;
      const closing = cleanup;
      cleanup = undefined;
      await closing?.();
    },
  };
}

function notOffered(): never {
  throw new Error('The engine asks subgraphs only on behalf of a request.');
}
