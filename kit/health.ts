import type { FastifyInstance } from 'fastify';

/** Answers when the service can do its work, with details for an engineer; throws when it cannot. */
export type ReadyCheck = () => Promise<object | undefined>;

const keptMs = 1_000;

/**
 * `/health/live`: the process answers. `/health/ready`: it can do its work, asked at most once a second whoever asks how often;
 * 503 while it cannot, and from the moment it drains.
 */
export function addHealth(app: FastifyInstance, check: ReadyCheck): void {
  let draining = false;
  let last: { at: number; details: Promise<object | undefined | false> } | undefined;

  app.addHook('preClose', async () => {
    draining = true;
  });
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    if (!last || Date.now() - last.at > keptMs) {
      const details = check().catch((error) => {
        app.log.warn({ err: error }, 'not ready');
        return false as const;
      });
      last = { at: Date.now(), details };
    }
    const details = await last.details;
    if (draining || details === false) {
      return reply.code(503).send({ status: draining ? 'draining' : 'unavailable' });
    }
    return reply.send({ status: 'ready', ...details });
  });
}
