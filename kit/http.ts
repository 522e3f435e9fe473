import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { v7 as uuid } from 'uuid';
import { errorTable } from './errors.ts';
import { addHealth, type ReadyCheck } from './health.ts';
import type { Logger } from './log.ts';
import { StartError } from './startError.ts';

const bodyLimitBytes = 1024 * 1024;
const requestTimeoutMs = 30_000;

/** A service that listens. */
export interface Running {
  url: string;
  /** Refuses new requests, lets those in flight finish, then ends what the service runs beside them. */
  stop(): Promise<void>;
}

/**
 * An HTTP server with health, a limit on bodies, and an end: closing it answers new requests 503, closes idle connections and
 * waits for requests in flight.
 * @param trustedProxies addresses or networks whose `x-forwarded-for` says who the client is.
 */
export function createHttp(log: Logger, check: ReadyCheck, trustedProxies?: string[]): FastifyInstance {
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestTimeoutMs,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    trustProxy: trustedProxies ?? false,
  }) as unknown as FastifyInstance;

  app.setErrorHandler((error, _request, reply) => {
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    if (status < 500) return reply.code(status).send(body('BAD_REQUEST', (error as Error).message));
    const errorId = uuid();
    log.error({ err: error, errorId }, 'unexpected error');
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
  return `http://${host === '0.0.0.0' ? 'localhost' : host}:${taken}`;
}
