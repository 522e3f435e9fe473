import type { FastifyInstance } from 'fastify';

/** Answers when the service can do its work; throws when it cannot. */
export type ReadyCheck = () => Promise<void>;

const keptMs = 1_000;

/**
 * `/health/live`: the process answers. `/health/ready`: it can do its work, asked at most once a second whoever asks how often;
 * 503 while it cannot, and from the moment it drains.
 */
export function addHealth(app: FastifyInstance, check: ReadyCheck): void {
  let draining = false;
  let last: { at: number; ready: Promise<boolean> } | undefined;

  app.addHook('preClose', async () => {
    draining = true;
  });
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    if (!last || Date.now() - last.at > keptMs) {
      const ready = check().then(
        () => true,
        (error) => {
          app.log.warn({ err: error }, 'not ready');
          return false;
        },
      );
      last = { at: Date.now(), ready };
    }
    const ready = !draining && (await last.ready);
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : draining ? 'draining' : 'unavailable' });
  });
}
