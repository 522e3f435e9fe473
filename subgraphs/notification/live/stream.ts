import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  failure,
  formatError,
  type Identity,
  inRequest,
  type Logger,
  newTraceId,
  type RequestContext,
  type Subgraph,
  traceIdOf,
  traceparentFor,
} from '@banyan/kit';
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLErrorExtensions,
  type GraphQLFormattedError,
  parse,
} from 'graphql';
import { createHandler } from 'graphql-sse';
import type { Context } from '../context.ts';
import { type Connection, openConnection } from './connection.ts';

/** How live streams are served. */
export interface LiveOptions {
  name: string;
  schema: string;
  resolvers: object;
  /** What resolvers are given: anew for every notification, as it caches what it reads. */
  context(request: RequestContext, signal: AbortSignal): Context;
  readIdentity(authorization: string | undefined): Promise<Identity>;
  heartbeatMs: number;
  lifeMs: number;
  /** How long the answer for one notification may take. */
  deadlineMs: number;
}

type App = Parameters<NonNullable<Subgraph<Context>['routes']>>[0];

/** A stream and who reads it. */
type Reader = {
  request: RequestContext;
  connection: Connection;
};

const eventStream = 'text/event-stream';

/**
 * Serves subscriptions at `/graphql` to who asks for `text/event-stream`: the distinct connections mode of GraphQL over SSE
 * (https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverSSE.md). All else goes on to Apollo's handler. When the
 * service drains, the streams are completed.
 */
export function addLiveStreams(app: App, options: LiveOptions, log: Logger): void {
  const { name, resolvers, deadlineMs } = options;
  const schema = buildSubgraphSchema([{ typeDefs: parse(options.schema), resolvers: resolvers as never }]);
  const format = formatError(name, log);
  const open = new Set<Connection>();
  let draining = false;

  /** As Apollo answers it: an error of GraphQL itself speaks of the request alone. */
  function shown(error: GraphQLError): GraphQLFormattedError {
    const { http: _, ...extensions } = error.extensions as GraphQLErrorExtensions;
    const isOfRequest = extensions.code === undefined && !error.originalError;
    return format({ ...error.toJSON(), extensions: isOfRequest ? { code: 'BAD_USER_INPUT' } : extensions }, error);
  }

  async function subscribe(args: ExecutionArgs): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult> {
    const { request, connection } = args.contextValue as Reader;
    const source = await createSourceEventStream({
      ...args,
      contextValue: options.context(request, connection.signal),
    });
    if (!(Symbol.asyncIterator in source)) return source;
    const correlationId = traceIdOf(request.traceparent) ?? newTraceId();
    return (async function* () {
      for await (const rootValue of source) {
        const contextValue = options.context(request, connection.signal);
        yield await inRequest({ correlationId, deadline: Date.now() + deadlineMs }, () =>
          execute({ ...args, rootValue, contextValue }),
        );
      }
    })();
  }

  const answer = createHandler<unknown, Reader, Reader>({
    schema,
    authenticate: () => null,
    context: ({ context }) => context,
    subscribe,
    execute: () => ({ errors: [failure('BAD_USER_INPUT', 'Only subscriptions are answered as an event stream.')] }),
    async onNext({ connection }, _, result) {
      await connection.room();
      return { ...result, ...(result.errors && { errors: result.errors.map(shown) }) } as ExecutionResult;
    },
  });

  app.addHook('preClose', async () => {
    draining = true;
    for (const connection of open) connection.end();
  });
  app.addConstraintStrategy({
    name: 'streamed',
    storage: () => {
      const handlers = new Map<unknown, never>();
      return {
        get: (wanted) => handlers.get(wanted) ?? null,
        set: (wanted, handler) => handlers.set(wanted, handler as never),
      };
    },
    deriveConstraint: ({ headers }) => headers.accept?.trimStart().startsWith(eventStream),
    validate: () => {},
  });

  app.route({
    method: 'POST',
    url: '/graphql',
    constraints: { streamed: true },
    async handler(request, reply) {
      const { authorization = '', traceparent } = request.headers;
      const correlationId = traceIdOf(traceparent) ?? newTraceId();
      await inRequest({ correlationId, deadline: Number.POSITIVE_INFINITY }, async () => {
        const identity = await options.readIdentity(authorization).catch((error) => {
          if (error instanceof GraphQLError) return error;
          throw error;
        });
        if (identity instanceof GraphQLError) return reply.code(401).send({ errors: [shown(identity)] });
        const connection = openConnection(reply.raw, options.heartbeatMs, options.lifeMs);
        open.add(connection);
        reply.raw.once('close', () => open.delete(connection));
        if (draining) connection.end();
        const [body, { status, headers }] = await answer({
          method: request.method,
          url: request.url,
          headers: { get: (header) => (header === 'accept' ? eventStream : String(request.headers[header] ?? '')) },
          body: request.body as Record<string, unknown>,
          raw: request.raw,
          context: {
            request: { identity, authorization, log, traceparent: traceparentFor(correlationId) },
            connection,
          },
        });
        if (body === null || typeof body === 'string') {
          return reply
            .code(status)
            .headers(headers ?? {})
            .send(body);
        }
        reply.hijack();
        // Kept alive for another request, the connection would hold up a drain.
        reply.raw.writeHead(status, { ...headers, connection: 'close' });
        const startedAt = performance.now();
        log.info('live stream opened');
        await connection.send(body).catch((error) => log.debug({ err: error }, 'live stream broken off'));
        log.info({ ms: Math.round(performance.now() - startedAt) }, 'live stream ended');
      });
      return reply;
    },
  });
}
