import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { v7 as uuid } from 'uuid';
import { newTraceId, traceIdOf } from './correlation.ts';
import { errorTable } from './errors.ts';
import { addHealth, type ReadyCheck } from './health.ts';
import type { Logger } from './log.ts';
import { StartError } from './startError.ts';

const requestTimeoutMs = 30_000;

declare module 'fastify' {
  interface FastifyRequest {
    /** The W3C trace id: the client's where it is valid, else our own. */
    correlationId: string;
  }
}

/** What a client may send, in bytes. */
const clientBodyLimit = 1024 * 1024;
/** What the gateway may send to a subgraph: a page of representations, each with what `@requires` asks for. */
export const subgraphBodyLimit = 16 * 1024 * 1024;

export interface HttpOptions {
  /** In bytes. */
  bodyLimit?: number;
  /** Addresses or networks whose `x-forwarded-for` says who the client is. */
  trustedProxies?: string[];
}

/** A service that listens. */
export interface Running {
  url: string;
  /** Refuses new requests, lets those in flight finish, then ends what the service runs beside them. */
  stop(): Promise<void>;
}

/**
 * An HTTP server with health, a limit on bodies, and an end: closing it answers new requests 503, closes idle connections and
 * waits for requests in flight.
 */
export function createHttp(
  log: Logger,
  check: ReadyCheck,
  { bodyLimit = clientBodyLimit, trustedProxies }: HttpOptions = {},
): FastifyInstance {
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    requestTimeout: requestTimeoutMs,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    trustProxy: trustedProxies ?? false,
  }) as unknown as FastifyInstance;

  app.decorateRequest('correlationId', '');
  app.addHook('onRequest', async (request, reply) => {
    request.correlationId = traceIdOf(request.headers.traceparent) ?? newTraceId();
    reply.header('x-correlation-id', request.correlationId);
  });

  app.setErrorHandler((error, request, reply) => {
    const { correlationId } = request;
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    if (status < 500) log.info({ correlationId, status, reason: (error as Error).message }, 'request refused');
    if (status < 500) return reply.code(status).send(body('BAD_REQUEST', (error as Error).message));
    const errorId = uuid();
    log.error({ err: error, errorId, correlationId }, 'unexpected error');
    return reply.code(500).send(body('INTERNAL_SERVER_ERROR', errorTable.INTERNAL_SERVER_ERROR.message, { errorId }));
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send(body('NOT_FOUND', 'There is nothing at this address.')),
  );
  addHealth(app, check);

  // A request in flight keeps its connection alive for the next one, which would hold up the end: its answer must close it.
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
  return app;
}

const body = (code: string, message: string, more = {}) => ({ errors: [{ message, extensions: { code, ...more } }] });

/** Listens, and answers where. @throws StartError that names the port when it is taken. */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new StartError(`Port ${port} is taken by another program. Stop it, or choose another port.`);
  }
  const { port: taken } = app.server.address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${taken}`;
}
