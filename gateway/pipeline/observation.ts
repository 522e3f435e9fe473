import {
  type ApolloServerPlugin,
  type GraphQLRequestContext,
  type GraphQLRequestListener,
  HeaderMap,
} from '@apollo/server';
import type { FormattedExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import type { GatewayContext } from '../context.ts';
import type { ReadDocument } from './documents.ts';
import type { ClientRequest } from './operation.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Context = Writable<GraphQLRequestContext<GatewayContext>>;
type Listener = GraphQLRequestListener<GatewayContext>;

/** Nothing that passes here is cached by others; it is not said either. */
const uncached = { restrict() {}, replace() {}, policyIfCacheable: () => null } as never;
const noCache = { get: async () => undefined, set: async () => {}, delete: async () => false };

/**
 * One request as Apollo Server's plugins see it, for the fronts that stand beside Apollo Server: the same plugins hear of all
 * requests, whichever way they came. Each hook is called where Apollo Server calls it.
 * https://www.apollographql.com/docs/apollo-server/integrations/plugins-event-reference
 */
export class Observation {
  readonly #context: Context;
  readonly #listeners: readonly Listener[];

  private constructor(context: Context, listeners: readonly Listener[]) {
    this.#context = context;
    this.#listeners = listeners;
  }

  static async begin(
    plugins: readonly ApolloServerPlugin<GatewayContext>[],
    schema: GraphQLSchema,
    request: ClientRequest,
    contextValue: GatewayContext,
  ): Promise<Observation> {
    const context: Context = {
      logger: contextValue.log,
      cache: noCache,
      request: {
        query: request.query,
        operationName: request.operationName ?? undefined,
        variables: request.variables ?? undefined,
        extensions: request.extensions ?? undefined,
        http: { method: contextValue.method, headers: headerMap(contextValue.headers), search: '', body: undefined },
      },
      response: { http: { status: undefined, headers: new HeaderMap() } },
      schema,
      contextValue,
      metrics: {},
      overallCachePolicy: uncached,
      requestIsBatched: false,
    };
    const listeners: Listener[] = [];
    for (const plugin of plugins) {
      const listener = await plugin.requestDidStart?.(context);
      if (listener) listeners.push(listener);
    }
    return new Observation(context, listeners);
  }

  /** What plugins have decided of this request, such as whether it is traced; what they are told of its fetches. */
  get metrics(): Context['metrics'] {
    return this.#context.metrics;
  }

  /** The text was read; its errors are told, too. */
  async read(source: string, { hash, document, errors }: ReadDocument): Promise<void> {
    const context = this.#context;
    context.source = source;
    context.queryHash = hash;
    for (const listener of this.#listeners) await listener.didResolveSource?.(context as never);
    if (errors && !document) {
      for (const listener of this.#listeners) {
        const ended = await listener.validationDidStart?.(context as never);
        if (typeof ended === 'function') await ended(errors);
      }
    }
    context.document = document;
  }

  /** The operation is known. @throws GraphQLError where a plugin refuses it */
  async resolved(operation: Context['operation']): Promise<void> {
    const context = this.#context;
    context.operation = operation;
    context.operationName = operation?.name?.value ?? null;
    for (const listener of this.#listeners) await listener.didResolveOperation?.(context as never);
    for (const listener of this.#listeners) await listener.executionDidStart?.(context as never);
  }

  /** Errors as they are inside, before they are made fit for clients. */
  async failed(errors: readonly GraphQLError[]): Promise<void> {
    const context = this.#context;
    context.errors = errors;
    for (const listener of this.#listeners) await listener.didEncounterErrors?.(context as never);
  }

  async answered(singleResult: FormattedExecutionResult): Promise<void> {
    const context = this.#context;
    context.response.body = { kind: 'single', singleResult } as never;
    for (const listener of this.#listeners) await listener.willSendResponse?.(context as never);
  }
}

function headerMap(headers: GatewayContext['headers']): HeaderMap {
  const map = new HeaderMap();
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) map.set(name, typeof value === 'string' ? value : value.join(', '));
  }
  return map;
}
